import type { ObjectName } from '../../postgres/name';
import { written } from '../object-names';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly type: ObjectName;
}

/** CREATE TYPE … AS ENUM. */
export const createEnum = stepRule<Match>({
  id: 'create-enum',
  title: 'Values of an enum cannot be removed',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-enum'],

  check(step) {
    return ownOperations(step).flatMap((operation) =>
      operation.kind === 'create-enum' ? [{ type: operation.type }] : [],
    );
  },

  message({ type }) {
    return `A value of ${written(type)} can be added and renamed later, but not removed: for that every column of the type has to be rewritten`;
  },

  help() {
    return 'Use text with a CHECK, or a table of values with a foreign key.';
  },
});
