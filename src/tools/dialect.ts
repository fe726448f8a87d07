import { comments } from '../sql/comments';

/** Databases that are not PostgreSQL, by the names that people give to folders and configuration. */
const OTHERS: Readonly<Record<string, string>> = {
  mysql: 'MySQL',
  mysql2: 'MySQL',
  mariadb: 'MariaDB',
  tidb: 'TiDB',
  vitess: 'Vitess',
  singlestore: 'SingleStore',
  sqlite: 'SQLite',
  sqlite3: 'SQLite',
  libsql: 'SQLite',
  turso: 'SQLite',
  d1: 'SQLite',
  'better-sqlite': 'SQLite',
  'better-sqlite3': 'SQLite',
  mssql: 'SQL Server',
  sqlserver: 'SQL Server',
  oracle: 'Oracle',
  db2: 'Db2',
  h2: 'H2',
  hsqldb: 'HSQLDB',
  derby: 'Derby',
  clickhouse: 'ClickHouse',
  cockroach: 'CockroachDB',
  cockroachdb: 'CockroachDB',
  spanner: 'Spanner',
  cassandra: 'Cassandra',
  scylla: 'ScyllaDB',
  snowflake: 'Snowflake',
  bigquery: 'BigQuery',
  redshift: 'Redshift',
  duckdb: 'DuckDB',
  mongodb: 'MongoDB',
  mongo: 'MongoDB',
};

const NAMES = Object.keys(OTHERS).join('|');
/** A whole part of a path, or one that joins it with what is kept there: `migrations_mysql`, `sqlite-schema`. */
const WHAT = 'migrations?|migrate|db|database|sql|schema|schemas|changelog|ddl|store|storage';
const PART = new RegExp(`^(?:(?:${WHAT})[-_.])?(${NAMES})(?:[-_.](?:${WHAT}))?$`, 'i');
/** `0001_orders.mysql.up.sql`, `upgrade-sqlite.sql`. */
const FILE = new RegExp(`[._-](${NAMES})(?:\\.(?:autocommit\\.)?(?:up|down))?\\.sql$`, 'i');

const SCRIPT = new RegExp(`[._-](${NAMES})\\.\\w+$`, 'i');

/** The other database that a path speaks of, in whole parts of it; null where it speaks of none. */
export function dialectOfPath(path: string): string | null {
  const parts = path.split('/');
  for (const part of parts.slice(0, -1)) {
    const name = PART.exec(part)?.[1];
    if (name !== undefined) return dialectOf(name);
  }
  const name = FILE.exec(path)?.[1];
  return name === undefined ? null : dialectOf(name);
}

/** The same of a script, whose name may speak of it in any of its parts. */
export function dialectOfScript(path: string): string | null {
  const name = SCRIPT.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
  return dialectOfPath(path) ?? (name === undefined ? null : dialectOf(name));
}

/** The other database that a provider, dialect or engine of a configuration names; null for PostgreSQL and what is not known. */
export function dialectOf(provider: string): string | null {
  return OTHERS[provider.toLowerCase()] ?? null;
}

const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/\bENGINE\s*=\s*\w*MergeTree|\bON\s+CLUSTER\s+/i, 'ClickHouse'],
  [
    /`\w+`\s*[(,.]|(?:TABLE|INTO|UPDATE|FROM|EXISTS)\s+`|\bENGINE\s*=\s*InnoDB\b|\bAUTO_INCREMENT\b/i,
    'MySQL',
  ],
  [/\bAUTOINCREMENT\b|^\s*PRAGMA\s+\w+|\bWITHOUT\s+ROWID\b/im, 'SQLite'],
  [/\[dbo\]\.|^\s*GO\s*$|\bNVARCHAR\s*\(|\bIDENTITY\s*\(\s*1\s*,\s*1\s*\)/im, 'SQL Server'],
];
const OWN =
  /\b(?:BIG|SMALL)?SERIAL\b|\bTIMESTAMPTZ\b|\bWITH(?:OUT)?\s+TIME\s+ZONE\b|\bJSONB\b|\bBYTEA\b|\bplpgsql\b|\$\w*\$|::\s*\w|\bCONCURRENTLY\b|\bUSING\s+(?:gin|gist|btree|hash|brin)\b|\bALTER\s+COLUMN\b|\bCREATE\s+EXTENSION\b|\bTYPE\s+\w+\s+AS\s+ENUM\b/i;

/** The other database that texts of one sequence are written for; null where one of them could only be PostgreSQL, or nothing tells. */
export function dialectOfTexts(texts: readonly string[]): string | null {
  let found: string | null = null;
  for (const text of texts.map(withoutComments)) {
    if (OWN.test(text)) return null;
    found ??= FOREIGN.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  }
  return found;
}

function withoutComments(text: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of comments(text)) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}
