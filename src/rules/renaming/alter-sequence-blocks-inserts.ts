import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { atLeast } from '../../postgres/lock-mode';
import { actsOf } from '../acts';
import { briefly } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { usesTables } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly lock: LockFact;
}

/** ALTER SEQUENCE, and the transaction goes on. */
export const alterSequenceBlocksInserts = stepRule<Match>({
  id: 'alter-sequence-blocks-inserts',
  title: 'Changing a sequence stops INSERTs that draw from it until the transaction commits',
  group: 'renaming',
  severity: 'notice',
  judges: 'effect',
  kinds: ['alter-sequence', 'set-identity'],

  check(step, run) {
    const acts = actsOf(step, 'alter-sequence', 'set-identity');
    if (!acts.some(({ operation }) => operation.options.length > 0 || operation.kind === 'alter-sequence'))
      return [];
    const lock = step.locks.find(
      (each) =>
        each.relation.kind === 'sequence' &&
        each.visible &&
        !each.isNew &&
        atLeast(each.mode, 'SHARE ROW EXCLUSIVE'),
    );
    if (lock === undefined || !run.laterInTransaction(step).some(usesTables)) return [];
    return [{ step, lock, cites: [lock.relation] }];
  },

  message({ lock }) {
    return `nextval() of ${named(lock.relation)} waits for this ${lock.mode} lock until the transaction commits, and with it every INSERT that draws from it; the transaction goes on with other work`;
  },

  help() {
    return 'Give it a transaction of its own; to set the next value only, call setval(), which stops nobody.';
  },

  repair({ step }, run): Repair {
    return {
      summary: 'change the sequence in a transaction of its own',
      steps: [briefly(step.statement.text, 'SHARE ROW EXCLUSIVE on the sequence for a moment.', run.options)],
    };
  },
});
