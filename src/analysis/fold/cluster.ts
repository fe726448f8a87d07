import type { OperationOf } from '../../postgres/operation';
import { isIndex, relationNamed } from '../catalog/find';
import type { Relation } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import type { Session } from '../session';
import { put } from './change';

/** CLUSTER … USING remembers the index. */
export function cluster(session: Session, operation: OperationOf<'cluster'>): Session {
  const relation = operation.table === null ? undefined : relationOf(session, operation.table);
  if (relation === undefined || operation.index === null || relation.kind === 'partitioned table')
    return session;
  return clusterOn(session, relation, operation.index);
}

/** CLUSTER ON. */
export function clusterOn(session: Session, relation: Relation, name: string): Session {
  const index = relationNamed(session.catalog, { schema: relation.schema, name });
  return index === undefined || !isIndex(index)
    ? session
    : put(session, { ...relation, clusteredOn: index.id });
}

/** SET WITHOUT CLUSTER. */
export function withoutCluster(session: Session, { clusteredOn, ...relation }: Relation): Session {
  return clusteredOn === undefined ? session : put(session, relation);
}
