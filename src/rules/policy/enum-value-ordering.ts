import type { OperationOf } from '../../postgres/operation';
import { written } from '../object-names';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly operation: OperationOf<'add-enum-value'>;
}

/** ADD VALUE without BEFORE or AFTER. */
export const enumValueOrdering = stepRule<Match>({
  id: 'enum-value-ordering',
  title: 'A new enum value sorts after all others',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['add-enum-value'],

  check(step) {
    return ownOperations(step).flatMap((operation) =>
      operation.kind === 'add-enum-value' && operation.neighbour === null ? [{ operation }] : [],
    );
  },

  message({ operation: { type, value } }) {
    return `'${value}' sorts after all other values of ${written(type)}, in ORDER BY and in comparisons, and that cannot be changed later`;
  },

  help() {
    return 'Say where it belongs, with BEFORE or AFTER.';
  },
});
