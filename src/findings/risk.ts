import type { Run } from '../analysis/run';
import type { RelationReference, Step, Stop } from '../analysis/step';
import type { Continuation } from '../analysis/longest';
import { longer } from '../analysis/longest';
import { unboundedReads } from '../analysis/unbounded-reads';
import { unboundedFills, unboundedWrites } from '../analysis/unbounded-writes';
import type { QueryWrite } from '../postgres/query';
import { lockTimeout } from '../analysis/settings';
import { isSmall } from '../analysis/statistics';
import type { Statistics } from '../analysis/statistics';
import { worstRisk } from './finding';
import type { HeldFor } from './held-for';
import { riskOfWaiting } from './held-for';
import type { Risk, Severity } from './finding';

/** From the longest to the shortest. */
export const LONGEST_FIRST: readonly HeldFor[] = [
  'rewrite',
  'unbounded write',
  'index build',
  'scan',
  'a moment, unbounded',
  'a moment, bounded',
];

const HELD_FOR: Readonly<Record<Exclude<Continuation, 'none'>, HeldFor>> = {
  scan: 'scan',
  'build-index': 'index build',
  'copy-file': 'rewrite',
  'unbounded write': 'unbounded write',
  rewrite: 'rewrite',
};

/** What the risk of a stop depends on beside the run: whether somebody else sets lock_timeout. */
export interface RiskOptions {
  readonly statistics?: Statistics;
  readonly lockTimeout: { readonly setBy: 'migration' | 'elsewhere' };
}

/**
 * The risk of a step: the worst of what it stops, or of what it stops among the relations that a finding cites. What stands
 * still stands still for the longest work from the statement to the end of its transaction. A cited relation that only earlier
 * statements of the transaction closed stays closed through this one.
 */
export function riskOfStops(
  step: Step,
  run: Run,
  options: RiskOptions,
  cites?: readonly RelationReference[],
): Risk {
  const cited = cites === undefined ? null : new Set(cites.map((relation) => relation.id));
  const own = riskOfOne(step, run, options, cited);
  if (cited === null || !step.inTransaction) return own;
  for (const id of closedBy(step)) cited.delete(id);
  if (cited.size === 0) return own;
  const held = run.earlierInTransaction(step).map((earlier) => riskOfOne(earlier, run, options, cited));
  const worst = worstRisk(held);
  // Nothing may gate by a transaction that is only assumed.
  const bounded =
    step.before.transaction?.assumed === true && worst !== 'low' && worst !== 'safe' ? 'medium' : worst;
  return worstRisk([own, bounded]);
}

function riskOfOne(step: Step, run: Run, options: RiskOptions, cited: ReadonlySet<number> | null): Risk {
  const stops = step.stops.filter(
    (stop) =>
      cited === null || cited.has(stop.relation.id) || stop.by.some((relation) => cited.has(relation.id)),
  );
  if (stops.length === 0) return 'safe';
  const later = laterWork(step, run, options.statistics);
  return worstRisk(stops.map((stop) => riskOfStop(stop, heldFor(step, stop, later, options))));
}

function closedBy({ stops }: Step): readonly RelationReference['id'][] {
  return stops.flatMap((stop) => [stop.relation.id, ...stop.by.map(({ id }) => id)]);
}

/** How long one stop lasts. */
export function heldFor(step: Step, stop: Stop, later: Continuation, options: RiskOptions): HeldFor {
  const work = longer<Continuation>(isSmall(options.statistics, stop.relation) ? 'none' : stop.work, later);
  if (work !== 'none') return HELD_FOR[work];
  const timeout = lockTimeout(step.before);
  const bounded = options.lockTimeout.setBy === 'elsewhere' || (typeof timeout === 'number' && timeout > 0);
  return bounded ? 'a moment, bounded' : 'a moment, unbounded';
}

/** The longest work that other statements of the transaction do after this one: its locks are held through it. */
export function laterWork(step: Step, run: Run, statistics?: Statistics): Continuation {
  if (!step.inTransaction) return 'none';
  const ofRun = laterWorks.get(run.steps) ?? new Map<Statistics | undefined, readonly Continuation[]>();
  laterWorks.set(run.steps, ofRun);
  const known = ofRun.get(statistics) ?? worksAfter(run.steps, statistics);
  ofRun.set(statistics, known);
  return known[step.index] ?? 'none';
}

/** By run: a transaction may have as many statements as a file has lines. */
const laterWorks = new WeakMap<Run['steps'], Map<Statistics | undefined, readonly Continuation[]>>();

/** For each step the longest work behind it in its transaction: read from the end. */
function worksAfter(steps: readonly Step[], statistics: Statistics | undefined): readonly Continuation[] {
  const works = steps.map((): Continuation => 'none');
  const longest = new Map<number, Continuation>();
  for (const step of [...steps].reverse()) {
    const later = longest.get(step.transaction) ?? 'none';
    works[step.index] = later;
    longest.set(step.transaction, longer(later, workOf(step, statistics)));
  }
  return works;
}

/** The longest work of a step on relations that are not new. */
function workOf(step: Step, statistics: Statistics | undefined): Continuation {
  return step.locks.reduce<Continuation>(
    (longest, lock) =>
      lock.isNew || isSmall(statistics, lock.relation) ? longest : longer<Continuation>(longest, lock.work),
    workOnRows(step, statistics),
  );
}

/** What a statement does with all rows of a table that others use, besides what its locks tell. */
function workOnRows(step: Step, statistics: Statistics | undefined): Continuation {
  const isLarge = ({ relation }: Pick<QueryWrite, 'relation'>): boolean =>
    !step.locks.some(
      (lock) => isNamed(lock.relation.name, relation.name) && isSmall(statistics, lock.relation),
    );
  if ([...unboundedWrites(step, true), ...unboundedFills(step)].some(isLarge)) return 'unbounded write';
  return unboundedReads(step).some(isLarge) ? 'scan' : 'none';
}

function isNamed(qualified: string, name: string): boolean {
  return qualified === name || qualified.endsWith(`.${name}`);
}

/** The floor of an effect rule's risk, and what configuration allows at most or asks at least. */
export const RISK_OF_SEVERITY: Readonly<Record<Severity, Risk>> = {
  error: 'high',
  warning: 'medium',
  notice: 'low',
};

function riskOfStop(stop: Stop, held: HeldFor): Risk {
  if (!stop.reads && !stop.writes) return 'safe';
  return riskOfWaiting(stop.reads, held);
}
