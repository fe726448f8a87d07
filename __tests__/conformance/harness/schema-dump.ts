import type { Client } from 'pg';

/** The schema `public` in lines that do not depend on the order in which things were made. */
export async function schemaOf(session: Client): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const query of QUERIES) {
    const { rows } = await session.query<{ line: string }>(query);
    lines.push(...rows.map(({ line }) => line));
  }
  return lines.sort();
}

/** How many rows each table holds, its old columns row by row, and in which new columns something is missing. */
export async function dataOf(
  session: Client,
  columns: ReadonlyMap<string, readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [table, names] of columns) {
    const list = names.map((name) => `"${name}"`).join(', ');
    const { rows } = await session.query<{ line: string }>(
      `SELECT (row(${list}))::text AS line FROM "${table}" ORDER BY 1`,
    );
    found.push(...rows.map(({ line }) => `${table} ${line}`));
    const { rows: empty } = await session.query<{ name: string }>(
      `SELECT key AS name FROM "${table}" AS t, jsonb_each(to_jsonb(t)) WHERE value = 'null' AND key <> ALL ($1) GROUP BY key`,
      [names],
    );
    found.push(...empty.map(({ name }) => `${table}.${name} holds NULL`));
  }
  return found.sort();
}

/** The columns of each table with rows of its own. */
export async function columnsOf(session: Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await session.query<{ table: string; names: string[] }>(
    `SELECT relname::text AS table, array_agg(attname::text ORDER BY attnum) AS names FROM pg_class
     JOIN pg_attribute ON attrelid = pg_class.oid WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
     AND attnum > 0 AND NOT attisdropped GROUP BY 1`,
  );
  return new Map(rows.map(({ table, names }) => [table, names]));
}

const IN_PUBLIC = `relnamespace = 'public'::regnamespace`;

/** Of a NOT NULL (18) not the name: it says by which way it came, and nobody else names it. */
const QUERIES: readonly string[] = [
  `SELECT format('column %s.%s %s %s %s %s', relname, attname, format_type(atttypid, atttypmod),
     CASE WHEN attnotnull THEN 'not null' ELSE 'null' END, attidentity, pg_get_expr(adbin, adrelid)) AS line
   FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
   WHERE relkind IN ('r', 'p', 'v', 'm') AND ${IN_PUBLIC} AND attnum > 0 AND NOT attisdropped`,
  `SELECT format('constraint %s.%s %s %s', conrelid::regclass, CASE WHEN contype <> 'n' THEN conname END, pg_get_constraintdef(pg_constraint.oid), convalidated) AS line
   FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  `SELECT format('index %s %s', pg_get_indexdef(indexrelid), indisvalid) AS line
   FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE ${IN_PUBLIC}`,
  `SELECT format('sequence %s %s %s %s', relname, seqtypid::regtype, refobjid::regclass, row(seqincrement, seqmin, seqmax, seqcache, seqcycle)) AS line
   FROM pg_class JOIN pg_sequence ON seqrelid = pg_class.oid LEFT JOIN pg_depend ON objid = pg_class.oid AND deptype IN ('a', 'i')
   AND refclassid = 'pg_class'::regclass WHERE ${IN_PUBLIC}`,
  `SELECT format('trigger %s %s', pg_get_triggerdef(pg_trigger.oid), CASE WHEN tgenabled IN ('A', 'R') THEN tgenabled END) AS line FROM pg_trigger WHERE NOT tgisinternal`,
  `SELECT format('partition %s of %s %s', inhrelid::regclass, inhparent::regclass, pg_get_expr(relpartbound, pg_class.oid)) AS line
   FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE ${IN_PUBLIC}`,
  `SELECT format('policy %s.%s %s %s', polrelid::regclass, polname, polpermissive, polcmd) AS line FROM pg_policy`,
  `SELECT format('type %s %s', typname, typtype) AS line FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('d', 'e')`,
];
