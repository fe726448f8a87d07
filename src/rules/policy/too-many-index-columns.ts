import type { OperationOf } from '../../postgres/operation';
import { ownOperations } from '../own-operations';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly operation: OperationOf<'create-index'>;
  readonly limit: number;
}

const ID = 'too-many-index-columns';
const PARAMETERS = {
  limit: { kind: 'number', default: 3, says: 'More columns than these are too many.' },
} as const;

/** An index of many columns that is not unique. */
export const tooManyIndexColumns = stepRule<Match>({
  id: ID,
  title: 'An index of many columns serves few queries',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-index'],
  parameters: PARAMETERS,

  check(step, run) {
    const { limit } = parametersOf(run, ID, PARAMETERS);
    return ownOperations(step).flatMap((operation): readonly Match[] => {
      if (operation.kind !== 'create-index' || operation.index.unique) return [];
      return operation.index.keys.length > limit ? [{ operation, limit }] : [];
    });
  },

  message({ operation: { index }, limit }) {
    const which = index.name === null ? 'This index' : `The index "${index.name}"`;
    return `${which} has ${index.keys.length} columns, more than ${limit}: every write pays for it, and only queries on its first columns use it`;
  },

  help() {
    return 'Leave out the columns that do not narrow the search, or put them into INCLUDE.';
  },
});
