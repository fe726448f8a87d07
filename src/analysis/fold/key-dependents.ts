import type { ForeignKey } from '../catalog/adopted-key';
import type { Catalog } from '../catalog/catalog';
import { childrenOf } from '../catalog/find';
import { isCopyOf } from '../catalog/key-part';
import type { RelationId, Table } from '../catalog/relation';
import { referencingTables } from '../catalog/uses';
import { exists } from '../origin';
import type { Dependent } from './dependents';

/** The copies of a key on partitions, the key that it was released from, and those that were released from it. */
export function withKey(catalog: Catalog, table: Table, key: ForeignKey): readonly Dependent[] {
  const released = keysOf(table, (each) => each.name === key.releasedFrom || each.releasedFrom === key.name);
  return [
    ...released,
    ...childrenOf(catalog, table.id).flatMap((child) => keysOf(child, (each) => isCopyOf(each, key))),
  ];
}

function keysOf({ id, constraints }: Table, fits: (key: ForeignKey) => boolean): readonly Dependent[] {
  return constraints.flatMap((each): readonly Dependent[] =>
    each.kind === 'foreign-key' && fits(each)
      ? [{ object: { kind: 'constraint', table: id, name: each.name }, how: 'auto', certain: true }]
      : [],
  );
}

/** The keys to a table that are concerned. */
export function foreignKeysTo(
  catalog: Catalog,
  id: RelationId,
  concerns: (key: ForeignKey, holder: Table) => boolean,
): readonly Dependent[] {
  return referencingTables(catalog, id).flatMap((table) =>
    table.constraints.flatMap((key): readonly Dependent[] =>
      key.kind === 'foreign-key' && key.referenced === id && concerns(key, table)
        ? [
            {
              object: { kind: 'constraint', table: table.id, name: key.name },
              how: 'normal',
              certain: exists(key.origin) && exists(table.origin),
            },
          ]
        : [],
    ),
  );
}
