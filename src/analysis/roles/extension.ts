import type { IndexKey } from '../../postgres/definition';
import { everyPart } from '../../postgres/expression';
import type { Expression } from '../../postgres/expression';
import { bringerOfClass } from '../../postgres/operator-class';
import type { Catalog } from '../catalog/catalog';
import { columnOf, isIndex, isTable } from '../catalog/find';
import type { Index, Relation } from '../catalog/relation';
import type { CatalogObject } from '../fold/catalog-object';

/** What an extension brings that tables use. Source: the control scripts of contrib, and those of the extensions named. */
interface Contents {
  readonly types?: readonly string[];
  readonly functions?: RegExp;
  readonly operatorClasses?: RegExp;
  readonly methods?: readonly string[];
  readonly foreignTables?: boolean;
}

const EXTENSIONS: Readonly<Record<string, Contents>> = {
  bloom: { methods: ['bloom'] },
  btree_gin: {},
  btree_gist: { operatorClasses: /^gist_/ },
  citext: { types: ['citext'], operatorClasses: /^citext_/ },
  cube: { types: ['cube'] },
  file_fdw: { foreignTables: true },
  fuzzystrmatch: { functions: /^(?:soundex|difference|levenshtein|metaphone|dmetaphone)/ },
  hstore: { types: ['hstore'], functions: /^hstore/ },
  intarray: { operatorClasses: /^g(?:in|ist)__int/ },
  isn: { types: ['ean13', 'isbn', 'isbn13', 'ismn', 'ismn13', 'issn', 'issn13', 'upc'] },
  ltree: { types: ['ltree', 'lquery', 'ltxtquery'] },
  pg_trgm: {
    operatorClasses: /^(?:gin|gist)_trgm_ops$/,
    functions: /^(?:similarity|show_trgm|word_similarity|strict_word_similarity)$/,
  },
  pgcrypto: { functions: /^(?:gen_salt|crypt|digest|hmac|pgp_|encrypt|decrypt|gen_random_bytes)/ },
  postgis: { types: ['geometry', 'geography', 'box2d', 'box3d', 'raster'], functions: /^st_/ },
  postgres_fdw: { foreignTables: true },
  seg: { types: ['seg'] },
  unaccent: { functions: /^unaccent$/ },
  'uuid-ossp': { functions: /^uuid_(?:generate|nil|ns)/ },
  vector: { types: ['vector', 'halfvec', 'sparsevec'], methods: ['hnsw', 'ivfflat'] },
};

/** The columns, defaults, checks and indexes that stand on something of the extension, and the functions in its language. */
export function extensionObjects(catalog: Catalog, extension: string): readonly CatalogObject[] {
  const written = [...catalog.functions.entries()].flatMap(([key, functions]): readonly CatalogObject[] =>
    functions.some(({ language }) => language === extension)
      ? [{ kind: 'function', key, signature: null }]
      : [],
  );
  const contents = EXTENSIONS[extension];
  return contents === undefined
    ? written
    : [
        ...written,
        ...[...catalog.relations.values()].flatMap((relation) =>
          isIndex(relation) && usesDefaultClass(catalog, relation, extension)
            ? [{ kind: 'relation' as const, id: relation.id }]
            : usesIn(relation, contents),
        ),
      ];
}

/** Whether a column of an index has an operator class that nobody named, and that the extension brings. */
function usesDefaultClass(catalog: Catalog, index: Index, extension: string): boolean {
  const relation = catalog.relations.get(index.table);
  return index.keys.some(({ column, operatorClass }) => {
    const type =
      relation === undefined || column === null || operatorClass !== null
        ? null
        : (columnOf(relation, column)?.type ?? null);
    return (
      type !== null && type.arrayDimensions === 0 && bringerOfClass(index.method, type.name) === extension
    );
  });
}

function usesIn(relation: Relation, contents: Contents): readonly CatalogObject[] {
  if (relation.kind === 'foreign table' && contents.foreignTables === true)
    return [{ kind: 'relation', id: relation.id }];
  if (isIndex(relation)) {
    const uses =
      contents.methods?.includes(relation.method) === true ||
      relation.keys.some((key) => keyUses(key, contents)) ||
      calls(relation.predicate, contents);
    return uses ? [{ kind: 'relation', id: relation.id }] : [];
  }
  if (!isTable(relation)) return [];
  const table = relation.id;
  return [
    ...relation.columns.flatMap((column): readonly CatalogObject[] => {
      if (column.type !== null && contents.types?.includes(column.type.name) === true)
        return [{ kind: 'column', table, name: column.name }];
      return calls(column.default, contents) ? [{ kind: 'default', table, name: column.name }] : [];
    }),
    ...relation.constraints.flatMap((constraint): readonly CatalogObject[] =>
      constraint.kind === 'check' && calls(constraint.expression, contents)
        ? [{ kind: 'constraint', table, name: constraint.name }]
        : [],
    ),
  ];
}

function keyUses(key: IndexKey, contents: Contents): boolean {
  return (
    (key.operatorClass !== null && contents.operatorClasses?.test(key.operatorClass.name) === true) ||
    calls(key.expression, contents)
  );
}

function calls(expression: Expression | null, { functions }: Contents): boolean {
  return (
    expression !== null &&
    functions !== undefined &&
    everyPart(expression).some((part) => part.kind === 'call' && functions.test(part.name.name))
  );
}

/** Whether an extension may have brought relations, types or functions that nothing here knows: one that does not ship with the server. */
export function bringsUnknown({ extensions }: Catalog): boolean {
  return [...extensions.entries()].some(([name]) => !SHIPPED.has(name));
}

/** The extensions of contrib and the procedural languages. */
const SHIPPED: ReadonlySet<string> = new Set(
  (
    'adminpack amcheck autoinc bloom bool_plperl btree_gin btree_gist citext cube dblink dict_int dict_xsyn earthdistance file_fdw fuzzystrmatch hstore ' +
    'insert_username intagg intarray isn lo ltree moddatetime pageinspect pg_buffercache pg_freespacemap pg_logicalinspect pg_prewarm pg_stat_statements ' +
    'pg_surgery pg_trgm pg_visibility pg_walinspect pgcrypto pgrowlocks pgstattuple plpgsql postgres_fdw refint seg sslinfo tablefunc tcn tsm_system_rows ' +
    'tsm_system_time unaccent uuid-ossp xml2'
  ).split(' '),
);
