import type { LockFact } from '../../analysis/step';
import { actsOf } from '../acts';
import { rewritten, untilDone } from '../rewrites';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly locks: readonly LockFact[];
}

/** SET ACCESS METHOD. */
export const setAccessMethod = stepRule<Match>({
  id: 'set-access-method',
  title: 'Another access method writes the whole table anew while nobody can use it',
  group: 'storage',
  severity: 'error',
  judges: 'lock',
  kinds: ['set-access-method'],
  ofWork: true,

  check(step) {
    const locks = rewritten(step);
    if (locks.length === 0 || actsOf(step, 'set-access-method').length === 0) return [];
    return [{ locks, cites: locks.map(({ relation }) => relation) }];
  },

  message({ locks }) {
    const names = namedAll(locks.map(({ relation }) => relation));
    return `${untilDone('Writing every row anew in another access method', names)}${unless(locks)}`;
  },

  help() {
    return 'Make a new table with that access method, copy the rows in batches, and swap the names.';
  },
});
