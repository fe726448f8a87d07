import type { Expression } from '../postgres/expression';
import type { Operation, OperationOf } from '../postgres/operation';
import type { Query } from '../postgres/query';
import { assumeMentioned } from './catalog/assume';
import { mentionsOf } from './catalog/mention';
import { findFunctions } from './catalog/resolve';
import { runBody } from './bodies';
import { autocommitOnly } from './autocommit-only';
import { withPendingEvents } from './deferrals';
import { fireTriggers } from './fire-triggers';
import { foldStatement } from './fold/apply';
import type { Folded } from './fold/change';
import type { GapReason } from '../sql/gap';
import { isPlaceholder } from '../sql/placeholder';
import { mergeLocks, mergeStops } from './merge-locks';
import { runViews } from './run-views';
import { MAX_CALLS } from './run-beside';
import type { Session } from './session';
import type { InnerStep, LockFact, Step, Stop } from './step';
import { withSettingsOf, withoutSettingsOf } from './settings';
import { applySessionOperation, set, setUnknown } from './transaction';

/** What a statement locks and stops, and what the server refuses of it, in the session that it meets. */
export type LookUp = (
  session: Session,
  operations: readonly Operation[],
) => {
  readonly locks: readonly LockFact[];
  readonly stops: readonly Stop[];
  readonly refusals: Step['refusals'];
};

/** A part of a body that could not be read. */
export interface Unread {
  readonly reason: GapReason;
  readonly detail: string;
  /** In UTF-16 code units of the statement's text; null where it stands elsewhere. */
  readonly start: number | null;
}

/** What comes of one statement. */
export interface Execution {
  /** With an entry for every relation that the statement takes to exist. */
  readonly before: Session;
  readonly after: Session;
  /** Also those of the bodies that it runs. */
  readonly operations: readonly Operation[];
  readonly inner: readonly InnerStep[];
  readonly locks: readonly LockFact[];
  readonly stops: readonly Stop[];
  readonly refusals: Step['refusals'];
  readonly unread: readonly Unread[];
  /** A body takes a relation for given that the catalog does not know. */
  readonly takesForGiven: boolean;
}

/** What is gathered while the bodies of one statement run. */
export interface Running {
  /** Null in history: nobody asks for locks there. */
  readonly lookUp: LookUp | null;
  readonly inner: InnerStep[];
  readonly locks: LockFact[];
  readonly stops: Stop[];
  readonly refusals: Step['refusals'][number][];
  readonly unread: Unread[];
  /** The statements of bodies that take a relation for given which the catalog does not know. */
  readonly given: string[];
  /** What fails for such a relation is caught: it may well be absent. */
  readonly mayBeAbsent: boolean;
  /** Functions that are running: one that calls itself runs once. */
  readonly calls: readonly string[];
  /** It may not run: in a branch, a loop, a handler. */
  readonly conditional: boolean;
  /** The body stands in the statement itself, so that offsets in it mean something. */
  readonly inPlace: boolean;
  /** Inside of DO, a function or a procedure. */
  readonly inBody: boolean;
  /** Something before it could not be read: what the catalog seems to refuse may be as it should. */
  readonly afterUnread: boolean;
  /** The transition tables of the trigger that runs: they are no relations. */
  readonly transitionTables: readonly string[];
}

/** Runs one statement in a session: what it locks, and what it leaves behind. */
export function execute(
  session: Session,
  operations: readonly Operation[],
  lookUp: LookUp | null,
): Execution {
  const before = assumeMentioned(session, operations);
  const running: Running = {
    lookUp,
    inner: [],
    locks: [],
    stops: [],
    refusals: [],
    unread: [],
    given: [],
    mayBeAbsent: false,
    calls: [],
    conditional: false,
    inPlace: true,
    inBody: false,
    afterUnread: false,
    transitionTables: [],
  };
  note(before, operations, running);
  const own = running.locks.length;
  const after = run(before, operations, running) ?? before;
  const { inner, locks, stops, refusals, unread } = running;
  const alone = inner.length === 0 && locks.length === own;
  return {
    before,
    after,
    operations:
      inner.length === 0 ? operations : [...operations, ...inner.flatMap((each) => each.operations)],
    inner,
    locks: alone ? locks : mergeLocks(locks),
    stops: alone ? stops : mergeStops(stops),
    refusals,
    unread,
    takesForGiven: running.given.length > 0,
  };
}

/** Runs one statement of a body; null: it certainly fails. */
export function executeInner(
  session: Session,
  statement: { readonly text: string; readonly start: number; readonly operations: readonly Operation[] },
  running: Running,
): Folded {
  const { text } = statement;
  const operations = withoutReadsOf(statement.operations, running.transitionTables);
  const before = assumeMentioned(session, operations);
  const start = running.inPlace ? statement.start : null;
  const isGiven = running.lookUp !== null && !running.mayBeAbsent;
  if (isGiven && before.catalog.nextId !== session.catalog.nextId) running.given.push(text);
  if (running.lookUp !== null) {
    running.inner.push({ text, start, operations, before, conditional: running.conditional });
  }
  note(before, operations, running, start);
  return run(before, operations, running) ?? (running.afterUnread ? before : null);
}

/** What reads transition tables, without these. */
function withoutReadsOf(
  operations: readonly Operation[],
  transitionTables: readonly string[],
): readonly Operation[] {
  if (transitionTables.length === 0) return operations;
  return operations.map((operation): Operation => {
    if (operation.kind !== 'query') return operation;
    const { query } = operation;
    const reads = query.reads.filter(
      ({ relation }) => relation.schema !== null || !transitionTables.includes(relation.name),
    );
    return reads.length === query.reads.length ? operation : { ...operation, query: { ...query, reads } };
  });
}

/** Notes the locks of a statement, and what of it is refused or cannot be read. */
function note(
  session: Session,
  operations: readonly Operation[],
  running: Running,
  start: number | null = 0,
): void {
  for (const operation of operations) {
    if (operation.kind !== 'unmodelled') continue;
    running.unread.push({ reason: 'unmodelled-statement', detail: operation.node, start });
  }
  const unknown = operations.some(namesUnknown);
  if (unknown)
    running.unread.push({
      reason: 'unknown-name',
      detail: 'it names a relation that is known only when it runs',
      start,
    });
  if (running.lookUp === null) return;
  const { locks, stops, refusals } = running.lookUp(session, operations);
  running.locks.push(...locks);
  running.stops.push(...stops);
  if (running.conditional || running.afterUnread) return;
  if (refusedInTransaction(session, operations, running.inBody)) {
    const reason = running.inBody
      ? 'it cannot run inside a function or DO block'
      : 'it cannot run inside a transaction';
    running.refusals.push({ sqlState: '25001', reason });
  }
  const unsure = session.catalog.unread || unknown;
  running.refusals.push(...refusals.filter(({ sqlState }) => !unsure || !OF_NAMES.has(sqlState)));
}

/** What the server says of names that it does not know, or knows already: of columns, relations, types, schemas, functions, others. */
const OF_NAMES: ReadonlySet<string> = new Set([
  '3F000',
  '42701',
  '42703',
  '42704',
  '42710',
  '42723',
  '42883',
  '42P01',
  '42P07',
]);

/** An unknown schema alone leaves the table known. */
function namesUnknown(operation: Operation): boolean {
  return mentionsOf(operation).some(({ name }) => isPlaceholder(name.name));
}

/** A transaction that is only assumed refuses nothing. */
function refusedInTransaction(session: Session, operations: readonly Operation[], inBody: boolean): boolean {
  const inside = inBody || (session.transaction !== null && !session.transaction.assumed);
  return inside && operations.some((operation) => autocommitOnly(session, operation));
}

function run(session: Session, operations: readonly Operation[], running: Running): Folded {
  const [first] = operations;
  if (first === undefined) return session;
  // What set_config() sets stands beside its query, which runs it.
  if (operations.length > 1 && first.kind !== 'query') return foldStatement(session, operations);
  const settled = applySessionOperation(session, first);
  if (settled !== undefined)
    return running.inBody ? withoutTransactionChange(session, settled, first) : settled;
  if (first.kind === 'do-block') return runBody(session, first.body.statements, { ...running, inBody: true });
  if (first.kind === 'call')
    return runFunctions(session, [{ name: first.procedure, args: first.args }], running);
  if (first.kind === 'explain') return first.analyze ? run(session, first.operations, running) : session;
  if (first.kind === 'execute') return runPrepared(session, first, running);
  runViews(session, first, running);
  if (first.kind === 'query') return runQuery(session, first.query, operations, running);
  const folded = foldStatement(session, operations);
  return folded === null ? null : fireTriggers(session, folded, operations, running);
}

/** BEGIN, COMMIT and SAVEPOINT are no statements of a body; SET and its kin are. */
function withoutTransactionChange(session: Session, settled: Session, { kind }: Operation): Session {
  return kind === 'set' || kind === 'reset' || kind === 'set-constraints' ? settled : session;
}

function runPrepared(session: Session, { name }: OperationOf<'execute'>, running: Running): Folded {
  const operations = session.prepared.get(name);
  if (operations === undefined || running.calls.length >= MAX_CALLS) return session;
  const inside: Running = { ...running, calls: [...running.calls, `prepared ${name}`], inPlace: false };
  return executeInner(session, { text: '', start: 0, operations }, inside);
}

function runQuery(
  session: Session,
  query: Query,
  operations: readonly Operation[],
  running: Running,
): Folded {
  const configured = query.calls.reduce((next, call) => setConfig(next, call), session);
  const each = query.reads.length > 0;
  const called = runFunctions(configured, query.calls, each ? { ...running, conditional: true } : running);
  if (called === null) return null;
  const folded = foldStatement(called, operations);
  if (folded === null) return null;
  return withPendingEvents(fireTriggers(called, folded, operations, running), query);
}

function setConfig(session: Session, call: Query['calls'][number]): Session {
  if (call.name.name !== 'set_config') return session;
  const [name, value, local] = call.args.map(constantOf);
  if (typeof name !== 'string') return session;
  const isLocal = local === true || local === 'true' || local === 't';
  return typeof value === 'string' ? set(session, name, value, isLocal) : setUnknown(session, name, isLocal);
}

function constantOf(expression: Expression): string | number | boolean | null | undefined {
  if (expression.kind === 'cast') return constantOf(expression.arg);
  return expression.kind === 'constant' ? expression.value : undefined;
}

/** Runs the functions of users that a statement calls. Of several overloads the one that takes as many arguments is meant. */
function runFunctions(session: Session, calls: Query['calls'], running: Running): Folded {
  let result: Folded = session;
  for (const { name, args } of calls) {
    const overloads = findFunctions(session, name);
    const fitting = overloads.find(({ parameters }) => parameters.length === args.length) ?? overloads[0];
    if (fitting === undefined || running.calls.length >= MAX_CALLS) continue;
    const key = `${fitting.schema}.${fitting.name}`;
    if (running.calls.includes(key)) continue;
    const inside: Running = {
      ...running,
      calls: [...running.calls, key],
      inPlace: false,
      inBody: true,
      transitionTables: [],
    };
    const before: Session = result;
    const after = runBody(withSettingsOf(before, fitting), fitting.body.statements, inside);
    if (after === null) return null;
    result = withoutSettingsOf(after, before, fitting);
  }
  return result;
}
