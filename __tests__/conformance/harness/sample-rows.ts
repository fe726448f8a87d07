import type { Client } from 'pg';
import { DatabaseError } from 'pg';

/** How many rows each table gets. */
export const SAMPLE_ROWS = 5;

/**
 * Puts rows into every table, in the order in which the tables were made, so that keys find what they refer to. A partition gets
 * rows at the lower end of its bound, and so does a table that `migrations` will attach.
 */
export async function fill(session: Client, migrations: string): Promise<void> {
  const { rows } = await session.query<Table>(TABLES);
  const coming = comingBounds(migrations);
  for (const table of rows.filter(({ partitioned }) => partitioned === null)) {
    const bound = table.bound ?? coming.get(table.name) ?? null;
    const key = keyOf(table, bound, rows, migrations);
    for (let row = 1; row <= SAMPLE_ROWS; row += 1) {
      const values = table.types.map((type, at) =>
        key !== null && table.columns[at] === key.column
          ? key.valueOf(row)
          : (referredTo(table, at, row) ?? valueOf(type, row)),
      );
      const names = table.columns.map((name) => `"${name}"`).join(', ');
      await insert(
        session,
        `INSERT INTO "${table.name}" (${names}) OVERRIDING SYSTEM VALUE VALUES (${values.join(', ')})`,
      );
    }
  }
}

/** Below 12 there are no generated columns to leave out. */
export async function prepareFilling(session: Client, major: number): Promise<void> {
  const expression = major >= 12 ? '($1).attgenerated::text' : `''::text`;
  await session.query(
    `CREATE OR REPLACE FUNCTION pg_temp.attgenerated_of(pg_attribute) RETURNS text LANGUAGE sql AS $$ SELECT ${expression} $$`,
  );
}

interface Table {
  readonly name: string;
  /** The bound of a partition, as the server writes it. */
  readonly bound: string | null;
  readonly parent: string | null;
  /** `RANGE (at)` of a partitioned table. */
  readonly partitioned: string | null;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  /** `column → table column` of foreign keys with one column; no table where that is partitioned. */
  readonly references: Readonly<Record<string, readonly [string | null, string]>> | null;
}

const TABLES = `
  SELECT relname::text AS name, pg_get_expr(relpartbound, c.oid) AS bound, pg_get_partkeydef(c.oid) AS partitioned,
    (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = c.oid AND relispartition) AS parent,
    (SELECT json_object_agg(a.attname, json_build_array(CASE (SELECT relkind FROM pg_class p WHERE p.oid = confrelid) WHEN 'p' THEN NULL ELSE confrelid::regclass::text END, b.attname)) FROM pg_constraint
      JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1] JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = confkey[1]
      WHERE conrelid = c.oid AND contype = 'f' AND conparentid = 0 AND cardinality(conkey) = 1) AS "references",
    array_agg(attname::text ORDER BY attnum) AS columns,
    array_agg(format_type(CASE WHEN typtype = 'd' THEN typbasetype ELSE atttypid END, NULL) ORDER BY attnum) AS types
  FROM pg_class c JOIN pg_attribute ON attrelid = c.oid JOIN pg_type ON pg_type.oid = atttypid
  WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
  AND attnum > 0 AND NOT attisdropped AND pg_temp.attgenerated_of(pg_attribute) = '' GROUP BY c.oid, relname, relpartbound, relispartition ORDER BY c.oid`;

/** Tables that are attached later, with their bounds. */
function comingBounds(sql: string): ReadonlyMap<string, string> {
  return new Map(
    [...sql.matchAll(ATTACHED)].flatMap(({ groups }) =>
      groups?.['table'] === undefined || groups['bound'] === undefined
        ? []
        : [[groups['table'], groups['bound']]],
    ),
  );
}

const ATTACHED =
  /alter table (?:only )?(?<parent>\w+) attach partition (?<table>\w+) (?<bound>for values [^;]*)/gi;

/** The column that a bound speaks of, with a value within the bound. */
function keyOf(
  { name, parent }: Table,
  bound: string | null,
  tables: readonly Table[],
  migrations: string,
): { readonly column: string; valueOf(row: number): string } | null {
  const above =
    parent ??
    [...migrations.matchAll(ATTACHED)].find(({ groups }) => groups?.['table'] === name)?.groups?.['parent'];
  const column = /\((\w+)\)$/.exec(tables.find((table) => table.name === above)?.partitioned ?? '')?.[1];
  if (bound === null || column === undefined) return null;
  const [, first] = /(?:FROM|IN) \(([^,)]*)/i.exec(bound) ?? [];
  const lower = first === undefined || /^minvalue$/i.test(first) ? null : first;
  if (lower === null) return null;
  const isList = /IN \(/i.test(bound);
  return {
    column,
    valueOf: (row) => {
      if (isList) return lower;
      const day = /^'(\d{4}-\d\d)-01/.exec(lower)?.[1];
      if (day !== undefined) return `'${day}-0${String(row)}'`;
      return /^'?-?\d+'?$/.test(lower) ? String(Number(lower.replaceAll("'", '')) + row - 1) : lower;
    },
  };
}

/** What a foreign key finds: the rows of the other table in order. */
function referredTo({ columns, references }: Table, at: number, row: number): string | null {
  const [table, column] = references?.[columns[at] ?? ''] ?? [];
  if (column === undefined) return null;
  // A partition that rows refer to could not be removed.
  if (table === null || table === undefined) return 'NULL';
  return `(SELECT "${column}" FROM ${table} ORDER BY 1 OFFSET ${String(row - 1)} LIMIT 1)`;
}

/** A row that no partition takes or a CHECK refuses is left out. */
async function insert(session: Client, sql: string): Promise<void> {
  try {
    await session.query(sql);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.code !== '23514') throw error;
  }
}

function valueOf(type: string, row: number): string {
  if (/^(?:smallint|integer|bigint|numeric|real|double precision)/.test(type)) return String(100 + row);
  if (type.endsWith('[]')) return `'{}'`;
  // A text that is JSON and looks like an address.
  if (/^(?:text|character)/.test(type)) return `'"${String(row)}@b"'`;
  if (/^(?:date|timestamp)/.test(type)) return `'2025-06-0${String(row)}'`;
  if (type === 'boolean') return 'true';
  return 'NULL';
}
