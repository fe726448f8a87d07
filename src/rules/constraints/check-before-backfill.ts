import { columnOf, isTable } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { columnExists, nullInNewColumn } from '../../analysis/conditions/new-column';
import { saysNotNull } from '../../analysis/conditions/null-proof';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import { columnsOf } from '../../postgres/expression';
import type { OperationOf } from '../../postgres/operation';
import type { Performed } from '../performed';
import { performed, usedTable } from '../performed';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { earlierTogether, laterTogether } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly columns: readonly string[];
  readonly table: { readonly name: string };
  readonly sqlState: string;
  /** The columns are new and nobody has had time to fill them. */
  readonly isEmpty: boolean;
}

/** A constraint that is not valid yet, before the rows that violate it are filled: every UPDATE of them fails. */
export const checkBeforeBackfill = stepRule<Match>({
  id: 'check-before-backfill',
  title: 'A NOT VALID constraint before its backfill makes every UPDATE of an old row fail',
  group: 'constraints',
  severity: 'warning',
  judges: 'effect',
  kinds: ['add-check', 'add-not-null'],

  check(step, run) {
    const added = [...performed(step, 'add-check'), ...performed(step, 'add-not-null')];
    return added.flatMap((each): readonly Match[] => {
      const { constraint } = each.operation;
      const table = usedTable(each);
      if (constraint.valid || table === undefined) return [];
      const columns = constraint.kind === 'check' ? columnsOf(constraint.expression) : [constraint.column];
      const found = {
        table: { name: `${table.schema}.${table.name}` },
        sqlState: constraint.kind === 'check' ? '23514' : '23502',
      };
      const empty = columns.filter(
        (column) =>
          (constraint.kind !== 'check' || saysNotNull(constraint.expression, column)) &&
          isEmpty(step, table, column, run) &&
          !isWritten(table, column, run.laterInTransaction(step)),
      );
      if (empty.length > 0) return [{ ...found, columns: empty, isEmpty: true, severity: 'error' }];
      const filled = columns.filter((column) => isFilledLater(each, column, step, run));
      return filled.length === 0 ? [] : [{ ...found, columns: filled, isEmpty: false }];
    });
  },

  message({ columns, table, sqlState, isEmpty: never }) {
    const which = columns.map((name) => named({ name })).join(' and ');
    return never
      ? `Every row of ${named(table)} has NULL in ${which}, which is new: from here on each UPDATE of one of them fails (${sqlState}), and so does each INSERT that gives ${which} no value`
      : `From here until ${which} is filled, every UPDATE of an old row of ${named(table)} fails (${sqlState}), even one that does not touch it`;
  },

  help() {
    return 'Fill the old rows first, then add the constraint.';
  },
});

/** A column that has had a default since it was made has no row without a value. */
function isFilledLater(
  added: Performed<'add-check'> | Performed<'add-not-null'>,
  column: string,
  step: Step,
  run: RuleRun,
): boolean {
  const table = relationOf(added.session, added.operation.table);
  if (table === undefined || !isTable(table)) return false;
  const known = columnOf(table, column);
  const hasDefault = known !== undefined && known.default !== null && known.addedBy.source !== 'assumed';
  if (hasDefault && !isGivenDefault(table, column, step, run)) return false;
  // Nobody else writes to the table before the transaction ends.
  const together = new Set(run.laterInTransaction(step));
  return isWritten(
    table,
    column,
    laterTogether(step, run, 'query').filter((later) => !together.has(later)),
  );
}

function isWritten({ id }: Table, column: string, steps: readonly Step[]): boolean {
  return steps.some((later) =>
    performed(later, 'query').some(({ operation, session }) =>
      operation.query.writes.some(
        (write) =>
          write.command === 'update' &&
          write.columns.includes(column) &&
          relationOf(session, write.relation)?.id === id,
      ),
    ),
  );
}

/** A default that the column is given in this change set says nothing of the rows that were there. */
function isGivenDefault(table: Table, column: string, step: Step, run: RuleRun): boolean {
  return [...earlierTogether(step, run, 'set-default'), step].some((each) =>
    performed(each, 'set-default').some(
      ({ operation, session }) =>
        operation.column === column && relationOf(session, operation.table)?.id === table.id,
    ),
  );
}

/** The migration adds the column without a value, and nothing in between writes to the table. */
function isEmpty(step: Step, table: Table, column: string, run: RuleRun): boolean {
  const until = [...run.earlierInMigration(step), step];
  const made = until.findIndex((each) =>
    performed(each, 'add-column').some((added) => {
      const { operation, session } = added;
      return (
        operation.column.name === column &&
        operation.column.generated === null &&
        relationOf(session, operation.table)?.id === table.id &&
        columnExists(added, table) === false &&
        nullInNewColumn({ ...added, operation: asNotNull(operation) }, table) === true
      );
    }),
  );
  return (
    made !== -1 &&
    !until
      .slice(made)
      .some((each) =>
        performed(each, 'query').some(({ operation, session }) =>
          operation.query.writes.some((write) => relationOf(session, write.relation)?.id === table.id),
        ),
      )
  );
}

/** The same column, looked at as if it had to have a value. */
function asNotNull(operation: OperationOf<'add-column'>): OperationOf<'add-column'> {
  return { ...operation, column: { ...operation.column, notNull: true } };
}
