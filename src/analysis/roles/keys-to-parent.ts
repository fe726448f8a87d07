import { ancestors } from '../catalog/find';
import type { Table } from '../catalog/relation';
import { partitionsOf } from './family';
import type { HeldKey } from './keys';
import { keysTo } from './keys';
import { parentOf, partOf } from './parent-and-part';
import type { Situation } from './situation';

/**
 * Tables with a key to the parent, without the partitions that have it from there; and partitions that have a key to the partition of
 * DETACH from their own parent, which the server takes for such.
 */
export function referencingParent(situation: Situation): readonly Table[] {
  const { catalog } = situation.session;
  const mistaken = partOf(situation, 'detach-partition').flatMap((part) =>
    keysTo(catalog, part).flatMap(({ table, key }) => (key.inherited ? [table] : [])),
  );
  return [...withKeyToParent(situation), ...mistaken];
}

/** The partitions of those tables. */
export function referencingPartitions(situation: Situation): readonly Table[] {
  return referencingParent(situation).flatMap((table) => partitionsOf(situation.session.catalog, table));
}

/** Tables with a key to the parent that is one to the partition. */
export function withKeyToParent(situation: Situation): readonly Table[] {
  const { catalog } = situation.session;
  return parentOf(situation).flatMap((parent) =>
    [parent, ...ancestors(catalog, parent)].flatMap((each) =>
      keysTo(catalog, each)
        .filter((held) => concernsPartition(situation, parent, held))
        .map(({ table }) => table),
    ),
  );
}

/**
 * DETACH looks for the part of the key, up to 14 among those of others. On 12 a new partition is no part of a key of its parent to
 * itself.
 */
function concernsPartition(situation: Situation, parent: Table, { table, key }: HeldKey): boolean {
  const { major } = situation.session;
  const [detached] = partOf(situation, 'detach-partition');
  if (detached?.partition?.parent === parent.id && major >= 12)
    return (
      key.parts.some(({ partition }) => partition === detached.id) &&
      (major >= 15 || table.id !== detached.id)
    );
  return !key.inherited && !(major === 12 && table.id === parent.id);
}
