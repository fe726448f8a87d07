import { tableOf } from '../../analysis/catalog/resolve';
import type { QueryWrite } from '../../postgres/query';
import { actsOf } from '../acts';
import { written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isOurs } from '../together';

interface Match extends MatchBase {
  readonly write: QueryWrite;
}

/** INSERT without a list of columns. */
export const insertWithoutColumns = stepRule<Match>({
  id: 'insert-without-columns',
  title: 'INSERT without a list of columns depends on their order',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['query'],

  check(step, run) {
    return actsOf(step, 'query').flatMap(({ operation, before }) =>
      operation.query.writes.flatMap((write): readonly Match[] => {
        const table = tableOf(before, write.relation);
        const isNew = table !== undefined && isOurs(table, step, run);
        const isDefault = write.valueRows === 1 && write.values[0]?.length === 0;
        return write.command !== 'insert' ||
          (write.columns.length > 0 && write.fromStar !== true) ||
          isNew ||
          isDefault
          ? []
          : [{ write }];
      }),
    );
  },

  message({ write }) {
    if (write.columns.length > 0)
      return `This INSERT into ${written(write.relation)} takes whatever columns its source has (SELECT *): once that gets or loses one, it fails (42601) or puts values into the wrong columns`;
    return `This INSERT into ${written(write.relation)} names no columns: once one is added or dropped, it fails (42601) or puts values into the wrong ones`;
  },

  help() {
    return 'Name the columns.';
  },
});
