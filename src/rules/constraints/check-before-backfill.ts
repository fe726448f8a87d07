import { columnOf, isTable } from '../../analysis/catalog/find';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import { columnsOf } from '../../postgres/expression';
import type { Performed } from '../performed';
import { performed, usedTable } from '../performed';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly columns: readonly string[];
  readonly table: { readonly name: string };
  readonly sqlState: string;
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
      const filled = columns.filter((column) => isFilledLater(each, column, step, run));
      return filled.length === 0
        ? []
        : [
            {
              columns: filled,
              table: { name: `${table.schema}.${table.name}` },
              sqlState: constraint.kind === 'check' ? '23514' : '23502',
            },
          ];
    });
  },

  message({ columns, table, sqlState }) {
    return `From here until ${columns.map((name) => named({ name })).join(' and ')} is filled, every UPDATE of an old row of ${named(table)} fails (${sqlState}), even one that does not touch it`;
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
  if (hasDefault) return false;
  return run
    .laterInChangeSet(step, 'query')
    .some((later) =>
      performed(later, 'query').some(({ operation, session }) =>
        operation.query.writes.some(
          (write) =>
            write.command === 'update' &&
            write.columns.includes(column) &&
            relationOf(session, write.relation)?.id === table.id,
        ),
      ),
    );
}
