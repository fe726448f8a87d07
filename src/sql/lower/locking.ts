import type { LockingClause, Node } from '@pgsql/types';
import type { QueryRead } from '../../postgres/query';

/** The FOR UPDATE … clauses that may apply to a relation in FROM. */
export type LockingClauses = readonly LockingClause[];

/** The clauses of a query. */
export function lockingClauses(nodes: readonly Node[] | undefined): LockingClauses {
  if (nodes === undefined) return [];
  return nodes.flatMap((node) => ('LockingClause' in node ? [node.LockingClause] : []));
}

/** The clauses that apply to what FROM calls by a name: those with that name in OF, and those without OF. */
export function clausesFor(clauses: LockingClauses, name: string): LockingClauses {
  if (clauses.length === 0) return clauses;
  return clauses.filter(
    (clause) =>
      clause.lockedRels === undefined ||
      clause.lockedRels.some((node) => 'RangeVar' in node && node.RangeVar.relname === name),
  );
}

/** The clauses as they reach into a subquery: all that is read in it is locked. */
export function clausesInside(clauses: LockingClauses, name: string): LockingClauses {
  return clausesFor(clauses, name).map(({ strength, waitPolicy = 'LockWaitBlock' }) => ({
    strength: strength ?? 'LCS_NONE',
    waitPolicy,
  }));
}

const STRENGTHS = ['none', 'for-key-share', 'for-share', 'for-no-key-update', 'for-update'] as const;

/** How the rows are locked by clauses that apply together: the strongest counts. */
export function strongest(clauses: LockingClauses): Pick<QueryRead, 'locking' | 'skipLocked'> {
  const level = clauses.reduce((most, clause) => Math.max(most, strength(clause)), 0);
  return {
    locking: STRENGTHS[level] ?? 'none',
    skipLocked: clauses.some((clause) => clause.waitPolicy === 'LockWaitSkip'),
  };
}

function strength(clause: LockingClause): number {
  switch (clause.strength ?? 'LCS_NONE') {
    case 'LCS_FORKEYSHARE':
      return 1;
    case 'LCS_FORSHARE':
      return 2;
    case 'LCS_FORNOKEYUPDATE':
      return 3;
    case 'LCS_FORUPDATE':
      return 4;
    case 'LCS_NONE':
      return 0;
  }
}
