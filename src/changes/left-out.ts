import type { FilePath } from '../sql/source';
import type { Excluded } from './discover';

/** What is said of files that were asked for and left out: one line a reason, for the notes of a report. */
export function leftOutNotes(
  excluded: readonly Excluded[],
  asked: (path: FilePath) => boolean,
): readonly string[] {
  const reasons = new Map<string, FilePath[]>();
  for (const { claim, why } of excluded) {
    if (!asked(claim.path)) continue;
    const known = reasons.get(why);
    if (known === undefined) reasons.set(why, [claim.path]);
    else known.push(claim.path);
  }
  return [...reasons].map(([why, paths]) => {
    const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
    return `Not judged: ${paths[0] ?? ''}${more}, because ${why}.`;
  });
}
