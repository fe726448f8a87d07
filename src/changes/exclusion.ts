import type { FilePath } from '../sql/source';

/** Folders whose files are no migrations of the project, with the clause that says why. */
const FOLDERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:node_modules|vendor|third[-_]party|bower_components)$/i, 'it belongs to a dependency'],
  [/^(?:dist|build|target|out|\.next|\.nuxt|\.output|\.git)$/i, 'it is in a folder of built files'],
  [
    /^(?:tests?|__tests__|__mocks__|mocks?|testing|test[-_]?data|testutils?|specs?|e2e|cypress|playwright|bench(?:marks?)?)$/i,
    'it is in a folder of tests',
  ],
  [/^(?:fixtures?|__fixtures__)$/i, 'it is in a folder of fixtures'],
  [/^(?:seeds?|seeders?|seed[-_]?data|sample[-_]?data|demo[-_]?data)$/i, 'it is in a folder of seeds'],
  [/^(?:dumps?|backups?|snapshots?|__snapshots__)$/i, 'it is in a folder of dumps'],
  [
    /^(?:templates?|__templates__|\.?archived?|archives|deprecated)$/i,
    'it is in a folder that is not in use',
  ],
];

/** Names that say what a file is, with nothing else in them. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/^(?:seeds?|seed[-_]?data|sample[-_]?data|demo[-_]?data)\.sql$/i, 'it is a seed'],
  [/^(?:schema|structure|db[-_]schema|full[-_]schema|latest[-_]schema)\.sql$/i, 'it is a schema'],
  [/^(?:dump|backup|pg_?dump)(?:[-_.].*)?\.sql$/i, 'it is a dump'],
  [/^(?:fixtures?|test[-_]?data)\.sql$/i, 'it is a fixture'],
  [/[._-](?:test|tests|spec)\.sql$/i, 'it is a test'],
  [/^(?:template|example)s?\.sql$|\.(?:template|example)\.sql$/i, 'it is a template'],
];

/** Why a file is no migration, by its path below what was named; null where nothing in the path speaks against it. */
export function excludedByPath(path: string): string | null {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  for (const part of parts) {
    const found = FOLDERS.find(([pattern]) => pattern.test(part));
    if (found !== undefined) return found[1];
  }
  return FILES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** The part of a path below the nearest folder that was named. */
export function below(path: FilePath, named: readonly string[]): string {
  const above = named.filter((name) => name !== '' && path.startsWith(`${name}/`));
  return path.slice(Math.max(0, ...above.map((name) => name.length + 1)));
}
