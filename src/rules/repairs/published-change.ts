import { columnOf, primaryKeyOf } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair, RepairStep } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { narrowing } from '../narrowing';
import type { Performed } from '../performed';
import { performed, worksBy } from '../performed';
import { causeOf } from '../rewriting-columns';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { printType, quoteRelation } from '../sql-text';
import type { ColumnTypeChange } from '../type-changes';
import { typeChanges } from '../type-changes';
import { keepType, replaceType } from './changed-type';
import { computedColumn } from './computed-column';
import { batchKey } from './made';
import { newColumn, plainType } from './new-column';
import { briefly, onSubscribers } from './steps';
import { takesSyncTrigger } from './sync-trigger';
import { twoNames } from './two-names';

const FIRST = 'first: a column more does not stop them, a column less does.';

const SUMMARY = 'change the subscribers first; what goes, goes on the publisher first';

/** Columns that are added to a published table: on subscribers without what could refuse a row that has no value yet. */
export function addPublished(step: Step, run: RuleRun): Repair | null {
  const added = performed(step, 'add-column');
  const [first] = added;
  if (first === undefined) return null;
  const columns = added.map((each) => subscribersColumn(step, each));
  const onPublisher = computedColumn({ step, added: first }, SUMMARY, run);
  if (onPublisher === null || !columns.every((column) => column !== null)) return null;
  const alter = `ALTER TABLE ${quoteRelation(first.operation.table)}`;
  return {
    summary: SUMMARY,
    steps: [onSubscribers(`${alter} ${columns.join(', ')}`, FIRST), ...onPublisher.steps],
  };
}

/** Constants go along, so that rows that are there get the same on both sides. */
function subscribersColumn(step: Step, added: Performed<'add-column'>): string | null {
  const column = newColumn(step, added);
  if (column === null) return null;
  const isConstant = causeOf(added) === null || causeOf(added) === 'domain';
  const { generated } = added.operation.column;
  const kept = column.written.clauses.filter(
    ({ kind }) =>
      kind === 'collate' ||
      (kind === 'default' && isConstant) ||
      (kind === 'generated' && generated !== null),
  );
  return ['ADD COLUMN', column.written.name, plainType(column), ...kept.map(({ text }) => text)].join(' ');
}

/** A column of a published table under another name: a second one, which subscribers have before the publisher has it. */
export function renamePublished(
  { table: name, column, to }: OperationOf<'rename-column'>,
  table: Table,
  step: Step,
  run: RuleRun,
): Repair | null {
  const known = columnOf(table, column);
  if (
    known === undefined ||
    known.type === null ||
    known.generated !== null ||
    !takesSyncTrigger(table, run.major)
  )
    return null;
  const type = printType(known.type);
  const { steps } = twoNames({ table: name, column, to, type, key: batchKey(step, table.id) }, run);
  return secondColumn(steps, { table, name: quoteRelation(name), column, added: `${quoteName(to)} ${type}` });
}

/**
 * A published table, or a column of one, under another name at once: rows of before come under the old one, so that the publisher begins. A
 * publication that names the column, and a replica identity that it belongs to, follow by themselves.
 */
export function renameInTurn(step: Step, run: RuleRun): Repair {
  const { text } = step.statement;
  return {
    summary: 'rename it on the publisher, and right after that on the subscribers',
    steps: [
      briefly(
        text,
        'ACCESS EXCLUSIVE for a moment. No row is written in this transaction: what it writes would come half under either name.',
        run.options,
      ),
      onSubscribers(
        text,
        'once they have applied the rows of before, which come under the old name. They stop at the first row of after, lose nothing, and go on by themselves.',
      ),
    ],
  };
}

/** A column of a published table of another type: the wider one on subscribers first, the narrower one on the publisher first. */
export function retypePublished(step: Step, isListed: boolean, run: RuleRun): Repair | null {
  const [change] = typeChanges(step);
  if (change === undefined || change.changed.inner || step.operations.length > 1) return null;
  if (worksBy(step, 'alter-column-type/family').length > 0)
    return keepType(change, run) ?? (isListed ? null : secondColumnOf(change, run));
  const { text } = step.statement;
  const there = onSubscribers(text, 'the wider type is there before a value comes that needs it.');
  const here = briefly(text, 'ACCESS EXCLUSIVE for a moment: no row is read.', run.options);
  const isNarrower = change.from === null || narrowing(change.from, change.to) !== null;
  return { summary: SUMMARY, steps: isNarrower ? [here, there] : [there, here] };
}

function secondColumnOf(change: ColumnTypeChange, run: RuleRun): Repair | null {
  const { table, changed } = change;
  const steps = replaceType(change, run)?.steps;
  const { operation } = changed;
  if (steps === undefined) return null;
  const added = `${quoteName(`${operation.column}_new`)} ${printType(operation.type)}`;
  return secondColumn(steps, {
    table,
    name: quoteRelation(operation.table),
    column: operation.column,
    added,
  });
}

/** The column that goes may be empty on subscribers before it goes there too. */
function secondColumn(
  steps: readonly RepairStep[],
  {
    table,
    name,
    column,
    added,
  }: { readonly table: Table; readonly name: string; readonly column: string; readonly added: string },
): Repair | null {
  // Subscribers tell rows apart by it.
  if (primaryKeyOf(table)?.columns.includes(column) === true) return null;
  const alter = `ALTER TABLE ${name}`;
  const old = quoteName(column);
  const free = columnOf(table, column)?.notNull === false ? '' : `, ALTER COLUMN ${old} DROP NOT NULL`;
  return {
    summary: SUMMARY,
    steps: [
      onSubscribers(`${alter} ADD COLUMN ${added}${free}`, FIRST),
      ...steps,
      onSubscribers(`${alter} DROP COLUMN ${old}`, 'last, once the publisher sends it no more.'),
    ],
  };
}
