import type { LockFact, Step } from '../../analysis/step';
import { atLeast } from '../../postgres/lock-mode';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { strongLocks } from '../strong-locks';
import { harmful, named } from '../words';

interface Match extends MatchBase {
  readonly lock: LockFact;
  readonly before: LockFact;
}

/** A weaker lock that writers may hold too, then a stronger one on the same relation in one transaction. */
export const lockUpgrade = stepRule<Match>({
  id: 'lock-upgrade',
  title: 'First a weaker, then a stronger lock on one table can deadlock with its clients',
  group: 'transactions',
  severity: 'warning',
  judges: 'lock',
  kinds: 'any',

  check(step, run) {
    if (!step.inTransaction) return [];
    const upgraded = strongLocks(step).filter((lock) => !lock.relation.kind.endsWith('index'));
    if (upgraded.length === 0) return [];
    return upgraded.flatMap((lock) => {
      const before = weakerBefore(lock, step, run);
      return before === null ? [] : [{ lock, before, cites: [lock.relation] }];
    });
  },

  message({ lock, before }) {
    return `This transaction holds ${before.mode} on ${named(lock.relation)} and now asks for ${lock.mode}: a client that holds the weaker lock too waits for it, and one of the two is killed (40P01)`;
  },

  help() {
    return 'Put the statement with the stronger lock first, or each into a transaction of its own.';
  },
});

/** The strongest lock of the transaction on the relation, if it is weaker and clients hold it too; reading alone was measured not to deadlock. */
function weakerBefore(lock: LockFact, step: Step, run: RuleRun): LockFact | null {
  let strongest: LockFact | null = null;
  for (const earlier of run.earlierInTransaction(step)) {
    const held = harmful(earlier).find((fact) => fact.relation.id === lock.relation.id);
    if (held === undefined || !atLeast(held.mode, 'ROW EXCLUSIVE')) continue;
    if (strongest === null || !atLeast(strongest.mode, held.mode)) strongest = held;
  }
  if (strongest === null || atLeast(strongest.mode, lock.mode)) return null;
  return WEAKER.has(strongest.mode) ? strongest : null;
}

const WEAKER: ReadonlySet<string> = new Set(['ROW EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE']);
