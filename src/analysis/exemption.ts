import { childrenOf, isIndex } from './catalog/find';
import type { Relation } from './catalog/relation';
import type { Session } from './session';

/** Whether other sessions can see the relation: not where this transaction made it for certain, nor where it is temporary. */
export function isVisible(session: Session, relation: Relation): boolean {
  if (relation.persistence === 'temporary') return false;
  const owner = isIndex(relation) ? session.catalog.relations.get(relation.table) : undefined;
  if (owner !== undefined && !isVisible(session, owner)) return false;
  return !isOwn(session, relation) || !relation.origin.certain;
}

/**
 * Whether nobody can have used the relation: created for certain by this transaction, or by an earlier migration of a known change
 * set and not filled since. Temporary relations are always new. An index is as new as its table.
 */
export function isNew(session: Session, relation: Relation): boolean {
  if (relation.persistence === 'temporary') return true;
  const owner = isIndex(relation) ? session.catalog.relations.get(relation.table) : undefined;
  if (owner !== undefined && isNew(session, owner)) return true;
  if (!relation.origin.certain || isIndex(relation))
    return isOwn(session, relation) && relation.origin.certain;
  return isOwn(session, relation) || (isOfChangeSet(session, relation) && !mayHoldRows(relation));
}

/**
 * Whether a table of an earlier migration is partitioned and none of its partitions is known: a job or the application makes them as
 * time goes on.
 */
export function hasUnseenPartitions(session: Session, relation: Relation): boolean {
  if (relation.kind !== 'partitioned table' || isNew(session, relation)) return false;
  const { source, transaction } = relation.origin;
  if (source !== 'history' && source !== 'migration') return false;
  if (transaction !== null && transaction >= session.migrationStart) return false;
  return childrenOf(session.catalog, relation.id).length === 0;
}

function isOwn({ transactionOrdinal }: Session, { origin }: Relation): boolean {
  return origin.source !== 'assumed' && origin.transaction === transactionOrdinal;
}

function isOfChangeSet(session: Session, { origin }: Relation): boolean {
  const { knownChangeSet, changeSetStart } = session;
  return (
    knownChangeSet &&
    origin.source === 'migration' &&
    origin.transaction !== null &&
    origin.transaction >= changeSetStart
  );
}

function mayHoldRows(relation: Relation): boolean {
  return 'rows' in relation && relation.rows !== 'none';
}
