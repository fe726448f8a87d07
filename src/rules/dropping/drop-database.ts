import { actsOf } from '../acts';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly database: string;
}

/** DROP DATABASE. */
export const dropDatabase = stepRule<Match>({
  id: 'drop-database',
  title: 'Dropping a database loses everything in it',
  group: 'dropping',
  severity: 'error',
  judges: 'effect',
  kinds: ['drop-database'],

  check(step) {
    return actsOf(step, 'drop-database').map(({ operation }) => ({ database: operation.database }));
  },

  message({ database }) {
    return `All that is in database "${database}" is gone with this, and only a backup brings it back`;
  },

  help() {
    return 'Drop databases by hand, not in a migration.';
  },
});
