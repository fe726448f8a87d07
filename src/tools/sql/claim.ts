import { orderOfName } from '../order';
import { sample } from '../sample';
import type { NamedFile } from '../sql-claims';
import { numberedClaim, sqlFolders } from '../sql-claims';
import type { Claim, Direction, Tree } from '../tool';
import { upDownHomes } from '../up-down-folders';
import { downMarkers } from './read';

/** A part of a path that can only mean migrations. */
const STRONG = /(?:^|[-_.])(?:migrations?|migrates?|migrator|schema_?changes|evolutions)(?:[-_.]|$)/i;
/** One that may mean them, where the files are numbered. */
const WEAK =
  /(?:^|[-_.])(?:updates?|upgrades?|patch(?:es)?|deltas?|changes|changesets?|changelogs?|versions?|revisions?|schema_?versions|increments?)(?:[-_.]|$)/i;
const NUMBERED = /^[a-z]?\d+|^\d{4}-\d{2}/i;

/** SQL files in folders that are named for migrations, or numbered in folders named for updates. */
export function claimPlainSql(tree: Tree): readonly Claim[] {
  const pairs = upDownHomes(tree).flatMap(({ folder, files }) =>
    files.map(({ path, name, direction }): Claim => ({
      path,
      sequence: folder.path,
      order: orderOfName(name),
      version: null,
      direction,
      evidence: 1,
      why: `${direction}.sql in a folder of its own`,
    })),
  );
  const paired = new Set(pairs.map(({ path }) => path));
  const plain = sqlFolders(tree).flatMap(({ folder, files }): readonly Claim[] => {
    const parts = folder.path.split('/');
    const last = parts.at(-1) ?? '';
    const numbered = files.filter(({ name }) => NUMBERED.test(name)).length * 2 > files.length;
    const why = STRONG.test(last)
      ? 'an SQL file in a folder of migrations'
      : numbered && parts.some((part) => STRONG.test(part) || WEAK.test(part))
        ? 'a numbered SQL file below a folder of migrations'
        : null;
    if (why === null) return [];
    const direction = hasSections(tree, files) ? 'both' : null;
    return files
      .filter(({ path }) => !paired.has(path))
      .map((file) => ({
        ...numberedClaim(file, 1, why, direction ?? directionOf(file)),
        order: orderOfFile(file),
        version: null,
      }));
  });
  return [...pairs, ...plain];
}

/** Whether files of a folder keep the way back in sections of their own. */
function hasSections(tree: Tree, files: readonly NamedFile[]): boolean {
  const paths = files.map(({ path }) => path);
  return sample(tree, paths).some((text) => downMarkers(text).length > 0);
}

function orderOfFile({ name }: NamedFile): Claim['order'] {
  return orderOfName(name.replace(/\.(?:up|down)\.sql$/i, '.sql').replace(/^(\d+)\.(?:do|undo)\./i, '$1.'));
}

function directionOf({ name, folder }: NamedFile): Direction {
  if (/(?:^|\/)(?:downs?|undo|rollbacks?|reverts?)$/i.test(folder.path)) return 'down';
  return /(?:^|[._-])(?:down|undo|rollback|revert)\.sql$|^\d+\.undo\./i.test(name) ? 'down' : 'up';
}
