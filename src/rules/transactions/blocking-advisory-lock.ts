import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly call: string;
}

const WAITING: ReadonlySet<string> = new Set([
  'pg_advisory_lock',
  'pg_advisory_lock_shared',
  'pg_advisory_xact_lock',
  'pg_advisory_xact_lock_shared',
]);

/** A wait in pg_advisory_lock, where CONCURRENTLY is used too. */
export const blockingAdvisoryLock = stepRule<Match>({
  id: 'blocking-advisory-lock',
  title: 'A runner that waits for an advisory lock deadlocks with CONCURRENTLY',
  group: 'transactions',
  severity: 'warning',
  judges: 'effect',
  kinds: ['query'],

  check(step, run) {
    const call = step.operations
      .flatMap((operation) => (operation.kind === 'query' ? operation.query.calls : []))
      .find(({ name }) => WAITING.has(name.name));
    return call === undefined || !run.finalSession.concurrently ? [] : [{ call: call.name.name }];
  },

  message({ call }) {
    return `A second runner that waits in ${call}() holds a snapshot, for which CREATE INDEX CONCURRENTLY of the first one waits: it is killed (40P01) and leaves an INVALID index`;
  },

  help() {
    return 'Ask pg_try_advisory_lock() again and again instead, with a pause in between.';
  },
});
