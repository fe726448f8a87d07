import type { Catalog } from '../analysis/catalog/catalog';
import { tableById } from '../analysis/catalog/find';
import type { RelationId } from '../analysis/catalog/relation';
import type { LockWindow, WindowLock } from '../analysis/lock-window';

/** The tables that a window keeps closed, in the order in which they are first closed: their indexes say nothing more. */
export function closedTables(window: LockWindow): readonly WindowLock[] {
  return window.locks.filter(
    ({ relation }) => !relation.kind.endsWith('index') && relation.kind !== 'sequence',
  );
}

/** Two tables closed by two statements, the earlier one first. */
export interface ClosedPair {
  readonly first: WindowLock;
  readonly second: WindowLock;
}

/** All pairs of tables that different statements of a window close. */
export function closedPairs(window: LockWindow): readonly ClosedPair[] {
  const tables = closedTables(window).slice(0, 50);
  return tables.flatMap((first, at) =>
    tables.slice(at + 1).flatMap((second) => (first.step === second.step ? [] : [{ first, second }])),
  );
}

/** Whether the first table has a foreign key to the second, for certain. */
export function refersTo(catalog: Catalog, from: RelationId, to: RelationId): boolean {
  return (
    tableById(catalog, from)?.constraints.some(
      (each) => each.kind === 'foreign-key' && each.referenced === to,
    ) === true
  );
}

/** Whether a foreign key joins two tables, either way. */
export function areJoined(catalog: Catalog, a: RelationId, b: RelationId): boolean {
  return refersTo(catalog, a, b) || refersTo(catalog, b, a);
}
