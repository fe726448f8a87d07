import type { Operation } from '../postgres/operation';
import type { QueryWrite } from '../postgres/query';
import type { Catalog } from './catalog/catalog';
import type { LookUp } from './look-up';
import type { Session } from './session';

/**
 * The shape of a statement that does nothing but insert constants: two of one shape meet the same effects in the same catalog. Null
 * for all others.
 */
export function insertShape([operation, ...others]: readonly Operation[]): string | null {
  if (operation?.kind !== 'query' || others.length > 0) return null;
  const { reads, writes, calls, columns } = operation.query;
  const [write] = writes;
  if (write === undefined || writes.length + reads.length + calls.length + columns.length !== 1) return null;
  const filled = write.command === 'insert' && write.valueRows !== null ? filledBy(write.values) : null;
  const { relation, only, onConflict, arbiter } = write;
  return filled === null
    ? null
    : JSON.stringify([relation.schema, relation.name, only, onConflict, arbiter, write.columns, filled]);
}

/** Which columns get a value in any row; null where a value is no constant, or the rows are of several lengths. */
function filledBy(rows: QueryWrite['values']): readonly boolean[] | null {
  const filled = rows[0]?.map(() => false) ?? [];
  if (filled.length === 0) return null;
  for (const row of rows) {
    if (row.length !== filled.length) return null;
    for (const [at, value] of row.entries()) {
      if (value.kind !== 'constant') return null;
      if (value.value !== null) filled[at] = true;
    }
  }
  return filled;
}

interface Known {
  readonly session: Session;
  readonly found: LookUp;
}

/** By catalog: every change makes another. */
const knownIn = new WeakMap<Catalog, Map<string, Known>>();

/** What was found for the shape in the same catalog, where nothing else that it depends on has changed. */
export function foundBefore(session: Session, shape: string): LookUp | null {
  const known = knownIn.get(session.catalog)?.get(shape);
  return known !== undefined && isSame(session, known) ? known.found : null;
}

/** Keeps what was found; rows of a partitioned table go where their values say. */
export function keepFound(session: Session, shape: string, found: LookUp): void {
  if (found.locks.some(({ relation }) => relation.kind === 'partitioned table')) return;
  const ofCatalog = knownIn.get(session.catalog) ?? new Map<string, Known>();
  knownIn.set(session.catalog, ofCatalog.set(shape, { session, found }));
}

/** In a later transaction too where nothing was of the earlier one alone. */
function isSame(session: Session, { session: other, found }: Known): boolean {
  return (
    session.major === other.major &&
    session.settings === other.settings &&
    session.startSettings === other.startSettings &&
    session.knownChangeSet === other.knownChangeSet &&
    session.changeSetStart === other.changeSetStart &&
    (session.transactionOrdinal === other.transactionOrdinal ||
      (session.transactionOrdinal > other.transactionOrdinal &&
        found.locks.every(({ visible, isNew }) => visible && !isNew)))
  );
}
