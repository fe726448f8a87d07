import { nullInNewColumn } from '../../analysis/conditions/new-column';
import type { LockFact, Step } from '../../analysis/step';
import type { Performed } from '../performed';
import { performed, subject, worksBy } from '../performed';
import { computedColumn } from '../repairs/computed-column';
import { isInlineKey } from '../rewriting-columns';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named, unless } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly added: Performed<'add-column'>;
  readonly lock: LockFact;
}

/** ADD COLUMN NOT NULL without a value for the rows that are there. */
export const addColumnNotNullNoDefault = stepRule<Match>({
  id: 'add-column-not-null-no-default',
  title: 'A new NOT NULL column without a default fails on a table with rows',
  group: 'adding-columns',
  severity: 'error',
  judges: 'effect',
  kinds: ['add-column'],

  check(step) {
    const [lock] = worksBy(step, 'add-column/not-null');
    if (lock === undefined) return [];
    return performed(step, 'add-column')
      .filter((added) => hasNoValue(added) && !isInlineKey(added))
      .map((added) => ({ step, added, lock }));
  },

  message({ added, lock }) {
    const column = named(added.operation.column);
    return `This fails (23502) if ${named(lock.relation)} has a row, because ${column} has no value for it; on an empty table, clients that do not name ${column} fail from then on${unless([lock])}`;
  },

  help() {
    return 'Give the column a default, and drop that once every writer names the column.';
  },

  repair: (match, run) =>
    computedColumn(match, 'add the column nullable, fill it, then make it NOT NULL', run),
});

/** A generated column whose value is null is another row of the catalogue: its rows are checked one by one. */
function hasNoValue(added: Performed<'add-column'>): boolean {
  const table = subject(added);
  return (
    table !== undefined &&
    added.operation.column.generated === null &&
    nullInNewColumn(added, table) !== false
  );
}
