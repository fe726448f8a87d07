import type { FilePath } from '../sql/source';
import { foldersOf, nameOf, nearestFile, nearestMentions, parentOf } from '../tools/folders';
import { CHANGELOG_PATH, changelogAt, hasOwnChanges } from '../tools/liquibase/document';
import type { Tree } from '../tools/tool';
import { below, excludedByPath } from './exclusion';

/** Migrations of a tool whose language pgfence does not read: named, and counted as a gap. */
export interface SeenNotRead {
  /** As the tool spells itself. */
  readonly title: string;
  readonly folder: string;
  readonly paths: readonly FilePath[];
  /** A clause for the gap, where it is not that they are migrations of the tool. */
  readonly detail?: string;
}

interface Unread {
  readonly title: string;
  readonly path: RegExp;
  readonly also?: (tree: Tree, path: FilePath) => boolean;
}

const has = (tree: Tree, folder: string, name: string): boolean =>
  foldersOf(tree).get(folder)?.files.includes(name) === true;

const UNREAD: readonly Unread[] = [
  {
    title: 'Rails',
    path: /(?:^|\/)db\/(?:[\w-]+_)?migrate\/\d+_\w+\.rb$/,
    also: (tree, path) =>
      !nearestMentions(
        tree,
        parentOf(parentOf(parentOf(path))),
        ['Gemfile'],
        /^(?![^]*\bgem\s+["']pg["'])[^]*\bgem\s+["'](?:mysql2|sqlite3|trilogy)["']/,
      ),
  },
  {
    title: 'Django',
    path: /(?:^|\/)migrations\/\d{4}_\w+\.py$/,
    also: (tree, path) => has(tree, parentOf(path), '__init__.py'),
  },
  {
    title: 'Alembic',
    path: /(?:^|\/)versions\/[^/]+\.py$/,
    also: (tree, path) =>
      has(tree, parentOf(parentOf(path)), 'env.py') ||
      nearestFile(tree, parentOf(path), ['alembic.ini']) !== undefined,
  },
  { title: 'Ecto', path: /(?:^|\/)priv\/(?:[\w-]+\/)*(?:tenant_)?migrations\/(?:[\w-]+\/)*\d+_\w+\.exs$/ },
  {
    title: 'Liquibase',
    path: CHANGELOG_PATH,
    // One that only includes others, or sends files of SQL, changes nothing by itself.
    also: (tree, path) => {
      const changelog = changelogAt(tree, path);
      return changelog !== null && hasOwnChanges(changelog);
    },
  },
  {
    title: 'goose (Go)',
    path: /(?:^|\/)\d+_\w+\.go$/,
    also: (tree, path) => /\bgoose\.Add(?:Named)?Migration/.test(tree.read(path) ?? ''),
  },
  {
    title: 'Flyway (Java, Kotlin)',
    path: /(?:^|\/)db\/migration\/(?:[\w-]+\/)*[VR][\d_.]*__\w+\.(?:java|kt)$/,
  },
  {
    title: 'refinery (Rust)',
    path: /(?:^|\/)[VU]\d+__\w+\.rs$/,
    also: (tree, path) => /\bfn\s+migration\s*\(/.test(tree.read(path) ?? ''),
  },
  {
    title: 'Sequel',
    path: /(?:^|\/)\d+_\w+\.rb$/,
    also: (tree, path) => /\bSequel\.migration\b/.test(tree.read(path) ?? ''),
  },
  {
    title: 'Phinx',
    path: /(?:^|\/)\d{14}_\w+\.php$/,
    also: (tree, path) => /\bextends\s+\\?(?:\w+\\)*(?:Abstract|Base)Migration\b/.test(tree.read(path) ?? ''),
  },
  {
    title: 'Yii',
    path: /(?:^|\/)m\d{6}_\d{6}_\w+\.php$/,
    also: (tree, path) => /\bextends\s+\\?(?:\w+\\)*Migration\b/.test(tree.read(path) ?? ''),
  },
  {
    title: 'FluentMigrator',
    path: /(?:^|\/)[^/]*Migrat[^/]*\/(?:[^/]+\/)*[^/]+\.cs$|(?:^|\/)\D*\d{8,}\w*\.cs$/i,
    also: (tree, path) => {
      const text = tree.read(path) ?? '';
      return (
        /\[(?:\w+)?Migration\(/.test(text) &&
        /:\s*(?:\w+)?Migration\b/.test(text) &&
        /\bFluentMigrator\b/.test(text)
      );
    },
  },
  {
    title: 'yoyo',
    path: /(?:^|\/)migrations\/[\w.-]+\.py$/,
    also: (tree, path) => /\bfrom\s+yoyo\s+import\b/.test(tree.read(path) ?? ''),
  },
  {
    title: 'pgroll',
    path: /(?:^|\/)(?:\.pgroll|migrations|pgroll)\/(?:[\w-]+\/)*[\w.-]+\.(?:ya?ml|json)$/,
    also: (tree, path) =>
      /^\s*(?:\{\s*)?["']?(?:name|operations|version_schema)["']?\s*:/.test(tree.read(path) ?? '') &&
      /["']?operations["']?\s*:[^]*\b(?:create_table|add_column|alter_column|drop_column|drop_table|create_index|drop_index|rename_\w+|set_replica_identity|drop_\w*constraint|create_constraint|sql)\b["']?\s*:/.test(
        tree.read(path) ?? '',
      ),
  },
  { title: 'SeaORM', path: /(?:^|\/)m\d{8}_\d{6}_\w+\.rs$/ },
  { title: 'Laravel', path: /(?:^|\/)migrations\/(?:[\w-]+\/)*\d{4}_\d{2}_\d{2}_\d{6}_\w+\.php$/ },
  { title: 'Doctrine', path: /(?:^|\/)Version\d{14}\.php$/ },
  { title: 'Entity Framework', path: /(?:^|\/)Migrations\/(?:[\w-]+\/)*\d{14}_\w+(?<!\.Designer)\.cs$/ },
];

/**
 * The migrations of a tree that are seen and not read, one entry a folder: of the files that the caller asks about. What speaks
 * against a file counts only below what was named.
 */
export function seenNotRead(
  tree: Tree,
  asks: (path: FilePath) => boolean,
  named: readonly string[] = [],
): readonly SeenNotRead[] {
  const found = new Map<string, { title: string; folder: string; paths: FilePath[] }>();
  for (const path of tree.paths) {
    if (!/\.(?:rb|py|exs|xml|ya?ml|json|go|java|kt|rs|php|cs)$/.test(path) || !asks(path)) continue;
    const kind = UNREAD.find((unread) => unread.path.test(path));
    if (kind === undefined || nameOf(path) === '__init__.py') continue;
    if (!named.includes(path) && excludedByPath(below(path, named)) !== null) continue;
    if (kind.also?.(tree, path) === false) continue;
    const folder = parentOf(path);
    const key = `${kind.title}\u0000${folder}`;
    const known = found.get(key) ?? { title: kind.title, folder, paths: [] };
    known.paths.push(path);
    found.set(key, known);
  }
  return [...found.values()];
}
