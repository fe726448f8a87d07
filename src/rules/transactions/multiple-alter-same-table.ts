import type { LockFact, Step } from '../../analysis/step';
import { ownOperations } from '../own-operations';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly lock: LockFact;
}

/** An ALTER TABLE that reads or rewrites a table which an earlier one of the same transaction has read or rewritten. */
export const multipleAlterSameTable = stepRule<Match>({
  id: 'multiple-alter-same-table',
  title: 'Two statements go through a table where one would do',
  group: 'transactions',
  severity: 'opt-in',
  judges: 'lock',
  kinds: 'any',

  check(step, run) {
    const lock = workOfAlter(step);
    if (lock === undefined || !follows(step, lock, run)) return [];
    return [{ lock, cites: [lock.relation] }];
  },

  message({ lock }) {
    return `This goes through ${named(lock.relation)} a second time while reads and writes of it wait for the ACCESS EXCLUSIVE lock: an earlier ALTER TABLE of the transaction has done so already`;
  },

  help() {
    return 'Write one ALTER TABLE with both actions: it goes through the table once.';
  },
});

/** VALIDATE works under a weaker lock, and a proved SET NOT NULL does not work at all: neither counts. */
function workOfAlter(step: Step): LockFact | undefined {
  if (!ownOperations(step).every((operation) => 'as' in operation)) return undefined;
  return step.locks.find(
    (lock) =>
      lock.work !== 'none' &&
      lock.under === 'ACCESS EXCLUSIVE' &&
      !lock.isNew &&
      !lock.relation.kind.endsWith('index'),
  );
}

/** No change of rows stands between. */
function follows(step: Step, lock: LockFact, run: RuleRun): boolean {
  for (const earlier of [...run.earlierInTransaction(step)].reverse()) {
    if (earlier.operations.some((operation) => 'query' in operation && operation.query.writes.length > 0))
      return false;
    if (workOfAlter(earlier)?.relation.id === lock.relation.id) return true;
  }
  return false;
}
