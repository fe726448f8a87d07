import { nullInNewColumn } from '../../analysis/conditions/new-column';
import { tableById } from '../../analysis/catalog/find';
import type { RelationId } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair, RepairStep } from '../../findings/finding';
import type { Operation } from '../../postgres/operation';
import type { Clause } from '../../sql/clauses';
import type { Performed } from '../performed';
import { performed, subject } from '../performed';
import { causeOf, isInlineKey } from '../rewriting-columns';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { backfill } from './backfill';
import { REST, worksBeside } from './beside';
import { addAndValidate } from './foreign-key';
import { batchKey, madeConstraints } from './made';
import type { NewColumn, Recipe } from './new-column';
import { newColumn, recipeFor } from './new-column';
import { notNullSteps } from './not-null';
import { briefly, deploy, migration } from './steps';
import { keySteps } from './unique';
import { CHECK_NOTES } from './validate-later';
import { withSubcommands } from './written';

/** How one of the columns of a statement comes to be. */
interface Plan extends Pick<Recipe, 'before' | 'subcommands' | 'after'> {
  readonly clause: Clause;
  /** Each row has a value of its own: new ones get it from the start. */
  readonly computed: boolean;
  /** What follows once the column is there. */
  readonly steps: readonly RepairStep[];
}

/** What the repair of a column that has a value of its own in each row comes to. */
export const FILL_IN_BATCHES = 'add the column empty and fill it in batches';

/**
 * Columns with a value for each row, or with one that somebody has to give: added empty, filled in batches, then made what they shall
 * be. All that one statement adds, since each of them would keep the table closed.
 */
export function computedColumn(
  { step, added }: { readonly step: Step; readonly added: Performed<'add-column'> },
  summary: string,
  run: RuleRun,
): Repair | null {
  const table = subject(added);
  if (added.inner || table === undefined) return null;
  const plans = performed(step, 'add-column').map((each) => planOf(step, each, table.id, run));
  if (!plans.every((plan) => plan !== null)) return null;
  const statement = withSubcommands(
    step,
    plans.map(({ clause, subcommands }) => ({ clause, instead: subcommands })),
  );
  const note = plans.some(({ computed }) => computed)
    ? 'no row is written, new rows get their value.'
    : 'no row is read or written.';
  return {
    summary,
    steps: [
      briefly(
        [
          ...plans.flatMap(({ before }) => before),
          ...(statement === null ? [] : [statement]),
          ...plans.flatMap(({ after }) => after),
        ],
        worksBeside(step, comesWithColumn)
          ? `ACCESS EXCLUSIVE for a moment: ${note} ${REST}`
          : `ACCESS EXCLUSIVE for a moment: ${note}`,
        run.options,
      ),
      ...plans.flatMap(({ steps }) => steps),
    ],
  };
}

/** A new column, or a constraint that stands at one. */
function comesWithColumn(operation: Operation): boolean {
  return operation.kind === 'add-column' || ('withColumn' in operation && operation.withColumn);
}

/** Null where there is no way around the work. */
function planOf(step: Step, added: Performed<'add-column'>, table: RelationId, run: RuleRun): Plan | null {
  const column = newColumn(step, added);
  if (column === null) return null;
  const { operation, session } = added;
  const cause = causeOf(added);
  // An identity has to be NOT NULL before, for which 11 has only the scan.
  if (cause === 'identity' && session.major < 12) return null;
  const isGiven = lacksValue(added, table) && (cause === null || cause === 'domain');
  const later = constraintSteps(column, table, run);
  const recipe =
    cause === null ? asWritten(column, { isGiven, isPlain: later.length > 0 }) : recipeFor(cause, column);
  if (recipe === null) return null;
  const value = isGiven ? '…' : recipe.value;
  const notNull =
    isGiven ||
    (cause !== null && (operation.column.notNull || isInlineKey(added))) ||
    cause === 'serial' ||
    cause === 'identity';
  return {
    ...recipe,
    clause: column.clause,
    computed: cause !== null && cause !== 'domain',
    steps: [
      ...(isGiven ? [deploy('all writers give the column a value.')] : []),
      ...(value === null ? [] : [fill(column, value, table)]),
      ...(notNull
        ? notNullSteps({ table: operation.table, column: operation.column.name }, session.major, run.options)
        : []),
      ...recipe.last(run),
      ...later,
    ],
  };
}

/** The rows that are there would be NULL in a column that does not take it. */
function lacksValue(added: Performed<'add-column'>, id: RelationId): boolean {
  const { operation, session } = added;
  const { column } = operation;
  const table = tableById(session.catalog, id);
  if (table === undefined || column.generated !== null || !(column.notNull || isInlineKey(added)))
    return false;
  const required = { ...added, operation: { ...operation, column: { ...column, notNull: true } } };
  return nullInNewColumn(required, table) !== false;
}

/** A column that writes no row: without what comes later, or as it is written where nothing does. */
function asWritten(
  { clause, written, isKeyLater }: NewColumn,
  { isGiven, isPlain }: { readonly isGiven: boolean; readonly isPlain: boolean },
): Recipe {
  const gone = new Set<string>([
    ...(isPlain ? ['check', 'unique', 'primary', ...(isKeyLater ? ['references'] : [])] : []),
    ...(isGiven ? ['not null', 'default'] : []),
  ]);
  const kept = written.clauses.filter(({ kind }) => !gone.has(kind)).map(({ text }) => text);
  const plain = ['ADD COLUMN', written.name, written.type?.text ?? '', ...kept].join(' ');
  return {
    before: [],
    subcommands: [isGiven || isPlain ? plain : clause.text],
    after: [],
    value: null,
    last: () => [],
  };
}

function fill({ step, added, column }: NewColumn, value: string, table: RelationId): RepairStep {
  return backfill({
    table: quoteRelation(added.operation.table),
    key: batchKey(step, table),
    set: `${column} = ${value}`,
    where: `${column} IS NULL`,
  });
}

/** What else stands at the column: the index of a key, CHECKs. Foreign keys go along where the column is empty. */
export function constraintSteps(
  { step, added, written, alter, isKeyLater }: NewColumn,
  table: RelationId,
  run: RuleRun,
): readonly RepairStep[] {
  const { statement, operation } = added;
  const made = madeConstraints(step, table);
  const checks = statement.filter(({ kind }) => kind === 'add-check');
  const ownChecks = written.clauses.filter(({ kind }) => kind === 'check');
  const own = statement.filter((other) => isAtColumn(other, operation.column.name));
  return own.flatMap((other): readonly RepairStep[] => {
    if (other.kind === 'add-unique' || other.kind === 'add-primary-key') {
      const kind = other.kind === 'add-unique' ? 'unique' : 'primary-key';
      const { constraint } = other;
      const key = made.find(
        (each) => each.kind === kind && each.columns.join() === constraint.columns.join(),
      );
      if (key === undefined) return [];
      return keySteps({ ...constraint, kind, table: other.table, name: key.name }, run.options);
    }
    if (other.kind === 'add-foreign-key') {
      const text = written.clauses.find(({ kind }) => kind === 'references')?.text;
      const key = made.find(
        (each) => each.kind === 'foreign-key' && each.columns.join() === operation.column.name,
      );
      if (!isKeyLater || text === undefined || key === undefined) return [];
      const references = text.slice(text.search(/references\b/i));
      const definition = `FOREIGN KEY (${quoteName(operation.column.name)}) ${references}`;
      return addAndValidate(alter, key.name, definition, run.options);
    }
    if (other.kind !== 'add-check') return [];
    const check = ownChecks[own.filter(({ kind }) => kind === 'add-check').indexOf(other)];
    const name =
      other.constraint.name ?? made.filter(({ kind }) => kind === 'check')[checks.indexOf(other)]?.name;
    if (check === undefined || name === undefined) return [];
    const text = check.text.slice(check.text.search(/check\s*\(/i));
    return [
      briefly(`${alter} ADD CONSTRAINT ${quoteName(name)} ${text} NOT VALID`, CHECK_NOTES.add, run.options),
      migration(`${alter} VALIDATE CONSTRAINT ${quoteName(name)}`, CHECK_NOTES.validate),
    ];
  });
}

/** A constraint that stands at a column. */
function isAtColumn(operation: Operation, column: string): boolean {
  return 'withColumn' in operation && operation.withColumn && operation.constraint.inlineAt === column;
}
