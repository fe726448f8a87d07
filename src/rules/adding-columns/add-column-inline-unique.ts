import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { performed, subject, worksBy } from '../performed';
import { noteBeside } from '../repairs/beside';
import { inlineColumn, inlineConstraints } from '../repairs/inline-constraint';
import { madeName } from '../repairs/made';
import { briefly } from '../repairs/steps';
import type { KeyConstraint } from '../repairs/unique';
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
    const alike = performed(step, 'add-unique').flatMap(({ operation }) =>
      operation.withColumn && added.statement.includes(operation) ? [operation] : [],
    );
    const keys = alike.flatMap((operation): readonly KeyConstraint[] => {
      const { constraint, table } = operation;
      const name = madeName(step, lock.relation.id, operation);
      return name === undefined ? [] : [{ ...constraint, kind: 'unique', table, name }];
    });
    const inline = inlineConstraints(
      step,
      keys.map(({ columns: [column = ''] }) => column),
      'unique',
    );
    if (inline === null || keys.length < alike.length) return null;
    return {
      summary: 'add the column, then the index, then the constraint',
      steps: [
        briefly(
          inline.plain,
          noteBeside('ACCESS EXCLUSIVE for a moment: no index is built.', step, alike),
          run.options,
        ),
        ...keys.flatMap((key) => keySteps(key, run.options)),
      ],
    };
  },
});
