import type { LockFact } from '../../analysis/step';
import { actsOf } from '../acts';
import { rewritten, untilDone } from '../rewrites';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly locks: readonly LockFact[];
  readonly logged: boolean;
}

/** SET LOGGED and SET UNLOGGED. */
export const setLoggedUnlogged = stepRule<Match>({
  id: 'set-logged-unlogged',
  title: 'SET LOGGED and SET UNLOGGED write the whole table anew while nobody can use it',
  group: 'storage',
  severity: 'error',
  judges: 'lock',
  kinds: ['set-logged'],
  ofWork: true,

  check(step) {
    const locks = rewritten(step);
    const [act] = actsOf(step, 'set-logged');
    if (act === undefined || locks.length === 0) return [];
    return [{ locks, logged: act.operation.logged, cites: locks.map(({ relation }) => relation) }];
  },

  message({ locks, logged }) {
    const names = namedAll(locks.map(({ relation }) => relation));
    const lost = logged ? '' : '; from then on a crash empties it, and standbys do not have it';
    return `${untilDone('Writing every row anew', names)}${unless(locks)}${lost}`;
  },

  help() {
    return 'Make a second table that is as wanted, copy the rows in batches, and swap the names.';
  },
});
