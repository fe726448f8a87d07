import type { Operation } from '../../postgres/operation';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly message: string;
}

/** LOCK TABLE, SAVEPOINT, DECLARE CURSOR and SET CONSTRAINTS outside of a transaction. */
export const transactionBlockRequired = stepRule<Match>({
  id: 'transaction-block-required',
  title: 'A command that needs a transaction stands outside of one',
  group: 'transactions',
  severity: 'error',
  judges: 'effect',
  kinds: ['lock-table', 'savepoint', 'declare-cursor', 'set-constraints'],

  check(step, run) {
    if (run.migrations[step.migration]?.transaction === 'unknown') return [];
    const [operation] = ownOperations(step);
    const message = operation === undefined ? undefined : MESSAGES[operation.kind];
    if (operation === undefined || message === undefined || isHeld(operation)) return [];
    const open = step.before.transaction;
    const isOpen = open !== null && (operation.kind !== 'savepoint' || open.opener !== 'call');
    return isOpen ? [] : [{ message }];
  },

  message({ message }) {
    return message;
  },

  help() {
    return 'Put BEGIN before it and COMMIT behind what belongs to it.';
  },
});

const MESSAGES: Readonly<Partial<Record<Operation['kind'], string>>> = {
  'lock-table': 'The migration fails here: LOCK TABLE needs a transaction block (25P01), and none is open',
  savepoint: 'The migration fails here: SAVEPOINT needs a transaction block (25P01), and none is open',
  'declare-cursor':
    'The migration fails here: DECLARE CURSOR needs a transaction block (25P01), and none is open',
  'set-constraints':
    'SET CONSTRAINTS does nothing here but warn: no transaction is open, so that the constraints are checked as before',
};

/** A cursor WITH HOLD outlives its transaction. */
function isHeld(operation: Operation): boolean {
  return operation.kind === 'declare-cursor' && operation.hold;
}
