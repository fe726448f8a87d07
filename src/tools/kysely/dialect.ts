import { foldersOf, joinPath, parentOf } from '../folders';
import type { Claim, Tree } from '../tool';

/** Dialects of Kysely by the names of their classes, of the library itself and of others. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/\b\w*(?:Sqlite|SQLite|Libsql|LibSQL|LibSql|Turso)\w*Dialect\b|\bD1Dialect\b/, 'SQLite'],
  [/\b\w*(?:Mysql|MySQL|MySql|MariaDB|PlanetScale)\w*Dialect\b/, 'MySQL'],
  [/\b\w*(?:Mssql|MsSql|MSSQL)\w*Dialect\b/, 'SQL Server'],
];
const OWN =
  /\b\w*(?:Postgres|PostgreSQL|PG|Pg|Neon|Vercel|Xata|Supabase|DataApi|Aurora)\w*Dialect\b|\bcreateKysely\b|\bnew\s+Pool\s*\(/;
const SCRIPT = /\.[mc]?[jt]s$/;
const MOST_FILES = 20;

/** Says of migrations that they are for another database, where the code beside or above their folder makes only that one's dialect. */
export function withDialects(tree: Tree, claims: readonly Claim[]): readonly Claim[] {
  const known = new Map<string, string | null>();
  return claims.map((claim) => {
    if (claim.excluded !== undefined) return claim;
    const folder = parentOf(claim.path);
    const dialect = known.get(folder) ?? dialectAround(tree, folder, claims);
    known.set(folder, dialect);
    return dialect === null ? claim : { ...claim, excluded: `the dialect beside it is that of ${dialect}` };
  });
}

function dialectAround(tree: Tree, folder: string, claims: readonly Claim[]): string | null {
  const migrations = new Set(claims.map(({ path }) => path));
  const texts = [folder, parentOf(folder)].flatMap((path) =>
    (foldersOf(tree).get(path)?.files ?? [])
      .map((name) => joinPath(path, name))
      .filter((file) => SCRIPT.test(file) && !migrations.has(file))
      .slice(0, MOST_FILES)
      .map((file) => tree.read(file) ?? ''),
  );
  if (texts.some((text) => OWN.test(text))) return null;
  return OTHERS.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1] ?? null;
}
