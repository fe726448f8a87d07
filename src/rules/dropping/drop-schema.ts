import type { Catalog } from '../../analysis/catalog/catalog';
import { isIndex, isTable } from '../../analysis/catalog/find';
import type { Repair } from '../../findings/finding';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { actsOf } from '../acts';
import { briefly, deploy } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isMadeHere } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly schemas: readonly string[];
  readonly cascade: boolean;
  /** What is known to be in them, by name. */
  readonly contents: readonly string[];
  readonly complete: boolean;
  /** What drops its relations, last made first; null where there are other things in it, or not all is known. */
  readonly drops: readonly string[] | null;
}

/** DROP SCHEMA. */
export const dropSchema = stepRule<Match>({
  id: 'drop-schema',
  title: 'Dropping a schema drops all that is in it',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-schema'],

  check(step, run) {
    return actsOf(step, 'drop-schema').flatMap(({ operation, before }): readonly Match[] => {
      const { catalog } = before;
      const schemas = operation.schemas.filter((schema) => {
        const origin = catalog.schemas.get(schema);
        if (origin !== undefined && isMadeHere(origin, step, run)) return false;
        return !catalog.complete || contentsOf(catalog, schema).length > 0;
      });
      if (schemas.length === 0) return [];
      return [
        {
          schemas,
          cascade: operation.cascade,
          contents: schemas.flatMap((schema) => contentsOf(catalog, schema)),
          complete: catalog.complete,
          drops: dropsOf(catalog, schemas[0] ?? ''),
          severity: operation.cascade ? 'error' : 'warning',
        },
      ];
    });
  },

  message({ schemas, cascade, contents, complete }) {
    const which = `${schemas.length === 1 ? 'schema' : 'schemas'} ${namedAll(schemas.map((name) => ({ name })))}`;
    if (!cascade)
      return `Clients that use ${which} fail, and the migration too if anything is left in it (2BP01)`;
    const what =
      contents.length === 0
        ? 'all that is in it'
        : `all that is in it: ${namedAll(contents.map((name) => ({ name })))}${complete ? '' : ' and what is not known'}`;
    return `Dropping ${which} drops ${what}; tables outside that refer into it are closed (ACCESS EXCLUSIVE lock) until the transaction commits${complete ? '' : ', unless it is empty'}`;
  },

  help() {
    return 'Drop its objects by name first, then the empty schema without CASCADE.';
  },

  repair({ schemas, drops }, run): Repair | null {
    const [schema, ...others] = schemas;
    if (schema === undefined || others.length > 0 || drops === null) return null;
    return {
      summary: 'drop what is in it by name',
      steps: [
        deploy('no code uses what is in it; keep one release between this and the drop.'),
        ...drops.map((sql) => briefly(sql, 'without CASCADE, so that nothing goes unseen.', run.options)),
        briefly(`DROP SCHEMA ${quoteName(schema)}`, 'it is empty.', run.options),
      ],
    };
  },
});

function contentsOf(catalog: Catalog, schema: string): readonly string[] {
  const relations = [...catalog.relations.values()]
    .filter((relation) => relation.schema === schema && !isIndex(relation) && relation.kind !== 'sequence')
    .map(({ name }) => name);
  const types = [...catalog.types.values()].filter((type) => type.schema === schema).map(({ name }) => name);
  const functions = [...catalog.functions.values()].flatMap(([first]) =>
    first?.schema === schema ? [first.name] : [],
  );
  return [...new Set([...relations, ...types, ...functions])].sort();
}

/** More than that is no repair that anybody would write down. */
const MOST_DROPS = 30;

function dropsOf(catalog: Catalog, schema: string): readonly string[] | null {
  const others = [...catalog.types.values(), ...[...catalog.functions.values()].flat()];
  if (!catalog.complete || others.some((each) => each.schema === schema)) return null;
  const inside = [...catalog.relations.values()].filter(
    (relation) =>
      relation.schema === schema &&
      !isIndex(relation) &&
      !(relation.kind === 'sequence' && relation.ownedBy !== null) &&
      !(isTable(relation) && relation.partition !== null),
  );
  if (inside.length > MOST_DROPS || inside.some(({ kind }) => DROPPED_AS[kind] === undefined)) return null;
  return inside
    .sort((a, b) => b.id - a.id)
    .map(({ kind, name }) => `DROP ${DROPPED_AS[kind] ?? 'TABLE'} ${quoteRelation({ schema, name })}`);
}

const DROPPED_AS: Readonly<Record<string, string>> = {
  table: 'TABLE',
  'partitioned table': 'TABLE',
  'foreign table': 'FOREIGN TABLE',
  view: 'VIEW',
  'materialized view': 'MATERIALIZED VIEW',
  sequence: 'SEQUENCE',
};
