import { indexesOf } from '../analysis/catalog/find';
import type { Catalog } from '../analysis/catalog/catalog';
import type { Index, RelationId } from '../analysis/catalog/relation';
import { sameShape } from '../analysis/roles/index-match';
import type { IndexKey } from '../postgres/definition';

/** What an index is, whether it exists or is about to be made. */
export interface IndexLike {
  readonly method: string;
  readonly unique: boolean;
  readonly keys: readonly IndexKey[];
  readonly include: readonly string[];
  readonly predicate: Index['predicate'];
  readonly nullsNotDistinct: boolean;
}

/** Whether two indexes have the same method, columns, operator classes, collations and predicate. */
export function alike(a: IndexLike, b: IndexLike): boolean {
  return sameShape({ ...a, constraint: false }, { ...b, constraint: false });
}

/** The valid indexes of a table whose columns are known. */
export function usableIndexes(catalog: Catalog, table: RelationId): readonly Index[] {
  return indexesOf(catalog, table).filter(({ valid, complete }) => valid && complete);
}

/** Whether the keys of `shorter` are the leading part of those of `longer`, in the same order. */
export function isLeadingPart(shorter: IndexLike, longer: IndexLike): boolean {
  return (
    shorter.keys.length <= longer.keys.length &&
    shorter.method === longer.method &&
    shorter.keys.every((key, at) => isSameKey(key, longer.keys[at])) &&
    JSON.stringify(shorter.predicate) === JSON.stringify(longer.predicate)
  );
}

/** Most keys differ in their column already. */
function isSameKey(key: IndexKey, other: IndexKey | undefined): boolean {
  return key.column === other?.column && JSON.stringify(key) === JSON.stringify(other);
}
