import { discover } from '../changes/discover';
import { printable } from '../report/printable';
import { TOOLS } from '../tools/registry';
import type { Surroundings } from './run';
import { openWorkingCopy, pathInTree } from './working-copy';

/** `pgfence migrations`: what is taken for migrations, of which tool, in which order, and why. */
export function migrations(folder: string, surroundings: Surroundings): number {
  const copy = openWorkingCopy(surroundings.cwd);
  const inside = pathInTree(copy.root, surroundings.cwd, folder);
  const below = (path: string): boolean => inside === '' || path === inside || path.startsWith(`${inside}/`);
  const sequences = discover(copy.tree, TOOLS).filter(({ migrations: all }) =>
    all.some(({ claim }) => below(claim.path)),
  );
  for (const { sequence, tool, migrations: all } of sequences) {
    const shown = all.filter(({ claim }) => below(claim.path));
    surroundings.out(`${tool.title}: ${printable(sequence === '' ? '.' : sequence)} (${shown.length})\n`);
    for (const { claim } of shown) {
      const direction =
        claim.direction === 'up' ? '' : claim.direction === 'down' ? ' [down]' : ' [up and down]';
      surroundings.out(`  ${printable(claim.path)}${direction}  ${claim.why}\n`);
    }
  }
  if (sequences.length === 0) surroundings.out('No migrations found.\n');
  return 0;
}
