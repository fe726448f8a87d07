import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { performed, subject, worksBy } from '../performed';
import { inlineColumn, inlineConstraint } from '../repairs/inline-constraint';
import { madeConstraints } from '../repairs/made';
import { briefly } from '../repairs/steps';
import { keySteps } from '../repairs/unique';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly added: Performed<'add-unique'>;
  readonly lock: LockFact;
}

/** ADD COLUMN … UNIQUE: the index is built under ACCESS EXCLUSIVE. */
export const addColumnInlineUnique = stepRule<Match>({
  id: 'add-column-inline-unique',
  title: 'UNIQUE on a new column builds its index while the table is closed',
  group: 'adding-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-unique'],
  ofWork: true,

  check(step) {
    return performed(step, 'add-unique').flatMap((added) => {
      if (!added.operation.withColumn) return [];
      const table = subject(added);
      const lock = worksBy(step, 'add-index-constraint/build').find(
        ({ relation }) => relation.id === table?.id,
      );
      return lock === undefined ? [] : [{ step, added, lock, cites: [lock.relation] }];
    });
  },

  message({ added, lock }) {
    const column = named({
      name: inlineColumn(added.operation) ?? added.operation.constraint.columns.join(),
    });
    return `Adding ${column} with UNIQUE stops ${whatIsStopped([lock])} until the index is built${unless([lock])}`;
  },

  help() {
    return 'Add the column plain, build the index with CREATE UNIQUE INDEX CONCURRENTLY, and make the constraint of it.';
  },

  repair({ step, added, lock }, run): Repair | null {
    const { constraint, table } = added.operation;
    const [column = ''] = constraint.columns;
    const inline = inlineConstraint(step, column, 'unique');
    const made = madeConstraints(step, lock.relation.id).find(({ kind }) => kind === 'unique');
    if (inline === null || made === undefined) return null;
    return {
      summary: 'add the column, then the index, then the constraint',
      steps: [
        briefly(inline.plain, 'ACCESS EXCLUSIVE for a moment: no index is built.', run.options),
        ...keySteps({ ...constraint, kind: 'unique', table, name: made.name }, run.options),
      ],
    };
  },
});
