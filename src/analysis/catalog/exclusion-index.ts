import type { Catalog } from './catalog';
import { tableById } from './find';
import type { Index } from './relation';

/** Whether an index is that of an EXCLUDE constraint, or of a key WITHOUT OVERLAPS, which is one too (pg_index.indisexclusion). */
export function isExclusionIndex(catalog: Catalog, index: Index): boolean {
  if (index.unique && index.method === 'gist') return true;
  const constraints = tableById(catalog, index.table)?.constraints ?? [];
  return constraints.some((each) => each.kind === 'exclude' && each.index === index.id);
}
