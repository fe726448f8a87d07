import { mentionsColumn } from '../catalog/expression-edit';
import type { RowConstraint } from '../catalog/declared-at';
import { declaredAt } from '../catalog/declared-at';
import { heirs } from '../catalog/find';
import type { Constraint, RelationId, Table } from '../catalog/relation';
import type { Session } from '../session';
import { changeTable } from './change';

/**
 * CHECK and NOT NULL that stand on a changed column are put on again by the tables that declare them, so that on heirs they are as
 * valid as they are there. Source: tablecmds.c, ATPostAlterTypeCleanup.
 */
export function putOnAgain(session: Session, id: RelationId, column: string): Session {
  return heirs(session.catalog, id).reduce((next, heir) => {
    const weakened = heir.constraints.filter(
      (each): each is RowConstraint =>
        standsOn(each, column) && each.valid && !declaredAt(session.catalog, heir, each).valid,
    );
    return weakened.length === 0 ? next : changeTable(next, heir.id, (before) => weaken(before, weakened));
  }, session);
}

function standsOn(constraint: Constraint, column: string): constraint is RowConstraint {
  if (constraint.kind === 'check') return mentionsColumn(constraint.expression, column);
  return constraint.kind === 'not-null' && constraint.column === column;
}

function weaken(table: Table, weakened: readonly RowConstraint[]): Table {
  const nullable = new Set(weakened.map((each) => (each.kind === 'not-null' ? each.column : null)));
  return {
    ...table,
    columns: table.columns.map((each) => (nullable.has(each.name) ? { ...each, notNull: false } : each)),
    constraints: table.constraints.map((each) => {
      const known = weakened.find((other) => other === each);
      return known === undefined ? each : { ...known, valid: false };
    }),
  };
}
