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

  /** The session as a statement in these branches finds it (Fragment.branches): the others are left, the new ones entered. */
  turnTo(branches: readonly string[], session: Session): Session {
    let shared = 0;
    while (shared < this.open.length && this.open[shared]?.id === branches[shared]) shared += 1;
    const result = this.leave(shared, session);
    for (const id of branches.slice(shared)) this.open.push({ id, before: result });
    return result;
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
