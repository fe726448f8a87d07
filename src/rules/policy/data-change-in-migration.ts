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

/** A change of rows of a table that was there before. */
export const dataChangeInMigration = stepRule<Match>({
  id: 'data-change-in-migration',
  title: 'A migration changes rows',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['query', 'copy-from'],

  check(step, run) {
    const writes = actsOf(step, 'query', 'copy-from').flatMap(({ operation, before }) =>
      operation.query.writes.filter(({ relation }) => {
        const table = tableOf(before, relation);
        return table === undefined || !isOurs(table, step, run);
      }),
    );
    const [write] = writes;
    return write === undefined ? [] : [{ write }];
  },

  message({ write }) {
    return `This ${write.command.toUpperCase()} changes rows of ${written(write.relation)} within a migration, which is to change the schema alone`;
  },

  help() {
    return 'Change rows apart from the schema, in batches.';
  },
});
