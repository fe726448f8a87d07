import type { Node, SelectStmt } from '@pgsql/types';
import type { CatalogLookUp } from '../../postgres/body';
import { lookUpFacts } from './catalog-facts';
import { constantText, identifiers } from './catalog-name';
import { nameOf } from './names';

/** The catalogs that a query may ask, the most telling first. A name of information_schema has that before it. */
const CATALOGS: Readonly<Record<string, (facts: Facts) => CatalogLookUp | null>> = {
  pg_enum: (facts) => {
    const type = facts.of('enumtypid', 'typname');
    return named(facts.take('enumlabel'), (name) => ({ kind: 'enum-value', type, name }));
  },
  pg_attribute: (facts) => columnOf(facts, 'attname', ['attrelid', 'relname'], ['nspname']),
  'information_schema.columns': (facts) => columnOf(facts, 'column_name', ['table_name'], ['table_schema']),
  pg_constraint: (facts) => hanging('constraint', facts, 'conname', ['conrelid', 'relname'], ['nspname']),
  'information_schema.table_constraints': constraintUsage,
  'information_schema.key_column_usage': constraintUsage,
  'information_schema.constraint_column_usage': constraintUsage,
  'information_schema.constraint_table_usage': constraintUsage,
  'information_schema.referential_constraints': constraintUsage,
  pg_trigger: (facts) => hanging('trigger', facts, 'tgname', ['tgrelid', 'relname'], ['nspname']),
  'information_schema.triggers': (facts) =>
    hanging(
      'trigger',
      facts,
      'trigger_name',
      ['event_object_table'],
      ['event_object_schema', 'trigger_schema'],
    ),
  pg_policies: (facts) => hanging('policy', facts, 'policyname', ['tablename'], ['schemaname']),
  pg_policy: (facts) => hanging('policy', facts, 'polname', ['polrelid', 'relname'], ['nspname']),
  pg_indexes: (facts) => {
    facts.take('tablename');
    return object('index', facts, 'indexname', 'schemaname');
  },
  pg_index: (facts) => {
    facts.take('indrelid');
    return object('index', facts, 'relname', 'nspname');
  },
  pg_tables: (facts) => object('table', facts, 'tablename', 'schemaname'),
  'information_schema.tables': (facts) => object('table', facts, 'table_name', 'table_schema'),
  pg_views: (facts) => object('view', facts, 'viewname', 'schemaname'),
  'information_schema.views': (facts) => object('view', facts, 'table_name', 'table_schema'),
  pg_matviews: (facts) => object('view', facts, 'matviewname', 'schemaname'),
  pg_sequences: (facts) => object('sequence', facts, 'sequencename', 'schemaname'),
  'information_schema.sequences': (facts) => object('sequence', facts, 'sequence_name', 'sequence_schema'),
  pg_class: (facts) => object(kindOfClass(facts.take('relkind')), facts, 'relname', 'nspname'),
  pg_type: (facts) => object('type', facts, 'typname', 'nspname'),
  pg_proc: (facts) => object('function', facts, 'proname', 'nspname'),
  'information_schema.routines': (facts) => object('function', facts, 'routine_name', 'routine_schema'),
  pg_extension: (facts) => object('extension', facts, 'extname', ''),
  pg_namespace: (facts) => object('schema', facts, 'nspname', ''),
  'information_schema.schemata': (facts) => object('schema', facts, 'schema_name', ''),
  pg_roles: (facts) => object('role', facts, 'rolname', ''),
  pg_authid: (facts) => object('role', facts, 'rolname', ''),
  pg_user: (facts) => object('role', facts, 'usename', ''),
  pg_publication: (facts) => object('publication', facts, 'pubname', ''),
};

/** The one object that a SELECT from the system catalogs asks for; null if it asks for more, less or something else. */
export function catalogLookUp(select: SelectStmt): CatalogLookUp | null {
  const found = lookUpFacts(select);
  if (found === null) return null;
  const catalog = Object.keys(CATALOGS).find((name) => found.catalogs.has(name));
  const read = catalog === undefined ? undefined : CATALOGS[catalog];
  if (read === undefined) return null;
  const facts = new Facts(found.values);
  const lookUp = read(facts);
  // A condition that nobody took makes the query ask for less than the object by its name.
  return facts.empty ? lookUp : null;
}

/** What the query says of columns; each is taken once. */
class Facts {
  readonly #values: Map<string, string>;

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = new Map(values);
  }

  take(column: string): string | null {
    const value = this.#values.get(column) ?? null;
    this.#values.delete(column);
    return value;
  }

  /** The first of some columns that is given. */
  of(...columns: readonly string[]): string | null {
    return columns.reduce<string | null>((found, column) => found ?? this.take(column), null);
  }

  get empty(): boolean {
    return this.#values.size === 0;
  }
}

type ObjectKind = Exclude<
  CatalogLookUp['kind'],
  'column' | 'constraint' | 'trigger' | 'policy' | 'enum-value'
>;

function object(
  kind: ObjectKind | null,
  facts: Facts,
  column: string,
  schemaColumn: string,
): CatalogLookUp | null {
  const schema = schemaColumn === '' ? null : facts.take(schemaColumn);
  return kind === null ? null : named(facts.take(column), (name) => ({ kind, schema, name }));
}

function hanging(
  kind: 'constraint' | 'trigger' | 'policy',
  facts: Facts,
  column: string,
  tables: readonly string[],
  schemas: readonly string[],
): CatalogLookUp | null {
  const { table, schema } = tableOf(facts, tables, schemas);
  return named(facts.take(column), (name) => ({ kind, schema, table, name }));
}

function constraintUsage(facts: Facts): CatalogLookUp | null {
  return hanging(
    'constraint',
    facts,
    'constraint_name',
    ['table_name'],
    ['table_schema', 'constraint_schema'],
  );
}

function columnOf(
  facts: Facts,
  column: string,
  tables: readonly string[],
  schemas: readonly string[],
): CatalogLookUp | null {
  const { table, schema } = tableOf(facts, tables, schemas);
  return table === null
    ? null
    : named(facts.take(column), (name) => ({ kind: 'column', schema, table, name }));
}

function tableOf(
  facts: Facts,
  tables: readonly string[],
  schemas: readonly string[],
): { table: string | null; schema: string | null } {
  const written = facts.of(...tables);
  const schema = facts.of(...schemas);
  for (const other of schemas) if (facts.take(other) !== schema) continue;
  if (written === null) return { table: null, schema };
  const name = nameOf(written.split('.'));
  return { table: name.name, schema: name.schema ?? schema };
}

/** pg_class.relkind in words; null for kinds that no look-up has. */
function kindOfClass(letter: string | null): ObjectKind | null {
  const kinds: Readonly<Record<string, ObjectKind>> = {
    r: 'table',
    p: 'table',
    i: 'index',
    I: 'index',
    S: 'sequence',
    v: 'view',
    m: 'view',
  };
  return letter === null ? 'relation' : (kinds[letter] ?? null);
}

function named(name: string | null, make: (name: string) => CatalogLookUp): CatalogLookUp | null {
  return name === null ? null : make(name);
}

/** A look-up by a function that gives null for what is not there: `to_regclass('public.orders')`. */
export function functionLookUp(node: Node): CatalogLookUp | null {
  if ('TypeCast' in node && node.TypeCast.arg !== undefined) return functionLookUp(node.TypeCast.arg);
  if (!('FuncCall' in node)) return null;
  const { funcname = [], args = [] } = node.FuncCall;
  const last = funcname.at(-1);
  const kind = last !== undefined && 'String' in last ? REG_FUNCTIONS[last.String.sval ?? ''] : undefined;
  const text = args.length === 1 && args[0] !== undefined ? constantText(args[0]) : null;
  if (kind === undefined || text === null) return null;
  const { schema, name } = nameOf(identifiers(text));
  return { kind, schema, name };
}

const REG_FUNCTIONS: Readonly<Record<string, ObjectKind>> = {
  to_regclass: 'relation',
  to_regtype: 'type',
  to_regproc: 'function',
  to_regnamespace: 'schema',
  to_regrole: 'role',
};
