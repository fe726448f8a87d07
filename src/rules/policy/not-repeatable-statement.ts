import type { Operation } from '../../postgres/operation';
import { commandOf } from '../command-words';
import { ownOperations } from '../own-operations';
import { failsWhenRepeated } from '../repeatable';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly operation: Operation;
}

/** A statement outside of a transaction that fails when the file is run again. */
export const notRepeatableStatement = stepRule<Match>({
  id: 'not-repeatable-statement',
  title: 'A statement outside of a transaction cannot be run again',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: 'any',

  check(step, run) {
    // A statement that stands alone leaves nothing behind when it fails.
    const isAlone = run.stepsOf(step.migration).every((other) => other === step || other.inTransaction);
    if (step.inTransaction || isAlone) return [];
    const operation = ownOperations(step).find(
      (each) => failsWhenRepeated(each) && !(each.kind === 'create-index' && each.concurrently),
    );
    return operation === undefined ? [] : [{ operation }];
  },

  message({ operation }) {
    return `${commandOf(operation)} fails when the migration is run again, and without a transaction it may have to be`;
  },

  help() {
    return 'Write IF [NOT] EXISTS or OR REPLACE, or put the migration into a transaction.';
  },
});
