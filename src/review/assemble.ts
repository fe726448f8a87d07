import type { LockWindow } from '../analysis/lock-window';
import type { Run, RunMigration } from '../analysis/run';
import type { Step } from '../analysis/step';
import type { Finding, Risk } from '../findings/finding';
import { atLeastRisk, worstRisk } from '../findings/finding';
import { findingId } from '../findings/identity';
import type {
  Report,
  ReportedGap,
  ReportedMigration,
  ReportedStep,
  ReportedWindow,
  ToldLock,
  ToldStep,
} from '../findings/report';
import { heldFor, laterWork, LONGEST_FIRST, riskOfStops } from '../findings/risk';
import { summaryOf } from '../findings/summary';
import type { JudgedInput, JudgedGroup, ReviewInput } from '../review';
import type { Judgement } from '../rules/judge';
import { judgeSyntaxErrors } from '../rules/pipeline-judgements';
import type { LineMap, Place } from '../sql/line-map';
import { lineMap } from '../sql/line-map';
import type { FilePath, Span } from '../sql/source';
import type { History } from './analyze-sequence';
import { introductionKey } from './base-judgements';
import { withOwnForm } from './own-form';
import { suppressionsOf } from './suppressions-of';

/** The report of all groups: findings with identity, suppression and gate, steps with their risk, and the counts. */
export function assemble(groups: Iterable<JudgedGroup>, input: ReviewInput): Report {
  const migrations: ReportedMigration[] = [];
  const findings: Finding[] = [];
  const windows: ReportedWindow[] = [];
  const histories: History[] = [];
  for (const group of groups) {
    histories.push(group.history);
    const offset = migrations.length;
    const byMigration = groupedBy(group.judgements, ({ migration }) => migration);
    for (const migration of group.run.migrations) {
      const assembled = assembleMigration(
        migration,
        byMigration.get(migration.index) ?? [],
        group.judged[migration.index],
        group,
        input,
        {
          finding: findings.length,
          migration: migrations.length,
        },
      );
      migrations.push(assembled.migration);
      findings.push(...assembled.findings);
    }
    const told = group.run.windows.map((window) => windowOf(window, group.run, offset));
    windows.push(...told.filter(({ steps }) => steps.length > 1));
  }
  const history = {
    migrations: histories.reduce((sum, each) => sum + each.migrations, 0),
    gaps: histories.reduce((sum, { gaps }) => sum + gaps, 0),
  };
  return {
    pgfence: input.version,
    postgres: input.major,
    scope: input.scope,
    history: { ...history, source: history.migrations === 0 ? 'none' : input.historySource },
    migrations,
    findings,
    failOn: input.gate.failOn,
    windows,
    notes: [...input.notes, ...incompleteHistory(histories.flatMap(({ unread }) => unread))],
    summary: summaryOf(migrations, findings),
  };
}

function incompleteHistory(unread: readonly FilePath[]): readonly string[] {
  const newest = unread.at(-1);
  if (newest === undefined) return [];
  const others = unread.length > 1 ? ` and ${String(unread.length - 1)} more` : '';
  return [
    `Schema history incomplete: something in ${newest}${others} could not be read, and the worse is assumed of what it may do.`,
  ];
}

interface Offsets {
  readonly finding: number;
  readonly migration: number;
}

function assembleMigration(
  migration: RunMigration,
  judgements: readonly Judgement[],
  judged: JudgedInput | undefined,
  group: JudgedGroup,
  input: ReviewInput,
  offsets: Offsets,
): { readonly migration: ReportedMigration; readonly findings: readonly Finding[] } {
  const gaps = [...migration.gaps, ...migration.steps.flatMap((step) => step.gaps)];
  const places = placesOf(migration);
  const all = [...judgements, ...judgeSyntaxErrors(gaps, input.rules, migration.index)];
  const suppressed = suppressionsOf(migration, all, gaps, input);
  const ordinals = new Map<string, number>();
  const findings = [...all, ...suppressed.own].map((judgement, index): Finding => {
    const step = judgement.step === null ? null : judgement.step - (migration.steps[0]?.index ?? 0);
    const statement = step === null ? '' : (migration.steps[step]?.statement.text ?? '');
    const place = places(judgement.at);
    const key = introductionKey(judgement.rule, statement);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const acceptedBy = suppressed.by[index];
    const accepted = acceptedBy === undefined ? null : { reason: acceptedBy.reason, line: acceptedBy.line };
    const introduced =
      judged === undefined ||
      judged.isChanged(place) ||
      (judged.base !== null && group.base[migration.index]?.has(key) === false);
    return {
      place,
      suppressed: accepted,
      gating: accepted === null && gates(judgement.risk, introduced, input),
      id: findingId(judgement.rule, migration.path, statement, ordinal),
      ...judgement,
      repair: withOwnForm(judgement.repair, migration.tool, migration.source),
      step,
      migration: offsets.migration,
    };
  });
  const indexes = groupedBy(
    findings.map((_, index) => offsets.finding + index),
    (index) => findings[index - offsets.finding]?.step ?? null,
  );
  return {
    findings,
    migration: {
      path: migration.path,
      previousPath: migration.previousPath,
      source: migration.source,
      tool: migration.tool,
      sequence: migration.sequence,
      direction: migration.direction,
      status: migration.status,
      transaction: migration.transaction,
      steps: migration.steps.map((step, index) =>
        reportStep(
          step,
          indexes.get(index) ?? [],
          findings,
          places,
          judged,
          group.run,
          input,
          offsets.finding,
        ),
      ),
      findings: indexes.get(null) ?? [],
      gaps: gaps.map((gap, index): ReportedGap => ({
        gap,
        place: places(gap.at),
        migration: offsets.migration,
        suppressed: suppressed.ofGaps[index] ?? null,
      })),
    },
  };
}

function reportStep(
  step: Step,
  indexes: readonly number[],
  findings: readonly Finding[],
  places: (span: Span) => Place,
  judged: JudgedInput | undefined,
  run: Run,
  input: ReviewInput,
  offset: number,
): ReportedStep {
  const place = places(step.statement.at);
  const down = run.migrations[step.migration]?.direction === 'down';
  const own = step.rolledBack ? 'safe' : riskOfStops(step, run, input.options);
  const told = indexes.flatMap((index) => {
    const finding = findings[index - offset];
    return finding === undefined || finding.suppressed !== null ? [] : [finding.risk];
  });
  const risk = worstRisk([own, ...told]);
  return {
    step: toldOf(step),
    place,
    risk: down && risk !== 'safe' ? 'low' : risk,
    held: step.rolledBack ? null : longestHeld(step, run, input),
    changed: judged === undefined || judged.isChanged(place),
    findings: indexes,
  };
}

/** Without the sessions, so that no catalog lives on in the report. */
function toldOf(step: Step): ToldStep {
  const { statement, conditional, locks, stops, inTransaction, transaction, before, operations } = step;
  return {
    statement,
    conditional,
    locks: toldLocks(locks),
    stops,
    inTransaction,
    transaction,
    isTransactionAssumed: before.transaction?.assumed === true,
    isUnderstood: operations.every(({ kind }) => kind !== 'unmodelled'),
  };
}

function toldLocks(locks: Step['locks']): readonly ToldLock[] {
  const visible = locks.filter((lock) => lock.visible);
  return visible.map(({ relation, mode, work, under, certainty, isNew }) => ({
    relation,
    mode,
    work,
    under,
    certainty,
    isNew,
  }));
}

function longestHeld(step: Step, run: Run, input: ReviewInput): ReportedStep['held'] {
  const later = laterWork(step, run, input.options.statistics);
  const held = new Set(step.stops.map((stop) => heldFor(step, stop, later, input.options)));
  return LONGEST_FIRST.find((candidate) => held.has(candidate)) ?? null;
}

function gates(risk: Risk, introduced: boolean, { gate }: ReviewInput): boolean {
  if (!gate.gates || gate.failOn === 'never') return false;
  return (introduced || gate.unchanged) && atLeastRisk(risk, gate.failOn);
}

function groupedBy<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** Lines and columns of spans; one that stands in another file (a constant, a sibling .sql file) is told by that file's text. */
function placesOf(migration: RunMigration): (span: Span) => Place {
  const maps = new Map<string, LineMap>();
  const textOf = (file: string): string => {
    if (file === migration.source.path) return migration.source.text;
    const fragments = migration.steps.map((step) => step.statement.fragment);
    const other = fragments.flatMap(({ source, others = [] }) => [source, ...others]);
    return other.find(({ path }) => path === file)?.text ?? '';
  };
  return (span) => {
    const known = maps.get(span.file) ?? lineMap(textOf(span.file));
    maps.set(span.file, known);
    return known.place(span.start, span.end);
  };
}

function windowOf(window: LockWindow, run: Run, offset: number): ReportedWindow {
  const steps = run.steps
    .slice(window.first, window.last + 1)
    .filter(({ transaction }) => transaction === window.transaction)
    .map((step) => ({
      migration: offset + step.migration,
      step: step.index - (run.stepsOf(step.migration)[0]?.index ?? step.index),
      index: step.index,
    }));
  const assumed = run.steps[window.last]?.before.transaction?.assumed === true;
  return { window, assumed, steps };
}
