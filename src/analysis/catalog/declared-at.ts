import type { Catalog } from './catalog';
import { ancestors } from './find';
import type { Constraint, Table } from './relation';

export type RowConstraint = Extract<Constraint, { readonly kind: 'check' | 'not-null' }>;

/** The constraint that one on rows comes from: that of the nearest parent that has it as its own; the constraint itself where it is not inherited. */
export function declaredAt(catalog: Catalog, table: Table, constraint: RowConstraint): RowConstraint {
  if (!constraint.inherited) return constraint;
  for (const parent of ancestors(catalog, table)) {
    const above = parent.constraints.find(
      (each): each is RowConstraint => !each.inherited && isSame(each, constraint),
    );
    if (above !== undefined) return above;
  }
  return constraint;
}

function isSame(a: Constraint, b: RowConstraint): boolean {
  if (b.kind === 'check') return a.kind === 'check' && a.name === b.name;
  return a.kind === 'not-null' && a.column === b.column;
}
