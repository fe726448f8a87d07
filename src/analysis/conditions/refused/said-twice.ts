import { columnsOf } from '../../../postgres/expression';
import type { Operation, OperationOf } from '../../../postgres/operation';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { columnOf, primaryKeyOf } from '../../catalog/find';
import { resolveType } from '../../catalog/resolve';
import { constraintNamedBy } from '../../roles/named-constraint';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import { isSameType } from '../type-change';
import type { RefusalJudge } from './names';
import { droppedConstraints } from './statement';

/** What the parts of one ALTER TABLE do not leave to one another, and NOT NULL that something else needs. */
export const SAID_TWICE_REFUSALS = {
  'column-added-twice': (situation) => {
    const { operation } = situation;
    return (
      operation.kind === 'add-column' &&
      !operation.ifNotExists &&
      before(situation).some(
        (other) => other.kind === 'add-column' && other.column.name === operation.column.name,
      )
    );
  },
  'type-changed-twice': (situation) => {
    const { operation } = situation;
    return (
      operation.kind === 'alter-column-type' &&
      before(situation).some(
        (other) =>
          other.kind === 'alter-column-type' &&
          other.column === operation.column &&
          isAnotherType(situation, other),
      )
    );
  },
  'constraint-added-twice': (situation) => {
    const name = nameAdded(situation.operation);
    return name !== null && before(situation).some((other) => nameAdded(other) === name);
  },
  'check-of-dropped-column': (situation) => {
    const { operation } = situation;
    if (operation.kind !== 'add-check') return false;
    const mentioned = columnsOf(operation.constraint.expression);
    return (
      before(situation).some((other) => other.kind === 'drop-column' && mentioned.includes(other.column)) &&
      !situation.statement.some(({ kind }) => kind === 'add-column')
    );
  },
  'not-null-of-primary-key': (situation) => {
    const table = targetTable(situation);
    const column = notNullDropped(situation);
    const key = table === undefined ? undefined : primaryKeyOf(table);
    return (
      column !== null &&
      key?.columns.includes(column) === true &&
      key.origin.certain &&
      !droppedConstraints(situation).includes(key.name)
    );
  },
  'not-null-of-identity': (situation) => {
    const column = notNullDropped(situation);
    const known = targetTable(situation)?.columns.find(({ name }) => name === column);
    const plainFirst = situation.statement.some(
      (other) => other.kind === 'drop-identity' && other.column === column,
    );
    return known !== undefined && known.identity !== null && known.addedBy.certain && !plainFirst;
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** The parts of the statement that the server comes to first. */
function before({ operation, statement }: Situation): readonly Operation[] {
  return statement.length < 2 ? [] : statement.slice(0, statement.indexOf(operation));
}

/** Whether a type is certainly another than that of the column, which a change to it must leave for a second one. */
function isAnotherType(situation: Situation, { column, type }: OperationOf<'alter-column-type'>): boolean {
  const table = targetTable(situation);
  const own = table === undefined ? undefined : columnOf(table, column)?.type;
  return own !== undefined && own !== null && !isSameType(resolveType(situation.session, type), own);
}

/** The name that a new constraint is given. */
function nameAdded(operation: Operation): string | null {
  if (!operation.kind.startsWith('add-') || !('constraint' in operation)) return null;
  return typeof operation.constraint === 'object' ? operation.constraint.name : null;
}

/** The column of the NOT NULL constraint that goes. */
function notNullDropped(situation: Situation): string | null {
  if (situation.operation.kind !== 'drop-constraint') return null;
  const constraint = constraintNamedBy(situation);
  return constraint?.kind === 'not-null' && constraint.origin.certain ? constraint.column : null;
}
