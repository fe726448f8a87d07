import { actsOf } from '../acts';
import { written } from '../object-names';
import type { ObjectName } from '../../postgres/name';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly view: ObjectName;
}

/** REFRESH MATERIALIZED VIEW CONCURRENTLY. */
export const refreshMaterializedViewConcurrentLock = stepRule<Match>({
  id: 'refresh-materialized-view-concurrent-lock',
  title: 'Other refreshes wait while a materialized view is refreshed concurrently',
  group: 'views-and-types',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['refresh-materialized-view'],

  check(step) {
    return actsOf(step, 'refresh-materialized-view').flatMap(({ operation }): readonly Match[] =>
      operation.concurrently ? [{ view: operation.view }] : [],
    );
  },

  message({ view }) {
    return `Other refreshes of ${written(view)} wait for this EXCLUSIVE lock until the transaction commits; reads go on`;
  },

  help() {
    return 'Let a scheduled job refresh it, not a migration.';
  },
});
