import type { ObjectName } from '../../postgres/name';
import type { Operation } from '../../postgres/operation';
import { isPlaceholder } from '../../sql/placeholder';
import { ASSUMED } from '../origin';
import type { Session } from '../session';
import { addRelation } from './edit';
import type { Mention } from './mention';
import { creationsOf, mentionsOf, sameName } from './mention';
import type { Relation } from './relation';
import { UNKNOWN_RELATION } from './relation';
import type { Draft } from './edit';
import { isSystemName, nameForCreation, resolve } from './resolve';

/**
 * The session with an entry for every relation that a statement takes to exist and the catalog does not know, so that facts about
 * it can be kept. Behind IF EXISTS nothing is assumed of a database that is known in full.
 */
export function assumeMentioned(session: Session, operations: readonly Operation[]): Session {
  let result = session;
  const made: ObjectName[] = [];
  for (const operation of operations) {
    for (const mention of mentionsOf(operation)) {
      if (isUnknown(result, mention) && !made.some((name) => sameName(name, mention.name))) {
        result = assumed(result, mention);
      }
    }
    made.push(...creationsOf(operation));
  }
  return result;
}

function isUnknown(session: Session, { name, optional }: Mention): boolean {
  if (
    name.name === '' ||
    isPlaceholder(name.name) ||
    isSystemName(name) ||
    resolve(session, name) !== undefined
  )
    return false;
  return !optional || !session.catalog.complete;
}

function assumed(session: Session, mention: Mention): Session {
  const [catalog] = addRelation(session.catalog, draftOf(session, mention));
  return { ...session, catalog };
}

function draftOf(session: Session, { name, kind }: Mention): Draft {
  const shared = { ...nameForCreation(session, name), persistence: 'permanent', origin: ASSUMED } as const;
  switch (kind) {
    case 'table':
    case 'partitioned table':
    case 'foreign table':
      return assumedTable({ ...shared, kind });
    case 'view':
    case 'materialized view':
      return {
        ...shared,
        kind,
        columns: [],
        complete: false,
        reads: [],
        readsColumns: [],
        calls: [],
        indexes: [],
        populated: true,
        options: {},
        triggers: [],
        rules: [],
      };
    case 'index':
      return {
        ...shared,
        kind,
        table: UNKNOWN_RELATION,
        method: 'btree',
        unique: false,
        keys: [],
        include: [],
        predicate: null,
        nullsNotDistinct: false,
        valid: true,
        constraint: null,
        parent: null,
        tablespace: null,
        complete: false,
      };
    case 'sequence':
      return { ...shared, kind, type: null, ownedBy: null, identity: false };
    case 'composite type':
      return { ...shared, kind, columns: [] };
  }
}

function assumedTable(
  shared: Pick<
    Extract<Relation, { constraints: unknown }>,
    'kind' | 'schema' | 'name' | 'persistence' | 'origin'
  >,
): Draft {
  return {
    ...shared,
    columns: [],
    complete: false,
    constraints: [],
    indexes: [],
    triggers: [],
    policies: [],
    rules: [],
    rowSecurity: { enabled: false, forced: false },
    parents: [],
    partitioning: null,
    partition: null,
    ofType: null,
    replicaIdentity: 'default',
    options: {},
    accessMethod: null,
    tablespace: null,
    rows: 'unknown',
    onCommit: 'preserve',
    statistics: [],
  };
}
