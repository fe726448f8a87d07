import { mentionsColumn } from '../../analysis/catalog/expression-edit';
import { primaryKeyOf } from '../../analysis/catalog/find';
import type { Column, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { RepairStep } from '../../findings/finding';
import type { ColumnClauseKind } from '../../sql/column-clauses';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { backfill } from './backfill';
import { constraintSteps } from './computed-column';
import { batchKey } from './made';
import type { NewColumn } from './new-column';
import { defaultOf } from './new-column';
import { notNullSteps } from './not-null';
import { briefly } from './steps';

/** What makes a column that is there like one of the same type that would be added in its place; its values stay. */
export function keptColumn(
  step: Step,
  table: Table,
  old: Column,
  column: NewColumn,
  run: RuleRun,
): readonly RepairStep[] {
  const { added, written } = column;
  const { operation } = added;
  const value = defaultOf(written);
  const quoted = quoteName(old.name);
  const isKey = primaryKeyOf(table)?.columns.includes(old.name) === true;
  const becomesNotNull = operation.column.notNull && old.notNull !== true;
  const changes = [
    ...(value === null ? [] : [`ALTER COLUMN ${quoted} SET DEFAULT ${value}`]),
    ...(value === null && old.default !== null ? [`ALTER COLUMN ${quoted} DROP DEFAULT`] : []),
    ...(!operation.column.notNull && old.notNull === true && !isKey
      ? [`ALTER COLUMN ${quoted} DROP NOT NULL`]
      : []),
  ];
  // The values are there already, so that a foreign key has them to check.
  const constraints = constraintSteps({ ...column, isKeyLater: true }, table.id, run);
  if (changes.length === 0 && !becomesNotNull && constraints.length === 0)
    return [
      {
        run: 'statement',
        transaction: 'same',
        note: `nothing in its place: "${old.name}" is of that type, and keeps its values and what stands on it.`,
      },
    ];
  const name = quoteRelation(operation.table);
  const filled = { table: name, key: batchKey(step, table.id), where: `${quoted} IS NULL` };
  return [
    ...(changes.length === 0
      ? []
      : [
          briefly(
            `ALTER TABLE ${name} ${changes.join(', ')}`,
            `ACCESS EXCLUSIVE for a moment: "${old.name}" is of that type, and keeps its values and what stands on it.`,
            run.options,
          ),
        ]),
    ...(becomesNotNull
      ? [
          backfill({ ...filled, set: `${quoted} = ${value ?? '…'}` }),
          ...notNullSteps({ table: operation.table, column: old.name }, run.major, run.options),
        ]
      : []),
    ...constraints,
  ];
}

const CONSTRAINTS: ReadonlySet<ColumnClauseKind> = new Set(['check', 'unique', 'references']);

/** Constraints that come with the new column can be put on the old one: it has none that they would meet, and an index is built CONCURRENTLY. */
export function takesConstraint(table: Table, old: Column, kind: ColumnClauseKind): boolean {
  if (!CONSTRAINTS.has(kind) || table.kind !== 'table') return false;
  return table.constraints.every((each) => {
    if (each.kind === 'check') return !mentionsColumn(each.expression, old.name);
    return each.kind === 'exclude' || each.kind === 'not-null' || !each.columns.includes(old.name);
  });
}
