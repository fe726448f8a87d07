import type { FilePath } from '../sql/source';
import { nameOf, parentOf } from '../tools/folders';
import { compareOrder, orderOfName } from '../tools/order';
import type { Tool } from '../tools/tool';
import type { DiscoveredSequence } from './discover';

/** Files that were named and that no tool claims: read by one tool, in the order of their names, one sequence a folder. */
export function unclaimedSequences(
  paths: Iterable<FilePath>,
  tool: Tool,
  why: string,
): readonly DiscoveredSequence[] {
  const folders = new Map<string, FilePath[]>();
  for (const path of paths) {
    const folder = parentOf(path);
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [path]);
    else known.push(path);
  }
  return [...folders].map(([sequence, files]): DiscoveredSequence => {
    const migrations = files.map((path) => ({
      tool,
      claim: {
        path,
        sequence,
        order: orderOfName(nameOf(path)),
        version: null,
        direction: 'up' as const,
        evidence: 1 as const,
        why,
      },
    }));
    migrations.sort((a, b) => compareOrder(a.claim.order, b.claim.order));
    return { sequence, tool, migrations };
  });
}
