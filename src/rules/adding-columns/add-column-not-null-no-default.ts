import { nullInNewColumn } from '../../analysis/conditions/new-column';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { writtenColumn } from '../../sql/column-clauses';
import type { Performed } from '../performed';
import { performed, subject, worksBy } from '../performed';
import { backfill } from '../repairs/backfill';
import { batchKey } from '../repairs/made';
import { notNullSteps } from '../repairs/not-null';
import { briefly, deploy } from '../repairs/steps';
import { withSubcommands, writtenAs } from '../repairs/written';
import { isInlineKey } from '../rewriting-columns';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName, quoteRelation } from '../sql-text';
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

  repair({ step, added }, run): Repair | null {
    const clause = writtenAs(step, added.operation);
    const written = clause === null ? null : writtenColumn(clause.text);
    const table = subject(added);
    if (clause === null || written === null || written.type === null || table === undefined) return null;
    const { operation, session } = added;
    const column = quoteName(operation.column.name);
    const kept = written.clauses.filter(({ kind }) => kind !== 'not null' && kind !== 'default');
    const plain = ['ADD COLUMN', written.name, written.type.text, ...kept.map(({ text }) => text)].join(' ');
    const first = withSubcommands(step, clause, [plain]) ?? '';
    return {
      summary: 'add the column nullable, fill it, then make it NOT NULL',
      steps: [
        briefly(first, 'ACCESS EXCLUSIVE for a moment: no row is read or written.', run.options),
        deploy('all writers give the column a value.'),
        backfill({
          table: quoteRelation(operation.table),
          key: batchKey(step, table.id),
          set: `${column} = …`,
          where: `${column} IS NULL`,
        }),
        ...notNullSteps(
          { table: operation.table, column: operation.column.name },
          session.major,
          run.options,
        ),
      ],
    };
  },
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
