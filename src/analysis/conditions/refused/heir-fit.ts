import { columnOf, constraintNamed } from '../../catalog/find';
import type { Table } from '../../catalog/relation';
import { tableOf } from '../../catalog/resolve';
import { partOf } from '../../roles/parent-and-part';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import type { Session } from '../../session';

/** An heir or partition to be that lacks a column or constraint of the parent. Source: tablecmds.c, MergeAttributesIntoExisting. */
export function heirDoesNotFit(situation: Situation): boolean {
  const { operation, session, statement } = situation;
  const named = targetTable(situation);
  const [parent, heir] =
    operation.kind === 'add-inherit'
      ? [tableOf(session, operation.parent), named]
      : [named, partOf(situation, 'attach-partition')[0]];
  if (parent === undefined || heir === undefined || !heir.complete || !parent.complete) return false;
  const lacksColumn = parent.columns.some(({ name, type }) => {
    const own = columnOf(heir, name);
    return own === undefined || (own.type !== null && type !== null && own.type.name !== type.name);
  });
  // What else the statement does may make it NOT NULL first.
  const lacksNotNull =
    statement.length === 1 &&
    parent.columns.some(
      ({ name, notNull }) =>
        notNull === true && columnOf(heir, name)?.notNull === false && !keepsToItself(session, parent, name),
    );
  const isMore =
    operation.kind === 'attach-partition' &&
    heir.columns.some(({ name }) => columnOf(parent, name) === undefined);
  const lacksCheck = parent.constraints.some(
    (constraint) =>
      constraint.kind === 'check' &&
      !constraint.noInherit &&
      constraintNamed(heir, constraint.name)?.kind !== 'check',
  );
  return lacksColumn || isMore || lacksNotNull || lacksCheck;
}

/** NOT NULL … NO INHERIT of 18 demands nothing of heirs. */
function keepsToItself({ major }: Session, parent: Table, column: string): boolean {
  return (
    major >= 18 &&
    parent.constraints.some((each) => each.kind === 'not-null' && each.column === column && each.noInherit)
  );
}
