import { lockTimeout, statementTimeout } from '../../analysis/settings';
import type { Step } from '../../analysis/step';
import type { MatchBase, RuleRun } from '../rule';
import { runRule } from '../rule';
import type { SettingSet } from '../settings-set';
import { settingsSet, TIMEOUTS } from '../settings-set';
import { strongLocks } from '../strong-locks';
import { named } from '../words';
import { timeInWords } from '../time-in-words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  /** Whose effect is missing. */
  readonly what: string;
  readonly why: string;
  readonly help: string;
}

/** A timeout that looks like protection and is none. */
export const timeoutWithoutEffect = runRule<Match>({
  id: 'timeout-without-effect',
  title: 'A timeout is set where it protects nothing',
  group: 'timeouts',
  severity: 'warning',
  judges: 'effect',
  on: 'migration',

  check(migration, run) {
    const steps = migration?.steps ?? [];
    return steps.flatMap((step): readonly Match[] => {
      const set = settingsSet(step).find(({ name }) => TIMEOUTS.has(name));
      if (set === undefined) return [];
      const found =
        outsideOfTransaction(step, set, run) ??
        undone(step, run) ??
        late(step, set, run) ??
        tooLong(step, run);
      return found === null
        ? []
        : [{ migration: step.migration, step: step.index, what: `This ${set.name}`, ...found }];
    });
  },

  message({ what, why }) {
    return `${what} protects nothing: ${why}`;
  },

  help({ help }) {
    return help;
  },
});

type Reason = Pick<Match, 'why' | 'help'> & Partial<Pick<Match, 'what'>>;

/** An unknown runner is taken to open a transaction, as for every SET LOCAL. */
function outsideOfTransaction(step: Step, { local }: SettingSet, run: RuleRun): Reason | null {
  if (!local || step.inTransaction || run.migrations[step.migration]?.transaction === 'unknown') return null;
  return {
    why: 'no transaction is open here, and SET LOCAL ends with the transaction',
    help: 'Write SET without LOCAL, or open a transaction before it.',
  };
}

function undone(step: Step, run: RuleRun): Reason | null {
  if (!step.rolledBack) return null;
  const later = run.laterInMigration(step).find((other) => !other.rolledBack && isUnprotected(other));
  const lock = later === undefined ? undefined : strongLocks(later)[0];
  if (lock === undefined) return null;
  return {
    why: `it is rolled back before ${named(lock.relation)} is locked`,
    help: 'Set it again after the ROLLBACK.',
  };
}

/** After the lock, and no other one follows. */
function late(step: Step, { name, value }: SettingSet, run: RuleRun): Reason | null {
  const before = lockTimeout(step.after);
  if (name !== 'lock_timeout' || value === null || typeof before !== 'number' || before === 0) return null;
  if (run.laterInMigration(step).some((other) => strongLocks(other).length > 0)) return null;
  const taken = run.earlierInTransaction(step).find(isUnprotected);
  const lock = taken === undefined ? undefined : strongLocks(taken)[0];
  if (lock === undefined) return null;
  return {
    why: `the ${lock.mode} lock on ${named(lock.relation)} has been taken before it, and no other strong lock follows`,
    help: 'Set it before the first statement that takes a lock.',
  };
}

function isUnprotected(step: Step): boolean {
  const timeout = lockTimeout(step.before);
  return strongLocks(step).length > 0 && (timeout === null || timeout === 0);
}

/** The next statement may still put it right. */
function tooLong(step: Step, run: RuleRun): Reason | null {
  const next = run.laterInMigration(step)[0];
  if (next !== undefined && settingsSet(next).some(({ name }) => TIMEOUTS.has(name))) return null;
  const lock = lockTimeout(step.after);
  const statement = statementTimeout(step.after);
  if (typeof lock !== 'number' || typeof statement !== 'number' || statement === 0 || lock < statement)
    return null;
  return {
    what: `The lock_timeout of ${timeInWords(lock)}`,
    why: `it is not shorter than statement_timeout (${timeInWords(statement)}), which always strikes first`,
    help: 'Set lock_timeout shorter than statement_timeout.',
  };
}
