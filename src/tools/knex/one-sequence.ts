import { namesFolder } from '../configured-folders';
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
 * The claims with those of one knexfile as one sequence, where it finds its folders by code: Knex sorts the migrations of all its
 * folders together. A knexfile that names a folder in so many words leaves each folder to itself.
 */
export function oneSequence(tree: Tree, claims: readonly Claim[]): readonly Claim[] {
  const folders = new Map<string, string>();
  for (const { sequence } of claims) {
    if (folders.has(sequence)) continue;
    const config = nearestFile(tree, sequence, CONFIGS);
    const joins = config !== undefined && !namesFolder(tree.read(config) ?? '', ['directory']);
    folders.set(sequence, joins ? parentOf(config) : sequence);
  }
  return claims.map((claim) => ({ ...claim, sequence: folders.get(claim.sequence) ?? claim.sequence }));
}
