import { primaryKeyOf } from '../../analysis/catalog/find';
import type { Column, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair, RepairStep } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import type { Clause } from '../../sql/clauses';
import { clauseOf, isSymbol, lexemes } from '../../sql/clauses';
import { writtenColumn } from '../../sql/column-clauses';
import { performed } from '../performed';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import type { Change } from './edits';
import { changed, editsOf, withEdits } from './edits';
import { dependentsOf, expandContract } from './expand-contract';
import { batchKey, madeName } from './made';
import { briefly, inPlace, migration } from './steps';
import { takesSyncTrigger } from './sync-trigger';
import { FOREIGN_KEY_NOTES } from './validate-later';
import { writtenAs } from './written';

/** A column of a foreign key with the type, in SQL, of the column that it refers to. */
export interface Retyped {
  readonly column: Column;
  readonly type: string;
}

/** Columns that the statement makes get their type where they stand; null where one of them was there before, or cannot be found. */
export function typeInPlace(step: Step, retyped: readonly Retyped[]): Repair | null {
  const changes = retyped.map(({ column, type }): Change | null => {
    const written = definitionOf(step, column.name);
    const old = written === null ? null : (writtenColumn(written.text)?.type ?? null);
    if (written === null || old === null) return null;
    return { start: written.start + old.start, end: written.start + old.end, text: type };
  });
  if (step.inner.length > 0 || !changes.every((change) => change !== null)) return null;
  return {
    summary: 'give the column the type of the key',
    steps: [inPlace(changed(step.statement.text, changes), 'the same with the type of the key.')],
    ...withEdits(editsOf(step.statement, changes)),
  };
}

/** The definition of a column in CREATE TABLE or ADD COLUMN. */
function definitionOf(step: Step, column: string): Clause | null {
  const added = performed(step, 'add-column').find(({ operation }) => operation.column.name === column);
  if (added !== undefined) return writtenAs(step, added.operation);
  if (!step.operations.some(({ kind }) => kind === 'create-table')) return null;
  const { text } = step.statement;
  const tokens = lexemes(text);
  const open = tokens.findIndex((token) => isSymbol(text, token, '('));
  const depth = (tokens[open]?.depth ?? 0) + 1;
  let from = open + 1;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.depth > depth) continue;
    const isEnd = token.depth < depth;
    if (!isEnd && !isSymbol(text, token, ',')) continue;
    const clause = clauseOf(text, tokens, from, at);
    if (clause !== null && writtenColumn(clause.text)?.name.replaceAll('"', '') === column) return clause;
    if (isEnd) return null;
    from = at + 1;
  }
  return null;
}

/** Columns that were there get second ones of the type of the key, which bear the foreign key from the start. */
export function keyOnSecondColumns(
  step: Step,
  table: Table,
  retyped: readonly Retyped[],
  run: RuleRun,
): Repair | null {
  const [operation] = step.operations;
  if (operation?.kind !== 'add-foreign-key' || step.operations.length > 1) return null;
  if (!takesSyncTrigger(table, run.major) || (table.kind === 'partitioned table' && run.major < 18))
    return null;
  const key = keyOn(step, table, operation, retyped, run);
  if (key === null) return null;
  const moves = retyped.map(({ column, type }) => {
    const primary = primaryKeyOf(table);
    const { steps } = expandContract(
      {
        table: operation.table,
        column: column.name,
        type,
        value: quoteName(column.name),
        notNull: column.notNull === true,
        key: batchKey(step, table.id),
        primaryKey: primary?.columns.join() === column.name ? primary.name : null,
        major: run.major,
        dependents: dependentsOf(step.before.catalog, table, column.name),
      },
      run,
    );
    const deployed = steps.findIndex((each) => each.run === 'deploy');
    return { filled: steps.slice(0, deployed), moved: steps.slice(deployed) };
  });
  return {
    summary: 'let a second column of the type of the key take over',
    steps: [...moves.flatMap(({ filled }) => filled), ...key, ...moves.flatMap(({ moved }) => moved)],
  };
}

/** The key as it is written, on the second columns. */
function keyOn(
  step: Step,
  table: Table,
  operation: OperationOf<'add-foreign-key'>,
  retyped: readonly Retyped[],
  run: RuleRun,
): readonly RepairStep[] | null {
  const { constraint } = operation;
  const clause = writtenAs(step, operation);
  const name = madeName(step, table.id, operation);
  const at = clause?.text.search(/references\b/i) ?? -1;
  if (clause === null || name === undefined || at === -1) return null;
  const columns = constraint.columns.map((column) =>
    quoteName(retyped.some((each) => each.column.name === column) ? `${column}_new` : column),
  );
  const rest = clause.text.slice(at).replace(/\s+not\s+valid\s*$/i, '');
  const alter = `ALTER TABLE ${quoteRelation(operation.table)}`;
  return [
    briefly(
      `${alter} ADD CONSTRAINT ${quoteName(name)} FOREIGN KEY (${columns.join(', ')}) ${rest} NOT VALID`,
      FOREIGN_KEY_NOTES.add,
      run.options,
    ),
    migration(`${alter} VALIDATE CONSTRAINT ${quoteName(name)}`, FOREIGN_KEY_NOTES.validate),
  ];
}
