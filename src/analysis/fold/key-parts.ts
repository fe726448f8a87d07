import { ancestors, heirs, tableById } from '../catalog/find';
import { chooseForeignKeyName } from '../catalog/generated-name';
import type { Constraint, RelationId, Table } from '../catalog/relation';
import { referencingTables } from '../catalog/uses';
import type { Session } from '../session';
import { inBoundOrder } from './bound-order';
import { changeConstraint, changeTable } from './change';

type ForeignKey = Extract<Constraint, { readonly kind: 'foreign-key' }>;

/** Gives the key of a table a part for each partition of the table that it refers to. */
export function withAllParts(session: Session, holder: RelationId, name: string): Session {
  const referenced = tableById(session.catalog, keyNamed(session, holder, name)?.referenced ?? holder);
  return referenced === undefined ? session : withPartsBelow(session, holder, name, referenced);
}

/**
 * A new partition is referred to by every key that refers to its parent: the keys that are not a partition's own copy get a part for it
 * and for each partition of its own. On 12 the key of a table to itself does not. Source: tablecmds.c, CloneFkReferenced.
 */
export function withPartsFor(session: Session, parent: Table, partition: Table): Session {
  const { catalog, major } = session;
  const above = [parent, ...ancestors(catalog, parent)];
  const holders = new Set(above.flatMap(({ id }) => referencingTables(catalog, id)));
  let result = session;
  for (const holder of holders) {
    if (major === 12 && holder.id === parent.id) continue;
    for (const key of holder.constraints) {
      if (key.kind !== 'foreign-key' || !refersTo(key, parent.id)) continue;
      result = withPart(result, holder.id, key.name, partition);
    }
  }
  return result;
}

/** Nothing refers any more to a partition, and to those below it, by a key to what was above it. */
export function withoutPartsFor(session: Session, parent: Table, partition: Table): Session {
  const { catalog } = session;
  const gone = new Set([partition, ...heirs(catalog, partition.id)].map(({ id }) => id));
  const holders = new Set(
    [parent, ...ancestors(catalog, parent)].flatMap(({ id }) => referencingTables(catalog, id)),
  );
  return [...holders].reduce(
    (next, { id }) =>
      changeTable(next, id, (table) => ({
        ...table,
        constraints: table.constraints.map((each) =>
          each.kind === 'foreign-key' && each.parts.some((part) => gone.has(part.partition))
            ? { ...each, parts: each.parts.filter((part) => !gone.has(part.partition)) }
            : each,
        ),
      })),
    session,
  );
}

function refersTo(key: ForeignKey, id: RelationId): boolean {
  return key.referenced === id ? !key.inherited : key.parts.some(({ partition }) => partition === id);
}

function withPartsBelow(session: Session, holder: RelationId, name: string, referenced: Table): Session {
  if (session.major < 12 || referenced.kind !== 'partitioned table') return session;
  return inBoundOrder(session, referenced).reduce(
    (next, partition) => withPart(next, holder, name, partition),
    session,
  );
}

function withPart(session: Session, holder: RelationId, name: string, partition: Table): Session {
  const table = tableById(session.catalog, holder);
  const key = keyNamed(session, holder, name);
  if (table === undefined || key === undefined || session.major < 12) return session;
  const part = {
    partition: partition.id,
    name: session.major >= 18 ? null : chooseForeignKeyName(session, table, key.columns),
  };
  const added = changeConstraint(session, holder, name, (before) =>
    before.kind === 'foreign-key' ? { ...before, parts: [...before.parts, part] } : before,
  );
  return withPartsBelow(added, holder, name, partition);
}

function keyNamed({ catalog }: Session, holder: RelationId, name: string): ForeignKey | undefined {
  return tableById(catalog, holder)?.constraints.find(
    (each): each is ForeignKey => each.kind === 'foreign-key' && each.name === name,
  );
}
