import { columnOf, tableById } from '../analysis/catalog/find';
import type { Column, RelationId } from '../analysis/catalog/relation';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import type { RuleRun } from './rule';

/** A column of a table in some session; undefined where table or column are gone. */
export function columnIn({ catalog }: Session, table: RelationId, column: string): Column | undefined {
  const known = tableById(catalog, table);
  return known === undefined ? undefined : columnOf(known, column);
}

/** The session at the end of a step's transaction; in autocommit after the step. */
export function endOfTransaction(step: Step, run: RuleRun): Session {
  return step.inTransaction ? (run.laterInTransaction(step).at(-1)?.after ?? step.after) : step.after;
}
