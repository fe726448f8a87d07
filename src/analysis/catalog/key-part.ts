import type { Catalog } from './catalog';
import { parentsOf } from './find';
import type { Constraint, RelationId, Table } from './relation';

type ForeignKey = Extract<Constraint, { readonly kind: 'foreign-key' }>;

/** Whether a partition has the one key because its parent has the other. */
export function isCopyOf(copy: ForeignKey, key: ForeignKey): boolean {
  return (
    copy.inherited &&
    copy.referenced === key.referenced &&
    copy.columns.join('\u0000') === key.columns.join('\u0000')
  );
}

/** Whether a key to a partitioned table has a part for the partition, or the key has that it is a copy of. */
export function hasPart(catalog: Catalog, holder: Table, key: ForeignKey, partition: RelationId): boolean {
  if (key.parts.some((part) => part.partition === partition)) return true;
  if (!key.inherited) return false;
  return parentsOf(catalog, holder).some((parent) =>
    parent.constraints.some(
      (above) =>
        above.kind === 'foreign-key' && isCopyOf(key, above) && hasPart(catalog, parent, above, partition),
    ),
  );
}
