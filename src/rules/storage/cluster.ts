import type { LockFact } from '../../analysis/step';
import { actsOf } from '../acts';
import { rewritten, untilDone } from '../rewrites';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly locks: readonly LockFact[];
}

/** CLUSTER. */
export const cluster = stepRule<Match>({
  id: 'cluster',
  title: 'CLUSTER writes the whole table anew while nobody can use it',
  group: 'storage',
  severity: 'error',
  judges: 'lock',
  kinds: ['cluster'],
  ofWork: true,

  check(step) {
    const acts = actsOf(step, 'cluster');
    const locks = rewritten(step);
    const all = acts.some(({ operation }) => operation.table === null);
    if (acts.length === 0 || (locks.length === 0 && !all)) return [];
    return [{ locks, cites: locks.map(({ relation }) => relation) }];
  },

  message({ locks }) {
    if (locks.length === 0)
      return untilDone('CLUSTER writes every table anew that was clustered before, which', 'each');
    const names = namedAll(locks.map(({ relation }) => relation));
    return `${untilDone('Writing every row anew in the order of an index', names)}${unless(locks)}`;
  },

  help() {
    return 'Use an extension that repacks tables online, or a quiet hour.';
  },
});
