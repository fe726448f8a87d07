import type { RepairStep, TextEdit } from '../../findings/finding';
import type { Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';
import type { Clause } from '../../sql/clauses';
import { isSqlFile } from '../../sql/sql-file';
import type { RuleOptions } from '../rule';
import type { Performed } from '../performed';
import { performed } from '../performed';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { REST, worksBeside } from './beside';
import type { Change } from './edits';
import { changed, editsOf } from './edits';
import { madeName } from './made';
import { briefly, migration } from './steps';
import { writtenAs } from './written';

/** A constraint that a subcommand of ALTER TABLE adds. */
export interface AddedConstraint {
  readonly step: Step;
  readonly added: Performed<'add-check'> | Performed<'add-not-null'> | Performed<'add-foreign-key'>;
  /** Its table. */
  readonly table: Table;
  /** What the lock of ADD … NOT VALID means. */
  readonly note: string;
}

interface Later {
  readonly operation: Operation;
  readonly clause: Clause;
  readonly name: string;
}

/**
 * NOT VALID now, VALIDATE in a migration of its own: all that one statement adds, since each of them would read the rows. Null where
 * the text or the name of the constraint cannot be told.
 */
export function validateLater(
  { step, added, table, note: own }: AddedConstraint,
  options: Pick<RuleOptions, 'lockTimeout'>,
): { readonly steps: readonly RepairStep[]; readonly edits: readonly TextEdit[] | undefined } | null {
  const { statement } = step;
  const all = laterIn(step, table);
  if (all.every(({ operation }) => operation !== added.operation)) return null;
  const alter = `ALTER TABLE ${quoteRelation(added.operation.table)}`;
  const validates = all.map(({ operation, name }) => ({
    sql: `${alter} VALIDATE CONSTRAINT ${quoteName(name)}`,
    note: (operation.kind === 'add-foreign-key' ? FOREIGN_KEY_NOTES : CHECK_NOTES).validate,
  }));
  const notValid = all.map(({ clause: { end } }): Change => ({ start: end, end, text: ' NOT VALID' }));
  const spokenOf = new Set(all.map(({ operation }) => operation));
  const note = worksBeside(step, (operation) => spokenOf.has(operation)) ? `${own} ${REST}` : own;
  return {
    steps: [
      briefly(changed(statement.text, notValid), note, options),
      ...validates.map(({ sql, note: what }) => migration(sql, what)),
    ],
    edits: editsOf(
      statement,
      inPlace(
        step,
        notValid,
        validates.map(({ sql }) => sql),
      ),
    ),
  };
}

/** What a statement adds that reads the rows and could do so later. */
function laterIn(step: Step, table: Table): readonly Later[] {
  return performed(step, 'add-check', 'add-not-null', 'add-foreign-key').flatMap(
    ({ operation }): readonly Later[] => {
      const { constraint } = operation;
      if (operation.withColumn) return [];
      const name = madeName(step, table.id, operation);
      if (name === undefined) return [];
      const isWeak = !constraint.valid || ('enforced' in constraint && !constraint.enforced);
      const clause = isWeak ? null : writtenAs(step, operation);
      return clause === null ? [] : [{ operation, clause, name }];
    },
  );
}

/** What a CHECK's two steps lock. */
export const CHECK_NOTES = {
  add: 'ACCESS EXCLUSIVE for a moment: new rows are checked, old ones not yet.',
  validate: 'SHARE UPDATE EXCLUSIVE: reads and writes go on while the rows are read.',
};

/** What a foreign key's two steps lock. */
export const FOREIGN_KEY_NOTES = {
  add: 'SHARE ROW EXCLUSIVE on both tables for a moment: nothing else in this transaction.',
  validate:
    'SHARE UPDATE EXCLUSIVE here and ROW SHARE there: reads and writes go on while the rows are read.',
};

/** Where each statement is a transaction of its own, VALIDATE may follow in the same file. */
function inPlace(step: Step, notValid: readonly Change[], validates: readonly string[]): readonly Change[] {
  const { statement } = step;
  const { transaction, source } = statement.fragment;
  if (step.inTransaction || transaction !== 'none' || !isSqlFile(source.path)) return notValid;
  const end = statement.text.length;
  const follows = validates.map((validate) => `;\n${validate}`).join('');
  return notValid.some(({ start }) => start === end)
    ? notValid.map((each) => (each.start === end ? { ...each, text: `${each.text}${follows}` } : each))
    : [...notValid, { start: end, end, text: follows }];
}
