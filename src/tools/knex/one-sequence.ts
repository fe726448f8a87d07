import { folderLists, namesFolder } from '../configured-folders';
import { nearestFile, parentOf } from '../folders';
import type { Claim, Tree } from '../tool';

const CONFIGS = [
  'knexfile.ts',
  'knexfile.js',
  'knexfile.mjs',
  'knexfile.cjs',
  'knexfile.mts',
  'knexfile.cts',
];

/**
 * The claims with those of one knexfile as one sequence, where it finds its folders by code or names several in one list: Knex sorts
 * the migrations of all its folders together. A knexfile that names one folder leaves it to itself.
 */
export function oneSequence(tree: Tree, claims: readonly Claim[]): readonly Claim[] {
  const places = new Map<string, Place>();
  for (const { sequence } of claims) if (!places.has(sequence)) places.set(sequence, placeOf(tree, sequence));
  return claims.map((claim) => {
    const { sequence, before } = places.get(claim.sequence) ?? { sequence: claim.sequence, before: [] };
    return { ...claim, sequence, order: [...before, ...claim.order] };
  });
}

/** The sequence that a folder belongs to, and where it stands in it if folders run one after the other. */
interface Place {
  readonly sequence: string;
  readonly before: readonly number[];
}

function placeOf(tree: Tree, folder: string): Place {
  const config = nearestFile(tree, folder, CONFIGS);
  if (config === undefined) return { sequence: folder, before: [] };
  const text = tree.read(config) ?? '';
  const list = folderLists(tree, config, 'directory').find((each) => each.includes(folder));
  const [first] = list ?? [];
  if (list !== undefined && first !== undefined) {
    const isSeparate = /\bsortDirsSeparately\s*:\s*true\b/.test(text);
    return { sequence: first, before: isSeparate ? [list.indexOf(folder)] : [] };
  }
  return { sequence: namesFolder(text, ['directory']) ? folder : parentOf(config), before: [] };
}
