import type { DiscoveredSequence, Discovery } from '../changes/discover';
import type { SeenNotRead } from '../changes/seen';
import { unclaimedSequences } from '../changes/unclaimed';
import type { FilePath } from '../sql/source';
import { isSqlFile } from '../sql/sql-file';
import { nameOf, parentOf } from '../tools/folders';
import { orderOfName } from '../tools/order';
import { sql } from '../tools/sql';
import type { Tree } from '../tools/tool';
import type { Analysis } from './analyze';

/** Files that were named each by itself. */
export function givenFiles({
  named,
  standardInput,
}: Pick<Analysis, 'named' | 'standardInput'>): readonly FilePath[] {
  return standardInput === null ? named : [...named, standardInput.path];
}

/**
 * Named files that no tool claims are read as plain SQL, with their neighbours as their history. So is SQL that a glob matches, and
 * what stands directly in a folder of which no tool claims any file.
 */
export function withUnclaimed(
  { sequences, excluded }: Discovery,
  seen: readonly SeenNotRead[],
  tree: Tree,
  analysis: Analysis,
): readonly DiscoveredSequence[] {
  const claimed = new Set(sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)));
  const left = new Set(excluded.map(({ claim }) => claim.path));
  const unread = new Set(seen.flatMap(({ paths }) => paths));
  const isFree = (path: FilePath): boolean => isSqlFile(path) && !claimed.has(path) && !left.has(path);
  const loose = givenFiles(analysis).filter((path) => !claimed.has(path) && !unread.has(path));
  const found = analysis.places.flatMap(({ kind, at, paths }) => {
    if (kind === 'glob') return paths.filter(isFree);
    const unknown = !paths.some((path) => claimed.has(path));
    return unknown ? paths.filter((path) => isFree(path) && parentOf(path) === at) : [];
  });
  const asked = [...loose, ...found];
  const folders = new Set(asked.map(parentOf));
  const isNumbered = asked.some(hasNumber);
  // Beside a numbered file at the root, what has no number is no earlier migration but any SQL of the repository.
  const neighbours = tree.paths.filter(
    (path) =>
      isFree(path) &&
      folders.has(parentOf(path)) &&
      (parentOf(path) !== '' || (isNumbered && hasNumber(path))),
  );
  const extra = new Set([...loose, ...found, ...neighbours]);
  return [...sequences, ...unclaimedSequences(extra, analysis.tool ?? sql, 'it was named')];
}

/** One line for each named folder where SQL stands and nothing of it was taken for a migration. */
export function notTakenNotes(
  sequences: readonly DiscoveredSequence[],
  { excluded }: Discovery,
  { places }: Pick<Analysis, 'places'>,
): readonly string[] {
  const known = new Set([
    ...sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)),
    ...excluded.map(({ claim }) => claim.path),
  ]);
  return places.flatMap(({ kind, paths }) => {
    if (kind !== 'folder' || paths.some((path) => known.has(path))) return [];
    const [first, ...others] = paths.filter(isSqlFile);
    if (first === undefined) return [];
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return [
      `Not read: ${first}${more}, because no tool that is recognised runs migrations from there; name the files, or the folder that they stand in.`,
    ];
  });
}

function hasNumber(path: FilePath): boolean {
  return typeof orderOfName(nameOf(path))[0] === 'number';
}
