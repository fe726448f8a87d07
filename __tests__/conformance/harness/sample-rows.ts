import type { Client } from 'pg';

/** Puts five rows into every table, in the order in which the tables were made, so that keys find what they refer to. */
export async function fill(session: Client): Promise<void> {
  const { rows } = await session.query<{ table: string; columns: string[]; types: string[] }>(
    `SELECT relname::text AS table, array_agg(attname::text ORDER BY attnum) AS columns,
       array_agg(format_type(CASE WHEN typtype = 'd' THEN typbasetype ELSE atttypid END, NULL) ORDER BY attnum) AS types
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid JOIN pg_type ON pg_type.oid = atttypid
     WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace
     AND attnum > 0 AND NOT attisdropped AND pg_temp.attgenerated_of(pg_attribute) = '' GROUP BY pg_class.oid, relname ORDER BY pg_class.oid`,
  );
  for (const { table, columns, types } of rows) {
    for (let row = 1; row <= 5; row += 1) {
      const values = types.map((type) => valueOf(type, row));
      await session.query(
        `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) OVERRIDING SYSTEM VALUE VALUES (${values.join(', ')})`,
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

function valueOf(type: string, row: number): string {
  if (/^(?:smallint|integer|bigint|numeric|real|double precision)/.test(type)) return String(row);
  // A text that is JSON and looks like an address.
  if (/^(?:text|character)/.test(type)) return `'"${row}@b"'`;
  if (/^(?:date|timestamp)/.test(type)) return `'2025-06-0${row}'`;
  if (type === 'boolean') return 'true';
  return 'NULL';
}
