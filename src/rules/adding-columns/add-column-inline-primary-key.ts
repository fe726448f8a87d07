import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { performed, subject, worksBy } from '../performed';
import { computedColumn, FILL_IN_BATCHES } from '../repairs/computed-column';
import { causeOf } from '../rewriting-columns';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly column: string;
  readonly lock: LockFact;
  /** Each row gets a value: serial, identity, a default. */
  readonly filled: boolean;
}

/** ADD COLUMN … PRIMARY KEY: fails on rows without a value, or writes them all and builds the index under ACCESS EXCLUSIVE. */
export const addColumnInlinePrimaryKey = stepRule<Match>({
  id: 'add-column-inline-primary-key',
  title: 'PRIMARY KEY on a new column fails on rows, or closes the table for a rewrite and an index',
  group: 'adding-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-primary-key'],
  ofWork: true,

  check(step) {
    return performed(step, 'add-primary-key').flatMap((added) => {
      if (!added.operation.withColumn) return [];
      const table = subject(added);
      const lock = worksBy(step, 'add-index-constraint/build').find(
        ({ relation }) => relation.id === table?.id,
      );
      const column = added.operation.constraint.columns[0] ?? '';
      const filled = locksRewrite(step);
      return lock === undefined ? [] : [{ step, column, lock, filled, cites: [lock.relation] }];
    });
  },

  message({ column, lock, filled }) {
    return filled
      ? `Adding ${named({ name: column })} as the primary key stops ${whatIsStopped([lock])} until every row has been written anew and the index is built${unless([lock])}`
      : `This fails (23502) if ${named(lock.relation)} has a row, because the key ${named({ name: column })} has no value for it, and stops ${whatIsStopped([lock])} meanwhile${unless([lock])}`;
  },

  help() {
    return 'Add a plain column, fill it in batches, and make the key of an index that was built CONCURRENTLY.';
  },

  repair({ step, column }, run): Repair | null {
    const added = performed(step, 'add-column').find(({ operation }) => operation.column.name === column);
    if (added === undefined || causeOf(added) === null) return null;
    return computedColumn({ step, added }, FILL_IN_BATCHES, run);
  },
});

function locksRewrite(step: Step): boolean {
  return worksBy(step, 'add-column/rewrite').some(({ work }) => work === 'rewrite');
}
