import { indexesOf } from '../../analysis/catalog/find';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { Column, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair, RepairStep } from '../../findings/finding';
import type { Clause } from '../../sql/clauses';
import type { Performed } from '../performed';
import type { RuleRun } from '../rule';
import { namedAll } from '../words';
import { quoteName } from '../../sql/quote-name';
import { printType, quoteRelation } from '../sql-text';
import { backfill } from './backfill';
import { dependentsOf, differs } from './expand-contract';
import { batchKey } from './made';
import { notNullSteps } from './not-null';
import { briefly } from './steps';
import { computeTrigger } from './sync-trigger';
import { withSubcommands, writtenAs } from './written';

/** A generated column that shall be computed otherwise. */
interface Recomputed {
  readonly set: Performed<'set-expression'>;
  readonly column: Column;
  readonly table: Table;
  readonly clause: Clause;
  /** With its parentheses. */
  readonly expression: string;
  readonly type: string;
}

/**
 * A second column that is computed by the new expression, for all that one statement sets: a stored one is filled by a trigger and in
 * batches, a virtual one is only checked. Nobody writes a generated column, so that the two change places in one transaction.
 */
export function anotherExpression(
  step: Step,
  table: Table,
  sets: readonly Performed<'set-expression'>[],
  run: RuleRun,
): Repair | null {
  const columns = sets.map((set) => recomputed(step, table, set));
  if (!columns.every((column) => column !== null)) return null;
  const rest = withSubcommands(
    step,
    columns.map(({ clause }) => ({ clause, instead: [] })),
  );
  return {
    summary: 'let a second column take its place',
    steps: [
      ...columns.flatMap((column) =>
        column.column.generated?.storage === 'virtual'
          ? virtualSteps(column, run)
          : storedSteps(step, column, run),
      ),
      ...(rest === null ? [] : [briefly(rest, 'what else the statement does.', run.options)]),
    ],
  };
}

function recomputed(step: Step, table: Table, set: Performed<'set-expression'>): Recomputed | null {
  const clause = writtenAs(step, set.operation);
  const column = table.columns.find(({ name }) => name === set.operation.column);
  const expression = clause?.text.slice(clause.text.indexOf('('), clause.text.lastIndexOf(')') + 1);
  if (clause === null || column === undefined || column.type === null || expression === undefined)
    return null;
  return { set, column, table, clause, expression, type: printType(column.type) };
}

function storedSteps(step: Step, recomputed: Recomputed, run: RuleRun): readonly RepairStep[] {
  const { set, column, table, expression, type } = recomputed;
  const { name, alter, next } = namesOf(recomputed);
  const trigger = computeTrigger(set.operation.table, column.name, next, expression);
  return [
    briefly(`${alter} ADD COLUMN ${quoteName(next)} ${type}`, 'ACCESS EXCLUSIVE for a moment.', run.options),
    briefly(
      trigger.create,
      'SHARE ROW EXCLUSIVE for a moment: from here on new rows have both.',
      run.options,
    ),
    backfill({
      table: name,
      key: batchKey(step, table.id),
      set: `${quoteName(next)} = ${expression}`,
      where: differs({ type, value: expression }, quoteName(next)),
    }),
    ...notNullOf(recomputed, run),
    swap(recomputed, [trigger.replaced(column.name)], run),
  ];
}

function virtualSteps(recomputed: Recomputed, run: RuleRun): readonly RepairStep[] {
  const { expression, type } = recomputed;
  const { alter, next } = namesOf(recomputed);
  return [
    briefly(
      `${alter} ADD COLUMN ${quoteName(next)} ${type} GENERATED ALWAYS AS ${expression} VIRTUAL`,
      'ACCESS EXCLUSIVE for a moment: a virtual column holds no values.',
      run.options,
    ),
    ...notNullOf(recomputed, run),
    swap(recomputed, [], run),
  ];
}

function notNullOf(recomputed: Recomputed, run: RuleRun): readonly RepairStep[] {
  const { set, column } = recomputed;
  if (column.notNull !== true) return [];
  return notNullSteps(
    { table: set.operation.table, column: namesOf(recomputed).next },
    set.session.major,
    run.options,
  );
}

/** The old column goes with its indexes, and the second one takes its name. */
function swap(recomputed: Recomputed, after: readonly string[], run: RuleRun): RepairStep {
  const { set, column, table } = recomputed;
  const { alter, next } = namesOf(recomputed);
  const { catalog } = set.session;
  const indexes = indexesOf(catalog, table.id).filter(({ keys, include }) =>
    [...keys.map((key) => key.column), ...include].includes(column.name),
  );
  const built =
    indexes.length === 0
      ? ''
      : ` What ${namedAll(indexes)} is good for is built on "${next}" CONCURRENTLY before.`;
  const readers = dependentsOf(catalog, table, column.name);
  const read =
    readers.length === 0
      ? ''
      : ` What reads it is dropped before, and made again after: ${readers.join(', ')}.`;
  return briefly(
    [
      `${alter} DROP COLUMN ${quoteName(column.name)}`,
      `${alter} RENAME COLUMN ${quoteName(next)} TO ${quoteName(column.name)}`,
      ...after,
    ],
    `ACCESS EXCLUSIVE for a moment, in one transaction: nobody sees the name missing.${built}${read}`,
    run.options,
  );
}

function namesOf({ set, column }: Recomputed): {
  readonly name: string;
  readonly alter: string;
  readonly next: string;
} {
  const { table } = set.operation;
  const name = quoteRelation(table);
  return { name, alter: `ALTER TABLE ${name}`, next: objectNameOf(column.name, null, 'new') };
}
