import type { RoleName } from '../../postgres/effects/role';
import type { Operation } from '../../postgres/operation';
import type { Query, QueryRead, QueryWrite } from '../../postgres/query';
import { heirs, isTable, isView } from '../catalog/find';
import type { Catalog } from '../catalog/catalog';
import type { Relation, RelationId } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { plannedIndexes } from './indexes';
import { readsOfExpressions } from './expression-reads';
import { prunedPartitions } from './pruning';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all } from './situation';
import { targetsOf } from './target';

/** What queries read and write. */
export const QUERY_ROLES = {
  read: (situation) => all([...readRelations(situation, 'none'), ...readsOfExpressions(situation)]),
  'row-locked': (situation) => all(readRelations(situation, 'locked')),
  written: (situation) => all(writes(situation).map(({ relation }) => relation)),
  planned: (situation) =>
    all(reads(situation).flatMap(({ relation, read }) => [relation, ...plan(situation, relation, read)])),
  'planned-row-locked': (situation) => all(lockedReads(situation)),
  'planned-written': (situation) => all(writes(situation).flatMap((write) => planWrite(situation, write))),
  'planned-indexes': (situation) =>
    plannedIndexes(
      situation,
      all(reads(situation).flatMap(({ relation, read }) => [relation, ...plan(situation, relation, read)])),
      namedAlone(situation),
    ),
  'indexes-row-locked': (situation) =>
    plannedIndexes(
      situation,
      all([...readRelations(situation, 'locked'), ...lockedReads(situation)]),
      namedAlone(situation),
    ),
  'indexes-written': indexesWritten,
  'read-whole': (situation) => all(wholeReads(situation)),
  'written-whole': (situation) => all(wholeWrites(situation)),
  'behind-view': (situation) =>
    all(targetsOf(situation).flatMap(({ relation }) => lockedBehind(situation, relation))),
  'indexes-behind-view': (situation) =>
    plannedIndexes(
      situation,
      all(targetsOf(situation).flatMap(({ relation }) => behind(situation.session.catalog, relation))),
    ),
} satisfies Partial<Record<RoleName, Resolver>>;

/** A query that an operation holds, with what holds it. */
interface Held {
  readonly query: Query;
  /** EXPLAIN without ANALYZE plans and does not run. */
  readonly runs: boolean;
}

/** The queries that an operation analyses, plans or runs. */
export function queriesOf(operation: Operation, session: Situation['session'], runs = true): readonly Held[] {
  const { kind } = operation;
  if (kind === 'explain')
    return operation.operations.flatMap((inner) => queriesOf(inner, session, operation.analyze && runs));
  if (kind === 'prepare') return operation.operations.flatMap((inner) => queriesOf(inner, session, false));
  if (kind === 'execute') {
    return (session.prepared.get(operation.name) ?? []).flatMap((inner) => queriesOf(inner, session, runs));
  }
  if (kind === 'create-function') {
    return operation.body.language !== 'sql'
      ? []
      : operation.body.statements.flatMap((statement) =>
          statement.kind === 'sql'
            ? statement.operations.flatMap((inner) => queriesOf(inner, session, false))
            : [],
        );
  }
  return 'query' in operation ? [{ query: operation.query, runs }] : [];
}

/** One reading with its relation. */
interface Reading {
  readonly relation: Relation;
  readonly read: QueryRead;
}

export function reads({ operation, session }: Situation): readonly Reading[] {
  return queriesOf(operation, session).flatMap(({ query }) =>
    query.reads.flatMap((read) => {
      const relation = relationOf(session, read.relation);
      return relation === undefined ? [] : [{ relation, read }];
    }),
  );
}

/** One writing with its relation. */
export interface Writing {
  readonly relation: Relation;
  readonly write: QueryWrite;
  readonly runs: boolean;
}

export function writes({ operation, session }: Situation): readonly Writing[] {
  return queriesOf(operation, session).flatMap(({ query, runs }) =>
    query.writes.flatMap((write) => {
      const relation = relationOf(session, write.relation);
      return relation === undefined ? [] : [{ relation, write, runs }];
    }),
  );
}

function readRelations(situation: Situation, locking: 'none' | 'locked'): readonly Relation[] {
  return reads(situation).flatMap(({ relation, read }) =>
    (read.locking === 'none') === (locking === 'none') ? [relation] : [],
  );
}

function lockedReads(situation: Situation): readonly Relation[] {
  return reads(situation).flatMap(({ relation, read }) =>
    read.locking === 'none' ? [] : plan(situation, relation, read),
  );
}

/** What planning a reading adds: what lies behind views, and the heirs. */
function plan({ session }: Situation, relation: Relation, read: QueryRead): readonly Relation[] {
  const { catalog } = session;
  if (relation.kind === 'view') return behind(catalog, relation);
  return read.only ? [] : heirs(catalog, relation.id);
}

/** Everything that a view reads, of any depth, with the heirs of each; a materialized view that is read is read itself. */
export function behind(catalog: Catalog, view: Relation): readonly Relation[] {
  const found = new Set<Relation>();
  const open = isView(view) ? [...view.reads] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const relation = catalog.relations.get(next);
    if (relation === undefined || found.has(relation)) continue;
    found.add(relation);
    for (const heir of heirs(catalog, relation.id)) found.add(heir);
    if (relation.kind === 'view') open.push(...relation.reads);
  }
  return [...found];
}

/** LOCK TABLE goes on to the tables and views of a view (lockcmds.c, LockViewRecurse). */
function lockedBehind(situation: Situation, relation: Relation): readonly Relation[] {
  const found = behind(situation.session.catalog, relation);
  if (situation.operation.kind !== 'lock-table') return found;
  return relation.kind === 'view'
    ? found.filter((each) => (isTable(each) && each.kind !== 'foreign table') || each.kind === 'view')
    : [];
}

/** What planning a writing adds: the table behind a view that can be written through, and the heirs of what is changed. */
export function planWrite(situation: Situation, { relation, write }: Writing): readonly Relation[] {
  const { catalog } = situation.session;
  const bases: readonly Relation[] =
    relation.kind === 'view'
      ? behind(catalog, relation).filter(({ kind }) => kind !== 'materialized view')
      : [relation];
  if (write.command === 'insert' || write.command === 'copy' || write.only) return bases;
  return bases.flatMap((base): readonly Relation[] =>
    isTable(base) ? [base, ...prunedPartitions(situation, base, write.where)] : [base],
  );
}

/**
 * INSERT opens the indexes of its table for writing only while it runs; planning opens them only to find the arbiter of ON
 * CONFLICT.
 */
function indexesWritten(situation: Situation): RoleAnswer {
  const changed = writes(situation).filter(
    ({ write }) => write.command !== 'copy' && (write.command !== 'insert' || write.onConflict === 'update'),
  );
  const planned = all(changed.flatMap((write) => planWrite(situation, write)));
  return plannedIndexes(situation, planned, namedAlone(situation));
}

/** What ONLY stands before. */
function namedAlone(situation: Situation): ReadonlySet<RelationId> {
  return new Set([
    ...reads(situation).flatMap(({ relation, read }) => (read.only ? [relation.id] : [])),
    ...writes(situation).flatMap(({ relation, write }) => (write.only ? [relation.id] : [])),
  ]);
}

function wholeReads(situation: Situation): readonly Relation[] {
  const whole = reads(situation).filter(({ read }) => read.unbounded);
  const reached = whole.flatMap(({ relation, read }) => [relation, ...plan(situation, relation, read)]);
  return queriesRun(situation)
    ? reached.filter(({ kind }) => kind === 'table' || kind === 'materialized view')
    : [];
}

function wholeWrites(situation: Situation): readonly Relation[] {
  const whole = writes(situation).filter(
    ({ write, runs }) =>
      runs && write.where === null && (write.command === 'update' || write.command === 'delete'),
  );
  return whole.flatMap((write) => planWrite(situation, write)).filter(({ kind }) => kind === 'table');
}

function queriesRun({ operation, session }: Situation): boolean {
  return queriesOf(operation, session).some(({ runs }) => runs);
}
