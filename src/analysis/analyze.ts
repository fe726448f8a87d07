import type { Transaction } from '../sql/fragment';
import { spanAt } from '../sql/fragment';
import type { Gap } from '../sql/gap';
import { isGap } from '../sql/gap';
import type { Lowered } from '../sql/lower/lower';
import type { ParsedStatement } from '../sql/parse';
import { believe } from './believe';
import type { Execution, LookUp, Unread } from './execute';
import { Connections } from './connections';
import { execute } from './execute';
import { withHeldLocks } from './held';
import { OpenBranches } from './open-branches';
import { PersistentMap } from './persistent-map';
import { Questions } from './questions';
import { namesMade } from './names-made';
import { markRolledBack } from './rolled-back';
import type { Session } from './session';
import { afterUnread } from './session';
import { withSetting } from './settings';
import { needsIn } from './needs';
import type { StatementsByCall } from './statements-by-call';
import { callOf, isSentAsOne, statementsByCall } from './statements-by-call';
import type { Step } from './step';
import { beforeStatement, commit, openTransaction, reconnect } from './transaction';
import type { FileTransaction } from './transaction-of-file';
import { transactionOfFile } from './transaction-of-file';

/** What the analysis reads of a migration: statements and gaps in the order of the text. */
export interface Migration {
  readonly items: readonly (ParsedStatement | Gap)[];
  /** What the runner does around it; fragments of the file may say otherwise for themselves. */
  readonly transaction: Transaction;
}

/** What the analysis asks of others. */
export interface AnalysisTools {
  readonly lower: (statement: ParsedStatement) => Lowered;
  readonly lookUp: LookUp;
}

/** How the judged migrations ship. */
export interface AnalysisOptions {
  /** They are known to ship together, so that what an earlier one created nobody has used yet. */
  readonly knownChangeSet: boolean;
  /** What history did not create is not there, for certain. Otherwise a migration that takes it to be there is believed. */
  readonly historyIsWhole: boolean;
}

/** The judged steps, and the session at the end. */
export interface Analysis {
  /** The session before the first judged statement. */
  readonly start: Session;
  readonly session: Session;
  readonly steps: readonly Step[];
}

/** Folds migrations that exist at the base: their session is all that is left of them. */
export function foldHistory(
  session: Session,
  migrations: Iterable<Migration>,
  lower: AnalysisTools['lower'],
): Session {
  let result: Session = { ...session, phase: 'history' };
  for (const migration of migrations) result = foldMigration(result, migration, lower);
  return result;
}

/** One migration of history. The caller may let go of its trees before it reads the next. */
export function foldMigration(
  session: Session,
  migration: Migration,
  lower: AnalysisTools['lower'],
): Session {
  const walker = new Walker(session, { lower, lookUp: null, historyIsWhole: false }, []);
  walker.migration(migration, 0);
  walker.end();
  return walker.session.hasHistory ? walker.session : { ...walker.session, hasHistory: true };
}

/** Analyses migrations in the order they run, after `session` (that of history). */
export function analyze(
  session: Session,
  migrations: readonly Migration[],
  tools: AnalysisTools,
  options: AnalysisOptions,
): Analysis {
  const start = startOf(session, options);
  const steps: Step[] = [];
  const walker = new Walker(start, { ...tools, historyIsWhole: options.historyIsWhole }, steps);
  migrations.forEach((migration, index) => {
    walker.migration(migration, index);
  });
  walker.end();
  return { start, session: walker.session, steps };
}

/** A new connection after history: what ALTER ROLE and ALTER DATABASE … SET said there is in force. */
function startOf(session: Session, options: AnalysisOptions): Session {
  let startSettings: Session['settings'] = PersistentMap.empty();
  for (const [name, value] of session.catalog.laterSettings.entries()) {
    startSettings = withSetting(startSettings, PersistentMap.empty(), name, value);
  }
  return reconnect({
    ...session,
    startSettings,
    phase: 'migration',
    hasHistory: session.hasHistory || options.historyIsWhole,
    knownChangeSet: options.knownChangeSet,
    changeSetStart: options.knownChangeSet ? session.transactionOrdinal + 1 : Number.POSITIVE_INFINITY,
  });
}

interface WalkerTools extends Pick<AnalysisTools, 'lower'>, Pick<AnalysisOptions, 'historyIsWhole'> {
  readonly lookUp: LookUp | null;
}

/** Goes through the statements and keeps the session, and the steps where anybody wants them. */
class Walker {
  constructor(
    public session: Session,
    private readonly tools: WalkerTools,
    private readonly steps: Step[],
  ) {}

  migration(migration: Migration, index: number): void {
    const { items, transaction } = migration;
    const questions = new Questions(items.filter((item) => !isGap(item)));
    const lowered = items.map((item) => (isGap(item) ? null : this.tools.lower(item)));
    this.session = withNamesMade(this.session, lowered);
    const around = transactionOfFile(
      this.session,
      transaction,
      lowered.flatMap((each) => (each === null ? [] : [each.operations])),
    );
    this.session = { ...this.session, migrationStart: this.session.transactionOrdinal + 1 };
    this.startFile(around);
    const connections = new Connections();
    const branches = new OpenBranches();
    const calls = statementsByCall(items);
    items.forEach((item, i) => {
      const statement = lowered[i] ?? null;
      if (isGap(item)) this.gap(item);
      else if (statement !== null) {
        const { connection, branches: all = [] } = item.fragment;
        if (connections.isOther(connection)) this.leaveBranches(branches.end(this.session));
        this.leaveBranches(branches.leaveAllBut(all, this.session));
        questions.answerBefore(item.fragment, this.session, connections);
        this.session = connections.turnTo(connection, this.session);
        const doubtful = all.filter((branch) => questions.runs(branch) !== true);
        if (doubtful.some((branch) => questions.runs(branch) === false)) {
          this.endCall(item, calls, around);
        } else {
          branches.enter(doubtful, this.session);
          const place = { migration: index, conditional: doubtful.length > 0 };
          this.statement(item, statement, place, calls, around);
        }
        this.session = connections.afterStatement(this.session);
      }
    });
    this.leaveBranches(branches.end(this.session));
    this.session = connections.end(this.session);
    if (around.transaction !== 'all') this.end();
    if (!this.session.knownChangeSet) this.session = { ...this.session, hasHistory: true };
  }

  /** What the last statement of a branch leaves behind is what is known behind the branch. */
  private leaveBranches(session: Session): void {
    const last = this.steps.at(-1);
    if (session === this.session) return;
    if (last?.after === this.session) this.steps[this.steps.length - 1] = { ...last, after: session };
    this.session = session;
  }

  /** The end of a file, or of all: what is open is committed. A BEGIN without COMMIT is lost in truth; what it meant is kept. */
  end(): void {
    while (this.session.transaction !== null) this.session = commit(this.session);
  }

  private startFile({ transaction, assumed }: FileTransaction): void {
    if (transaction !== 'all') {
      this.end();
      this.session = reconnect(this.session);
    }
    if (transaction === 'file' || (transaction === 'all' && this.session.transaction === null)) {
      this.session = openTransaction(this.session, 'runner', assumed);
    }
  }

  /** What could not be read may have done anything, but for what cannot be meant for the server. */
  private gap(gap: Gap): void {
    if (gap.reason === 'meta-command' || gap.reason === 'other-dialect' || gap.reason === 'seen-not-read')
      return;
    this.session = afterUnread(this.session);
  }

  private statement(
    statement: ParsedStatement,
    lowered: Lowered,
    place: { readonly migration: number; readonly conditional: boolean },
    calls: StatementsByCall,
    around: FileTransaction,
  ): void {
    const inCall = isSentAsOne(statement, around) && (calls.get(callOf(statement))?.count ?? 0) > 1;
    if (inCall && this.session.transaction === null) this.session = openTransaction(this.session, 'call');
    const start = beforeStatement(this.session);
    const run = this.tools.historyIsWhole ? execute : believe;
    const execution = run(start, lowered.operations, this.tools.lookUp);
    const index = this.steps.length;
    const after =
      this.tools.lookUp === null
        ? execution.after
        : withHeldLocks(start, execution.after, execution.locks, index);
    this.session = after;
    if (this.tools.lookUp !== null) {
      this.steps.push(stepOf(statement, lowered, execution, start, after, { index, ...place }));
      markRolledBack(this.steps, start);
    }
    this.endCall(statement, calls, around);
  }

  /** Behind the last statement of a call its implicit transaction is over. */
  private endCall(statement: ParsedStatement, calls: StatementsByCall, around: FileTransaction): void {
    const isLast = calls.get(callOf(statement))?.last === statement;
    if (isLast && isSentAsOne(statement, around) && this.session.transaction?.opener === 'call')
      this.session = commit(this.session);
  }
}

/** Asked only where nothing is known of what was before. */
function withNamesMade(session: Session, lowered: readonly (Lowered | null)[]): Session {
  if (session.hasHistory || session.phase === 'history' || session.made === 'tables') return session;
  const operations = lowered.flatMap((each) => each?.operations ?? []);
  const made = operations.some(({ kind }) => kind === 'create-table')
    ? 'tables'
    : new Set([...session.made, ...namesMade(operations)]);
  return { ...session, made };
}

function stepOf(
  statement: ParsedStatement,
  lowered: Lowered,
  execution: Execution,
  start: Session,
  after: Session,
  place: { readonly index: number; readonly migration: number; readonly conditional: boolean },
): Step {
  const { operations, inner, locks, stops, refusals, unread, before } = execution;
  return {
    index: place.index,
    migration: place.migration,
    conditional: place.conditional,
    statement,
    operations,
    inner,
    locks,
    stops,
    before,
    after,
    inTransaction: start.transaction !== null || after.transaction !== null,
    transaction: transactionOf(start, after),
    rolledBack: false,
    refusals,
    ...needsIn(before, lowered),
    gaps: distinct(unread).map((each) => gapOf(statement, each)),
  };
}

/** BEGIN belongs to the transaction that it opens; with AND CHAIN, COMMIT to the one that it ends. */
function transactionOf(start: Session, after: Session): number {
  return start.transaction?.ordinal ?? after.transaction?.ordinal ?? start.transactionOrdinal;
}

/** A loop that comes by the same place again says nothing new. */
function distinct(unread: readonly Unread[]): readonly Unread[] {
  if (unread.length < 2) return unread;
  return [...new Map(unread.map((each) => [JSON.stringify(each), each])).values()];
}

function gapOf(statement: ParsedStatement, { reason, detail, start }: Unread): Gap {
  const { fragment, sqlStart, sqlEnd } = statement;
  const from = start === null ? sqlStart : Math.min(sqlStart + start, sqlEnd);
  return { kind: 'gap', at: spanAt(fragment, from, sqlEnd), reason, detail };
}
