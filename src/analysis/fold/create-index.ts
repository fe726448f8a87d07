import type { OperationOf } from '../../postgres/operation';
import { columnOf, isIndex, isTable, isView, relationNamed } from '../catalog/find';
import type { Relation } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import type { Session } from '../session';
import { buildIndex } from './build-index';
import type { Folded } from './change';
import { put } from './change';
import { dropRelations } from './drop';

/** CREATE INDEX. Refused where the name is taken, the table or a column is not there. */
export function createIndex(session: Session, operation: OperationOf<'create-index'>): Folded {
  const { index } = operation;
  const owner = relationOf(session, index.table);
  if (owner === undefined) return session;
  if (!isTable(owner) && owner.kind !== 'materialized view') return null;
  if (index.name !== null) {
    const existing = relationNamed(session.catalog, { schema: owner.schema, name: index.name });
    if (existing !== undefined) return operation.ifNotExists ? session : null;
  }
  if (!hasColumns(owner, operation) || (operation.concurrently && owner.kind === 'partitioned table'))
    return null;
  const built = buildIndex(
    session,
    owner,
    { constraint: null, ...index, keys: index.keys },
    { only: operation.only, parent: null },
  );
  if (built === null) return null;
  const [next, made] = built;
  const known = next.catalog.relations.get(made.id);
  if (!operation.ifNotExists || known === undefined) return next;
  return put(next, { ...known, origin: { ...known.origin, certain: false } });
}

/** DROP INDEX. Refused for the index of a constraint and for the part of a partitioned index. */
export function dropIndex(session: Session, operation: OperationOf<'drop-index'>): Folded {
  const indexes: Relation[] = [];
  for (const name of operation.indexes) {
    const relation = relationOf(session, name);
    if (relation === undefined) {
      if (!operation.ifExists && session.catalog.complete) return null;
      continue;
    }
    if (!isIndex(relation) || relation.constraint !== null || relation.parent !== null) return null;
    indexes.push(relation);
  }
  return dropRelations(
    session,
    indexes.map(({ id }) => id),
    operation.cascade,
  );
}

function hasColumns(owner: Relation, { index }: OperationOf<'create-index'>): boolean {
  if ((!isTable(owner) && !isView(owner)) || !owner.complete) return true;
  const names = [...index.keys.flatMap((key) => key.column ?? []), ...index.include];
  return names.every((name) => columnOf(owner, name) !== undefined);
}
