import type { RepairStep, TextEdit } from '../../findings/finding';
import type { Step } from '../../analysis/step';
import type { Clause } from '../../sql/clauses';
import { isSqlFile } from '../../sql/sql-file';
import type { RuleOptions } from '../rule';
import { quoteName } from '../sql-text';
import type { Change } from './edits';
import { changed, editsOf } from './edits';
import { briefly, migration } from './steps';

/** A constraint that a subcommand of ALTER TABLE adds. */
export interface AddedConstraint {
  readonly step: Step;
  readonly clause: Clause;
  /** The table in SQL. */
  readonly table: string;
  /** The name that it has, or that the server makes up. */
  readonly name: string;
  /** What the locks of ADD … NOT VALID and of VALIDATE mean. */
  readonly notes: { readonly add: string; readonly validate: string };
}

/** NOT VALID now, VALIDATE in a migration of its own. */
export function validateLater(
  { step, clause, table, name, notes }: AddedConstraint,
  options: Pick<RuleOptions, 'lockTimeout'>,
): { readonly steps: readonly RepairStep[]; readonly edits: readonly TextEdit[] | undefined } {
  const { statement } = step;
  const validate = `ALTER TABLE ${table} VALIDATE CONSTRAINT ${quoteName(name)}`;
  const notValid: Change = { start: clause.end, end: clause.end, text: ' NOT VALID' };
  return {
    steps: [
      briefly(changed(statement.text, [notValid]), notes.add, options),
      migration(validate, notes.validate),
    ],
    edits: editsOf(statement, inPlace(step, notValid, validate)),
  };
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
function inPlace(step: Step, notValid: Change, validate: string): readonly Change[] {
  const { statement } = step;
  const { transaction, source } = statement.fragment;
  if (step.inTransaction || transaction !== 'none' || !isSqlFile(source.path)) return [notValid];
  const end = statement.text.length;
  const follows = `;\n${validate}`;
  return notValid.start === end
    ? [{ ...notValid, text: `${notValid.text}${follows}` }]
    : [notValid, { start: end, end, text: follows }];
}
