import type { RoleName } from '../../postgres/effects/role';
import type { Operation } from '../../postgres/operation';
import type { Query, QueryRead, QueryWrite } from '../../postgres/query';
import { indexesOf, isTable, isView } from '../catalog/find';
import type { Relation, RelationId, Table } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { rewritten } from '../rewritten';
import { withSettingsOf } from '../settings';
import { behindView, besidePlain, narrowedToOnly, writtenThrough } from './behind-view';
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
  planned: (situation) => all(plannedReads(situation)),
  'planned-row-locked': (situation) => all(lockedReads(situation)),
  'planned-written': (situation) =>
    all(writesKept(situation).flatMap((write) => planWrite(situation, write))),
  'planned-indexes': (situation) =>
    plannedIndexes(situation, all(plannedReads(situation)), namedAlone(situation)),
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
      all(targetsOf(situation).flatMap(({ relation }) => behindView(situation, relation))),
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
  if (!('query' in operation)) return [];
  if (kind === 'create-rule') return [{ query: operation.query, runs }];
  return rewritten(session, operation.query).map((query) => ({ query, runs }));
}

/** One reading with its relation. */
interface Reading {
  readonly relation: Relation;
  readonly read: QueryRead;
}

export function reads({ operation, session: around }: Situation): readonly Reading[] {
  const session = sessionFor(operation, around);
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
  /** What the writing is part of. */
  readonly query: Query;
  readonly runs: boolean;
  /** The clause of a MERGE: rows come to it, or none. */
  readonly ofMerge?: true;
}

export function writes({ operation, session: around }: Situation): readonly Writing[] {
  const session = sessionFor(operation, around);
  return queriesOf(operation, session).flatMap(({ query, runs }) =>
    query.writes.flatMap((write) => {
      const relation = relationOf(session, write.relation);
      return relation === undefined ? [] : [{ relation, write, query, runs }];
    }),
  );
}

/** The body of a function is looked through with the settings of the function in force. */
function sessionFor(operation: Operation, session: Situation['session']): Situation['session'] {
  return operation.kind === 'create-function' ? withSettingsOf(session, operation) : session;
}

/** Those that no rule does away with. */
export function writesKept(situation: Situation): readonly Writing[] {
  return writes(situation).filter(({ write }) => write.replaced !== true);
}

/**
 * What happens to tables: writes through a view to the table behind it, by the names of that, and what MERGE does as statements of
 * their own. A view that nobody can write through has triggers that do what they do.
 */
export function tableWrites(situation: Situation): readonly (Writing & { readonly relation: Table })[] {
  return writesKept(situation)
    .flatMap((writing) =>
      writing.write.command === 'merge'
        ? (writing.write.actions ?? []).map((each) => ({ ...writing, write: each, ofMerge: true as const }))
        : [writing],
    )
    .flatMap((writing) => {
      const behind = writing.relation.kind === 'view' ? throughViews(situation, writing) : writing;
      return behind !== null && isTable(behind.relation) ? [{ ...behind, relation: behind.relation }] : [];
    });
}

/** Whether SET gives a column the value that it has. */
export function keepsColumn({ relation, columns, values }: QueryWrite, column: string): boolean {
  const value = values[0]?.[columns.indexOf(column)];
  return (
    value?.kind === 'column' &&
    value.name === column &&
    (value.relation === null || value.relation === relation.name)
  );
}

function throughViews(situation: Situation, { relation, write, ...writing }: Writing): Writing | null {
  const through = isView(relation) ? writtenThrough(situation, relation, write) : null;
  return through === null ? null : { ...writing, relation: through.base, write: through.write };
}

function readRelations(situation: Situation, locking: 'none' | 'locked'): readonly Relation[] {
  return reads(situation).flatMap(({ relation, read }) =>
    (read.locking === 'none') === (locking === 'none') ? [relation] : [],
  );
}

function lockedReads(situation: Situation): readonly Relation[] {
  return reads(situation).flatMap(({ relation, read }) =>
    read.locking === 'none' ? [] : plan(situation, relation, read, true),
  );
}

function plannedReads(situation: Situation): readonly Relation[] {
  const read = reads(situation).flatMap((each) => [
    each.relation,
    ...plan(situation, each.relation, each.read),
  ]);
  return [...read, ...readByWrites(situation)];
}

/** What planning a reading adds: what lies behind views, and the heirs that its condition does not rule out. */
function plan(
  situation: Situation,
  relation: Relation,
  read: QueryRead,
  rowLocked = false,
): readonly Relation[] {
  const { condition = null } = read;
  if (relation.kind === 'view') return behindView(situation, relation, condition, rowLocked);
  return read.only || !isTable(relation) ? [] : prunedPartitions(situation, relation, condition);
}

/** LOCK TABLE goes on to the tables and views of a view, with all their partitions (lockcmds.c, LockViewRecurse). */
function lockedBehind(situation: Situation, relation: Relation): readonly Relation[] {
  if (situation.operation.kind !== 'lock-table') return behindView(situation, relation);
  if (relation.kind !== 'view') return [];
  return behindView(situation, relation, 'everything').filter(
    (each) => (isTable(each) && each.kind !== 'foreign table') || each.kind === 'view',
  );
}

/** What planning a writing adds: the table behind a view that can be written through, and the heirs of what is changed. */
export function planWrite(situation: Situation, { relation, write }: Writing): readonly Relation[] {
  const through = isView(relation) ? writtenThrough(situation, relation, write) : null;
  if (isView(relation) && through === null) return [];
  const { views, base, write: own } = through ?? { views: [], base: relation, write };
  const alone = own.command === 'insert' || own.command === 'copy' || own.only;
  if (alone || !isTable(base)) return [...views, base];
  return [...views, base, ...prunedPartitions(situation, base, own.condition ?? null)];
}

/** What a write through a view reads beside the table that it changes; of INSERT only what a view that rows can go through reads. */
function readByWrites(situation: Situation): readonly Relation[] {
  return writesKept(situation).flatMap(({ relation, write }) => {
    if (!isView(relation)) return [];
    const through = writtenThrough(situation, relation, write);
    if (through === null)
      return write.command === 'insert' ? [] : behindView(situation, relation, write.condition ?? null);
    return [relation, ...through.views].flatMap((view) => besidePlain(situation, view));
  });
}

/**
 * INSERT opens the indexes of its table for writing only while it runs; planning opens them only to find the arbiter of ON
 * CONFLICT.
 */
function indexesWritten(situation: Situation): RoleAnswer {
  const kept = writesKept(situation);
  const changed = kept.filter(({ write }) => write.command !== 'copy' && write.command !== 'insert');
  const planned = all(changed.flatMap((write) => planWrite(situation, write)));
  const indexes = plannedIndexes(situation, planned, namedAlone(situation));
  const arbiters = kept.flatMap((writing) => lookedThrough(situation, writing));
  return arbiters.length === 0
    ? indexes
    : { ...indexes, relations: [...new Set([...indexes.relations, ...arbiters])] };
}

/** The indexes are looked through in the order in which they were made, for a constraint only up to its own (plancat.c, infer_arbiter_indexes). */
function lookedThrough(situation: Situation, writing: Writing): readonly Relation[] {
  const { arbiter } = writing.write;
  const base = planWrite(situation, writing).at(-1);
  if (arbiter === undefined || base === undefined) return [];
  const indexes = indexesOf(situation.session.catalog, base.id);
  const at = indexes.findIndex(({ constraint }) => constraint !== null && constraint === arbiter.constraint);
  return at < 0 ? indexes : indexes.slice(0, at + 1);
}

/** What ONLY stands before. */
function namedAlone(situation: Situation): ReadonlySet<RelationId> {
  return new Set([
    ...reads(situation).flatMap(({ relation, read }) =>
      isView(relation) ? narrowedToOnly(relation) : read.only ? [relation.id] : [],
    ),
    ...writes(situation).flatMap(({ relation, write }) =>
      isView(relation) ? narrowedToOnly(relation) : write.only ? [relation.id] : [],
    ),
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
  const whole = writesKept(situation).filter(
    ({ write, runs }) =>
      runs && write.where === null && (write.command === 'update' || write.command === 'delete'),
  );
  return whole.flatMap((write) => planWrite(situation, write)).filter(({ kind }) => kind === 'table');
}

function queriesRun({ operation, session }: Situation): boolean {
  return queriesOf(operation, session).some(({ runs }) => runs);
}
