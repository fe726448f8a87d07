import { primaryKeyOf } from '../../analysis/catalog/find';
import type { Column, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { RepairStep } from '../../findings/finding';
import type { RuleRun } from '../rule';
import { quoteName, quoteRelation } from '../sql-text';
import { backfill } from './backfill';
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
  { added, written }: NewColumn,
  run: RuleRun,
): readonly RepairStep[] {
  const { operation } = added;
  const value = defaultOf(written);
  const column = quoteName(old.name);
  const isKey = primaryKeyOf(table)?.columns.includes(old.name) === true;
  const becomesNotNull = operation.column.notNull && old.notNull !== true;
  const changes = [
    ...(value === null ? [] : [`ALTER COLUMN ${column} SET DEFAULT ${value}`]),
    ...(value === null && old.default !== null ? [`ALTER COLUMN ${column} DROP DEFAULT`] : []),
    ...(!operation.column.notNull && old.notNull === true && !isKey
      ? [`ALTER COLUMN ${column} DROP NOT NULL`]
      : []),
  ];
  if (changes.length === 0 && !becomesNotNull)
    return [
      {
        run: 'statement',
        transaction: 'same',
        note: `nothing in its place: "${old.name}" is of that type, and keeps its values and what stands on it.`,
      },
    ];
  const name = quoteRelation(operation.table);
  const filled = { table: name, key: batchKey(step, table.id), where: `${column} IS NULL` };
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
          backfill({ ...filled, set: `${column} = ${value ?? '…'}` }),
          ...notNullSteps({ table: operation.table, column: old.name }, run.major, run.options),
        ]
      : []),
  ];
}
