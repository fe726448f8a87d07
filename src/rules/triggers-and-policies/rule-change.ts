import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { strongLocks, worstLock } from '../strong-locks';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly lock: LockFact;
}

const KINDS = ['create-rule', 'drop-rule', 'enable-rule'] as const;

/** CREATE, DROP, ENABLE and DISABLE of a rewrite rule. */
export const ruleChange = stepRule<Match>({
  id: 'rule-change',
  title: 'Changing a rewrite rule closes the table for a moment and changes what statements do',
  group: 'triggers-and-policies',
  severity: 'notice',
  judges: 'lock',
  kinds: KINDS,

  check(step) {
    const lock = worstLock(strongLocks(step));
    if (lock === undefined || actsOf(step, ...KINDS).length === 0) return [];
    return [{ step, lock, cites: [lock.relation] }];
  },

  message({ lock }) {
    return `Reads and writes of ${named(lock.relation)} wait for this ${lock.mode} lock until the transaction commits; from then on statements on it are rewritten in another way`;
  },

  help() {
    return 'Use a trigger or a view instead of a rule.';
  },

  repair({ step }): Repair | null {
    return withLockTimeout(step);
  },
});
