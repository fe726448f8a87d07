import type { QueryWrite } from '../../postgres/query';
import { deletesAll, largeWrites } from '../large-writes';
import { written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly write: QueryWrite;
}

/** DELETE of all rows. */
export const deleteWithoutWhere = stepRule<Match>({
  id: 'delete-without-where',
  title: 'DELETE without a condition removes all rows',
  group: 'data-and-replication',
  severity: 'warning',
  judges: 'effect',
  kinds: ['query'],

  check(step, run) {
    return largeWrites(step, run).flatMap(({ write }) => (deletesAll(write) ? [{ write }] : []));
  },

  message({ write }) {
    return `All rows of ${written(write.relation)} are gone after this, removed one by one: clients that write one of them wait until the transaction commits`;
  },

  help() {
    return 'Use TRUNCATE if all rows are meant, or say which ones are.';
  },
});
