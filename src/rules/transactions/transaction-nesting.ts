import type { Step } from '../../analysis/step';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly what: 'begin' | 'commit' | 'rollback' | 'nothing';
}

/** BEGIN, COMMIT and ROLLBACK where the runner, or the file, has a transaction open; COMMIT where none is. */
export const transactionNesting = stepRule<Match>({
  id: 'transaction-nesting',
  title: 'An inner COMMIT ends the outer transaction',
  group: 'transactions',
  severity: 'warning',
  judges: 'effect',
  kinds: ['begin', 'commit', 'rollback'],

  check(step, run) {
    const operation = step.operations[0];
    const open = step.before.transaction;
    if (operation === undefined || step.inner.length > 0) return [];
    if (operation.kind === 'begin') {
      // In a call, BEGIN takes over the implicit transaction.
      if (open === null || open.opener === 'call' || open.assumed) return [];
      return [{ what: 'begin' }];
    }
    if (operation.kind !== 'commit' && operation.kind !== 'rollback') return [];
    if (open === null) return [{ what: 'nothing' }];
    if (open.opener !== 'runner' || open.assumed) return [];
    return closesOwnBegin(step, run) ? [] : [{ what: operation.kind }];
  },

  message({ what }) {
    switch (what) {
      case 'begin':
        return 'A transaction is open already: this BEGIN only warns, and the next COMMIT ends the outer transaction';
      case 'commit':
        return "This COMMIT ends the runner's transaction: what follows runs unprotected, each statement by itself, and survives a ROLLBACK";
      case 'rollback':
        return "This ROLLBACK ends the runner's transaction and undoes all of the file before it; what follows runs unprotected";
      case 'nothing':
        return 'No transaction is open here: this only warns';
    }
  },

  help() {
    return 'Leave the transaction to the runner, or tell the runner to open none.';
  },
});

/** The BEGIN before it has been reported: once is enough. */
function closesOwnBegin(step: Step, run: RuleRun): boolean {
  return run.earlierInMigration(step).some((earlier) => earlier.operations[0]?.kind === 'begin');
}
