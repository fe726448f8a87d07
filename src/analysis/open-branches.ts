import type { Branch } from '../sql/fragment';
import { join } from './join';
import type { Session } from './session';

interface Open {
  readonly id: string;
  readonly before: Session;
}

/**
 * The branches in which the statements of one migration stand. All of a branch runs, or nothing of it: within it, what it made
 * before is there for certain; behind it, nobody knows whether it ran.
 */
export class OpenBranches {
  private readonly open: Open[] = [];

  /** The session behind those in which the next statement does not stand. */
  leaveAllBut(branches: readonly Branch[], session: Session): Session {
    const left = this.open.findIndex((open) => !branches.some(({ id }) => id === open.id));
    return left === -1 ? session : this.leave(left, session);
  }

  /** The next statement stands in these, the outermost first. */
  enter(branches: readonly Branch[], session: Session): void {
    for (const { id } of branches.slice(this.open.length)) this.open.push({ id, before: session });
  }

  /** The session behind all of them. */
  end(session: Session): Session {
    return this.leave(0, session);
  }

  private leave(count: number, session: Session): Session {
    return this.open.splice(count).reduceRight((after, { before }) => behind(before, after), session);
  }
}

/** The locks that the branch may have taken count as held: they are, if it ran. */
function behind(before: Session, after: Session): Session {
  if (before === after) return after;
  const nextId = Math.max(before.catalog.nextId, after.catalog.nextId);
  const joined = join({ ...before, catalog: { ...before.catalog, nextId } }, after);
  const { transaction } = joined;
  return transaction !== null && after.transaction?.ordinal === transaction.ordinal
    ? { ...joined, transaction: { ...transaction, held: after.transaction.held } }
    : joined;
}
