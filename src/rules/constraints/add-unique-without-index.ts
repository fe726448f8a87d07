import type { Repair } from '../../findings/finding';
import type { BuiltKey } from '../built-keys';
import { builtKeys, builtKeyRepair } from '../built-keys';
import { stepRule } from '../rule';
import { whichConstraint } from '../which-constraint';
import { unless, whatIsStopped } from '../words';

/** ADD UNIQUE without USING INDEX: the index is built under ACCESS EXCLUSIVE. */
export const addUniqueWithoutIndex = stepRule<BuiltKey>({
  id: 'add-unique-without-index',
  title: 'A UNIQUE constraint builds its index while the table is closed',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-unique'],
  ofWork: true,
  check: (step) => builtKeys(step, 'add-unique'),

  message({ added, locks }) {
    return `${whichConstraint('UNIQUE constraint', added)} stops ${whatIsStopped(locks)} until its index is built${unless(locks)}`;
  },

  help() {
    return 'Build the index with CREATE UNIQUE INDEX CONCURRENTLY, and add the constraint USING INDEX.';
  },

  repair(match, run): Repair | null {
    const repair = builtKeyRepair(match, run);
    return repair === null
      ? null
      : { summary: 'build the index first, without closing the table', ...repair };
  },
});
