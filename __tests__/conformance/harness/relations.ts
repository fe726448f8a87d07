import type { Asker } from './asker';
import type { RelationKind } from './observation';
import { FIRST_OF_USERS } from './server-catalog-query';

/** A relation as the catalog of the server shows it at one moment. */
export interface Relation {
  readonly oid: number;
  /** With its schema where that is not `public`. */
  readonly name: string;
  readonly kind: RelationKind;
  /** The file that holds it; 0 where it has none. A new number is a new file. */
  readonly file: number;
  /** Bytes in its file. */
  readonly size: number;
  readonly tablespace: number;
  /** What VACUUM leaves behind: pages, rows, pages known to be visible to all, the oldest transaction. */
  readonly vacuumed: string;
  /** What ANALYZE leaves behind: the transaction that wrote its statistics, '' without any. */
  readonly analyzed: string;
  /** Rows that scans (through an index too: which one is the planner's choice) of the open transaction (and of earlier ones not yet reported) have read. */
  readonly rowsScanned: number;
}

const KINDS: Readonly<Record<'r' | 'p' | 'i' | 'I' | 'S' | 'v' | 'm' | 'c' | 'f', RelationKind>> = {
  r: 'table',
  p: 'partitioned table',
  i: 'index',
  I: 'partitioned index',
  S: 'sequence',
  v: 'view',
  m: 'materialized view',
  c: 'composite type',
  f: 'foreign table',
};

/** All user relations by oid, as this session sees them: uncommitted changes of its own transaction included. */
export async function readRelations(client: Asker): Promise<ReadonlyMap<number, Relation>> {
  const { rows } = await client.query<Row>(QUERY);
  return new Map(
    rows.map((row) => [
      row.oid,
      {
        oid: row.oid,
        name: row.nspname === 'public' ? row.relname : `${row.nspname}.${row.relname}`,
        kind: KINDS[row.relkind],
        file: row.file,
        size: Number(row.size),
        tablespace: row.reltablespace,
        vacuumed: row.vacuumed,
        analyzed: row.analyzed ?? '',
        rowsScanned: Number(row.rows_scanned ?? 0),
      },
    ]),
  );
}

interface Row {
  oid: number;
  nspname: string;
  relname: string;
  relkind: keyof typeof KINDS;
  file: number;
  size: string | null;
  reltablespace: number;
  vacuumed: string;
  analyzed: string | null;
  rows_scanned: string | null;
}

const QUERY = `
  SELECT c.oid::int, n.nspname, c.relname, c.relkind, coalesce(pg_relation_filenode(c.oid), 0)::int AS file,
         CASE WHEN c.relkind IN ('r', 'm', 'i') THEN pg_relation_size(c.oid) END AS size,
         c.reltablespace::int, concat_ws('/', c.relpages, c.reltuples, c.relallvisible, c.relfrozenxid) AS vacuumed,
         (SELECT max(s.xmin::text) FROM pg_statistic s WHERE s.starelid = c.oid) AS analyzed,
         CASE WHEN c.relkind IN ('r', 'm') THEN pg_stat_get_xact_tuples_returned(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid) END AS rows_scanned
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.oid >= ${FIRST_OF_USERS} AND c.relkind IN (${Object.keys(KINDS)
    .map((kind) => `'${kind}'`)
    .join(', ')})
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp%'
  ORDER BY c.oid`;
