import { configurations } from '../configuration';
import { nameOf, parentOf } from '../folders';
import type { Claim, Tree } from '../tool';

const LIST = /\bloadExtensions["']?\s*:\s*\[((?:\s*["'`]\.\w+["'`]\s*,?)+)\s*\]/g;

/**
 * The claims without the second form of a migration, `20260101_orders.js` beside `20260101_orders.ts`, where the knexfile loads files
 * of the other ending only. A migration that stands there in one form is one, whatever the knexfile loads: it may be compiled first.
 */
export function loadedOnly(tree: Tree, claims: readonly Claim[]): readonly Claim[] {
  const paths = new Set<string>(claims.map(({ path }) => path));
  return claims.map((claim) => {
    const folder = parentOf(claim.path);
    const stem = claim.path.replace(/\.\w+$/, '');
    const hasTwin = ENDINGS.some(
      (ending) => `${stem}${ending}` !== claim.path && paths.has(`${stem}${ending}`),
    );
    if (!hasTwin) return claim;
    const loaded = loadExtensions(tree, folder);
    const isLoaded = loaded === undefined || loaded.some((ending) => claim.path.endsWith(ending));
    if (isLoaded || !loaded.some((ending) => paths.has(`${stem}${ending}`))) return claim;
    return {
      ...claim,
      excluded: `the knexfile loads ${loaded.join(' and ')} only, and ${nameOf(stem)} is there so`,
    };
  });
}

const ENDINGS = ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'];

/** The endings of the nearest configuration that says so once, as a plain list; `undefined` where it chooses between lists. */
function loadExtensions(tree: Tree, folder: string): readonly string[] | undefined {
  for (const { text } of configurations(tree, folder, /knex|database|(?:^|[-_.])db(?:[-_.]|$)|migrat/i)) {
    const lists = [...new Set([...text.matchAll(LIST)].map(([, list = '']) => list.replace(/\s/g, '')))];
    const [only] = lists;
    if (only === undefined) continue;
    return lists.length === 1 ? [...only.matchAll(/\.\w+/g)].map(([ending]) => ending) : undefined;
  }
  return undefined;
}
