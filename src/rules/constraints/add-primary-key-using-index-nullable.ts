import { hasNotNull } from '../../analysis/conditions/null-proof';
import { indexesOf } from '../../analysis/catalog/find';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { performed, usedTable, worksBy } from '../performed';
import { notNullSteps } from '../repairs/not-null';
import { briefly } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly added: Performed<'add-primary-key'>;
  readonly columns: readonly string[];
  readonly locks: readonly LockFact[];
}

/** ADD PRIMARY KEY USING INDEX on a nullable column: the short statement reads the whole table. */
export const addPrimaryKeyUsingIndexNullable = stepRule<Match>({
  id: 'add-primary-key-using-index-nullable',
  title: 'A primary key USING INDEX reads the whole table if a column is nullable',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-primary-key'],
  ofWork: true,

  check(step) {
    const locks = worksBy(step, 'add-primary-key/not-null');
    if (locks.length === 0) return [];
    return performed(step, 'add-primary-key').flatMap((added): readonly Match[] => {
      const { usingIndex } = added.operation.constraint;
      const table = usedTable(added);
      if (usingIndex === null || table === undefined) return [];
      const index = indexesOf(added.session.catalog, table.id).find(({ name }) => name === usingIndex);
      const columns = (index?.keys ?? [])
        .flatMap(({ column }) => column ?? [])
        .filter((column) => hasNotNull(table, column) !== true);
      const match = { step, added, columns, locks, cites: locks.map(({ relation }) => relation) };
      // It is what is advised, and mostly done right: where nobody knows even the index, that is worth no more than a word.
      return [index === undefined ? { ...match, severity: 'notice', judges: 'effect' } : match];
    });
  },

  message({ columns, locks }) {
    const which = columns.length === 0 ? 'its columns' : columns.map((name) => `"${name}"`).join(' and ');
    return `This primary key stops ${whatIsStopped(locks)} until every row has been read for NULL in ${which}${unless(locks)}`;
  },

  help() {
    return 'Make the columns NOT NULL first, with a constraint that is added as NOT VALID and validated later.';
  },

  repair({ step, added, columns }, run): Repair | null {
    if (columns.length === 0 || step.inner.length > 0 || added.session.major < 12) return null;
    return {
      summary: 'make the columns NOT NULL first',
      steps: [
        ...columns.flatMap((column) =>
          notNullSteps({ table: added.operation.table, column }, added.session.major, run.options),
        ),
        briefly(step.statement.text, 'ACCESS EXCLUSIVE for a moment: no row is read.', run.options),
      ],
    };
  },
});
