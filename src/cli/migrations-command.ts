import { discoverAll } from '../changes/discover';
import type { DiscoveredSequence, Excluded } from '../changes/discover';
import { seenNotRead } from '../changes/seen';
import type { SeenNotRead } from '../changes/seen';
import { withYaml } from '../changes/source-tree';
import { withoutFiles } from '../changes/without-files';
import type { WithoutFiles } from '../changes/without-files';
import { printable } from '../report/printable';
import { TOOLS } from '../tools/registry';
import type { Surroundings } from './run';
import { openWorkingCopy, pathInTree } from './working-copy';

/** `pgfence migrations`: what is taken for migrations, of which tool, in which order, and why; and what is not, and why. */
export async function migrations(folder: string, surroundings: Surroundings): Promise<number> {
  const copy = openWorkingCopy(surroundings.cwd);
  const tree = await withYaml(copy.tree);
  const inside = pathInTree(copy.root, surroundings.cwd, folder);
  const below = (path: string): boolean => inside === '' || path === inside || path.startsWith(`${inside}/`);
  const named = inside === '' ? [] : [inside];
  const { sequences, excluded } = discoverAll(tree, TOOLS, {
    named,
    files: inside === '' ? null : new Set(tree.paths.filter(below)),
  });
  const sections = [
    ...sequences.map((sequence) => sequenceLines(sequence, below)),
    leftOutLines(excluded.filter(({ claim }) => below(claim.path))),
    seenLines(seenNotRead(tree, below, named)),
    withoutLines(withoutFiles(tree, below)),
  ].filter((lines) => lines.length > 0);
  const text = sections.map((lines) => lines.map((line) => `${printable(line)}\n`).join('')).join('\n');
  const none = sequences.some((sequence) => sequenceLines(sequence, below).length > 0)
    ? ''
    : `No migrations found that pgfence reads.\n${text === '' ? '' : '\n'}`;
  await surroundings.out(none + text);
  return 0;
}

function sequenceLines(
  { sequence, tool, migrations: all }: DiscoveredSequence,
  below: (path: string) => boolean,
): readonly string[] {
  const shown = all.filter(({ claim }) => below(claim.path));
  const [first] = shown;
  if (first === undefined) return [];
  const whys = new Set(shown.map(({ claim }) => claim.why));
  const shared = whys.size === 1 ? `: ${first.claim.why}` : '';
  return [
    `${tool.title}, ${sequence === '' ? '.' : sequence} (${files(shown.length)}, in this order)${shared}`,
    ...shown.map(({ claim }) => {
      const direction = { up: '', down: ' [down]', both: ' [up and down]' }[claim.direction];
      return `  ${within(claim.path, sequence)}${direction}${whys.size === 1 ? '' : `: ${claim.why}`}`;
    }),
  ];
}

/** A path, from the folder of its sequence on where it lies there. */
function within(path: string, folder: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function leftOutLines(excluded: readonly Excluded[]): readonly string[] {
  const groups = new Map<string, { readonly heading: string; readonly names: string[] }>();
  for (const { claim, why } of excluded) {
    const { sequence, path } = claim;
    const key = `${sequence}\u0000${why}`;
    const known = groups.get(key) ?? { heading: `  ${sequence === '' ? '.' : sequence}: ${why}`, names: [] };
    known.names.push(within(path, sequence));
    groups.set(key, known);
  }
  if (groups.size === 0) return [];
  return [
    'Left out:',
    ...[...groups.values()].map(({ heading, names }) => {
      const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
      return `${heading} (${names.slice(0, SHOWN).join(', ')}${more})`;
    }),
  ];
}

const SHOWN = 3;

function seenLines(seen: readonly SeenNotRead[]): readonly string[] {
  if (seen.length === 0) return [];
  return [
    'Seen, not read:',
    ...seen.map(
      ({ title, folder, paths }) => `  ${title}, ${folder === '' ? '.' : folder} (${files(paths.length)})`,
    ),
  ];
}

function withoutLines(found: readonly WithoutFiles[]): readonly string[] {
  if (found.length === 0) return [];
  return [
    'Changes the database without migration files:',
    ...found.map(({ what, path, line }) => `  ${what}, ${path} line ${line}`),
  ];
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}
