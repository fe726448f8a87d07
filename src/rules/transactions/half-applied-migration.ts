import type { Step } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { ownOperations } from '../own-operations';
import { failsWhenRepeated } from '../repeatable';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly count: number;
}

/** A file without a transaction that cannot be run again after it stopped half-way. */
export const halfAppliedMigration = runRule<Match>({
  id: 'half-applied-migration',
  title: 'A migration without a transaction stops half-way and cannot be run again',
  group: 'transactions',
  severity: 'notice',
  judges: 'effect',
  on: 'migration',

  check(migration) {
    if (migration === null || migration.transaction === 'unknown') return [];
    const alone = migration.steps.filter((step) => !step.inTransaction && !step.conditional);
    const once = alone.filter(canRunOnlyOnce);
    const [first, second] = once;
    if (first === undefined || second === undefined) return [];
    return [{ migration: migration.index, step: second.index, count: once.length }];
  },

  message({ count }) {
    return `If this fails, what stands before it is done and is not taken back, for no transaction is open; run again, the migration stops there: ${count} of its statements can be run only once`;
  },

  help() {
    return 'Do one step a migration, or write IF [NOT] EXISTS where it is right.';
  },
});

function canRunOnlyOnce(step: Step): boolean {
  return ownOperations(step).some(failsWhenRepeated);
}
