import type { Migration } from '../analysis/analyze';
import { analyze, foldMigration } from '../analysis/analyze';
import { lookUp } from '../analysis/look-up';
import type { MigrationFacts, Neighbour, Run } from '../analysis/run';
import { runOf } from '../analysis/run';
import type { Session } from '../analysis/session';
import { emptySession } from '../analysis/session';
import type { JudgedInput, MigrationInput, ReviewInput, SequenceInput } from '../review';
import type { Gap } from '../sql/gap';
import { isGap } from '../sql/gap';
import type { Lowered } from '../sql/lower/lower';
import { lower } from '../sql/lower/lower';
import type { ParsedStatement, Parser } from '../sql/parse';
import { release } from '../sql/release';
import type { FilePath } from '../sql/source';
import { TOOLS } from '../tools/registry';
import type { Extraction } from '../tools/tool';

/** What was folded. */
export interface History {
  readonly migrations: number;
  readonly gaps: number;
  /** The migrations with gaps, oldest first. */
  readonly unread: readonly FilePath[];
}

const NO_HISTORY: History = { migrations: 0, gaps: 0, unread: [] };

/** Judged migrations that follow one another, with what was folded before them. */
export interface AnalyzedGroup {
  readonly run: Run;
  readonly judged: readonly JudgedInput[];
  readonly history: History;
  /** The session before the first judged migration. */
  readonly start: Session;
  readonly inputs: readonly MigrationInput[];
}

/** Folds and analyses a sequence. Where history stands between judged migrations, each stretch of judged ones is a run of its own. */
export function* analyzeSequence(sequence: SequenceInput, input: ReviewInput): Iterable<AnalyzedGroup> {
  let session = emptySession(input.major, sequence.complete);
  let history = NO_HISTORY;
  let pending: MigrationInput[] = [];
  const close = (): AnalyzedGroup => {
    const group = {
      ...analyzeGroup(session, pending, input, neighbours),
      history,
      start: session,
      inputs: pending,
    };
    session = { ...group.run.finalSession, phase: 'history' };
    history = NO_HISTORY;
    pending = [];
    return group;
  };
  const neighbours = sequence.migrations.flatMap(({ facts, judged }): readonly Neighbour[] =>
    facts.status === 'deleted' ? [] : [{ judged: judged !== null, ...facts }],
  );
  for (const migration of sequence.migrations) {
    if (migration.judged !== null) {
      pending.push(migration);
      continue;
    }
    if (pending.length > 0) yield close();
    const read = new Reading(migration, input.parser);
    session = foldMigration(session, read, lowering(input.parser));
    history = {
      migrations: history.migrations + 1,
      gaps: history.gaps + read.gaps.length,
      unread: read.gaps.length === 0 ? history.unread : [...history.unread, migration.facts.path],
    };
  }
  if (pending.length > 0) yield close();
}

/** Some migrations one after the other, from a session on. */
export function analyzeGroup(
  start: Session,
  migrations: readonly MigrationInput[],
  input: ReviewInput,
  neighbours: readonly Neighbour[],
): { readonly run: Run; readonly judged: readonly JudgedInput[] } {
  const readings = migrations.map((migration) => new Reading(migration, input.parser));
  giveOwnTransactions(readings);
  const analysis = analyze(
    start,
    readings,
    { lower: lowering(input.parser), lookUp },
    { knownChangeSet: input.knownChangeSet, historyIsWhole: false },
  );
  const run = runOf(
    analysis.start,
    analysis.session,
    analysis.steps,
    readings.map((reading): MigrationFacts & { readonly gaps: readonly Gap[] } => ({
      gaps: reading.gaps,
      ...reading.facts,
      transaction: reading.transaction,
    })),
    neighbours,
  );
  return { run, judged: migrations.flatMap(({ judged }) => judged ?? []) };
}

/** Some runners that put all pending migrations into one transaction give each its own where one has to stand outside. */
function giveOwnTransactions(readings: readonly Reading[]): void {
  const apart = readings.filter(({ facts }) => APART.has(facts.tool));
  if (apart.length < 2 || !apart.some(({ transaction }) => transaction === 'none')) return;
  for (const reading of apart) reading.separate();
}

const APART: ReadonlySet<string> = new Set(
  TOOLS.flatMap(({ name, runner }) => (runner.apart === true ? [name] : [])),
);

/** One migration, extracted and parsed when the analysis comes to it, so that only one file's trees are held at a time. */
class Reading implements Migration {
  private extraction: Extraction | null = null;
  private parsed: readonly Gap[] = [];

  constructor(
    private readonly input: MigrationInput,
    private readonly parser: Parser,
  ) {}

  get facts(): MigrationFacts {
    return this.input.facts;
  }

  get transaction(): Extraction['transaction'] {
    return this.extracted.transaction;
  }

  /** Gives a migration that would share the transaction of all one of its own. */
  separate(): void {
    const { fragments, gaps, transaction } = this.extracted;
    if (transaction !== 'all') return;
    const own = fragments.map((fragment) =>
      fragment.transaction === 'all' ? { ...fragment, transaction: 'file' as const } : fragment,
    );
    this.extraction = { fragments: own, gaps, transaction: 'file' };
  }

  /** Read once, by the analysis. */
  get items(): readonly (ParsedStatement | Gap)[] {
    const items = this.extracted.fragments.flatMap((fragment) => this.parser.parse(fragment));
    this.parsed = items.filter(isGap);
    return [...this.extracted.gaps, ...items];
  }

  get gaps(): readonly Gap[] {
    return [...this.extracted.gaps, ...this.parsed].sort((a, b) => a.at.start - b.at.start);
  }

  private get extracted(): Extraction {
    this.extraction ??= this.input.extract();
    return this.extraction;
  }
}

/** Lowers a statement and lets go of its tree. */
function lowering(parser: Parser): (statement: ParsedStatement) => Lowered {
  return (statement) => {
    const lowered = lower(statement, parser);
    release(statement);
    if (statement.fragment.meansToCreate !== true) return lowered;
    const operations = lowered.operations.map((operation) =>
      operation.kind === 'create-table' ? { ...operation, isMeant: true as const } : operation,
    );
    return { ...lowered, operations };
  };
}
