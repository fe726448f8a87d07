import type { Table } from '../../analysis/catalog/relation';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { fullName, written } from '../object-names';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { truncatedAlong } from '../truncated';
import { namedAll } from '../words';
import { plainName } from '../object-names';

interface Match extends MatchBase {
  readonly operation: OperationOf<'truncate'>;
  readonly along: readonly Table[];
  readonly complete: boolean;
}

/** TRUNCATE … CASCADE that may reach tables it does not name. */
export const truncateCascade = stepRule<Match>({
  id: 'truncate-cascade',
  title: 'TRUNCATE … CASCADE empties every table that refers to this one',
  group: 'dropping',
  severity: 'error',
  judges: 'effect',
  kinds: ['truncate'],

  check(step, run) {
    return actsOf(step, 'truncate').flatMap((act): readonly Match[] => {
      const along = truncatedAlong(act, step, run);
      return along === null
        ? []
        : [{ operation: act.operation, along: along.tables, complete: along.complete }];
    });
  },

  message({ operation, along, complete }) {
    const own = written(...operation.tables.map(({ table }) => table));
    if (along.length === 0)
      return `This also empties every table that refers to ${own}, and those that refer to those, unless none does; all are closed (ACCESS EXCLUSIVE lock) until the transaction commits`;
    return `This also empties ${namedAll(along.map(fullName))}${complete ? '' : ' and whatever else refers to it'}, because of the foreign keys to ${own}; all are closed (ACCESS EXCLUSIVE lock) until the transaction commits`;
  },

  help() {
    return 'Name every table that shall be empty, and leave CASCADE out.';
  },

  repair({ operation, along }): Repair | null {
    if (along.length === 0) return null;
    const names = [...operation.tables.map(({ table }) => table), ...along.map(plainName)];
    return {
      summary: 'name the tables',
      steps: [
        inPlace(
          `TRUNCATE ${names.map(quoteRelation).join(', ')}${operation.restartIdentity ? ' RESTART IDENTITY' : ''}`,
          'without CASCADE the server refuses as soon as another table refers to one of them.',
        ),
      ],
    };
  },
});
