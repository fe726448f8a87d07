import { relationOf } from '../../analysis/catalog/resolve';
import { performed, usedTable } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly column: string;
}

/** SET DEFAULT without a backfill. */
export const setDefaultExistingRows = stepRule<Match>({
  id: 'set-default-existing-rows',
  title: 'A new default says nothing about the rows that are there',
  group: 'changing-columns',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['set-default'],

  check(step, run) {
    return performed(step, 'set-default').flatMap((set): readonly Match[] => {
      const table = usedTable(set);
      const { column } = set.operation;
      if (table === undefined) return [];
      const fills = [...run.earlierInChangeSet(step, 'query'), ...run.laterInChangeSet(step, 'query')].some(
        (other) =>
          performed(other, 'query').some(({ operation, session }) =>
            operation.query.writes.some(
              (write) =>
                write.command === 'update' &&
                write.columns.includes(column) &&
                relationOf(session, write.relation)?.id === table.id,
            ),
          ),
      );
      return fills ? [] : [{ column }];
    });
  },

  message({ column }) {
    return `The rows that are there keep what they have in ${named({ name: column })}: only new rows get the default`;
  },

  help() {
    return 'Fill the old rows in batches if they need the value too.';
  },
});
