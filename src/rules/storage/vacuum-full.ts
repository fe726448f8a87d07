import type { LockFact } from '../../analysis/step';
import type { OperationOf } from '../../postgres/operation';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { alone } from '../repairs/steps';
import { rewritten, untilDone } from '../rewrites';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly locks: readonly LockFact[];
  readonly operation: OperationOf<'vacuum'>;
}

/** VACUUM FULL. */
export const vacuumFull = stepRule<Match>({
  id: 'vacuum-full',
  title: 'VACUUM FULL writes the whole table anew while nobody can use it',
  group: 'storage',
  severity: 'error',
  judges: 'lock',
  kinds: ['vacuum'],

  check(step) {
    return actsOf(step, 'vacuum').flatMap(({ operation }): readonly Match[] => {
      const locks = rewritten(step);
      if (!operation.full || (locks.length === 0 && operation.tables.length > 0)) return [];
      return [{ locks, operation, cites: locks.map(({ relation }) => relation) }];
    });
  },

  message({ locks, operation }) {
    if (operation.tables.length === 0)
      return 'Writing every table of the database anew stops reads and writes of each (ACCESS EXCLUSIVE lock) until it is done';
    const names = namedAll(locks.map(({ relation }) => relation));
    return `${untilDone('Writing every row anew', names)}${unless(locks)}`;
  },

  help() {
    return 'Use plain VACUUM, or an extension that repacks tables online.';
  },

  repair({ operation: { tables } }): Repair {
    const names = tables.map(({ table }) => quoteRelation(table)).join(', ');
    return {
      summary: 'make the space usable again without closing the table',
      steps: [
        alone(
          `VACUUM ${names}`.trim(),
          'SHARE UPDATE EXCLUSIVE: reads and writes go on. The file keeps its size, and new rows use the space.',
        ),
      ],
    };
  },
});
