import { autocommitOnly } from '../../analysis/autocommit-only';
import type { LockWindow, WindowLock } from '../../analysis/lock-window';
import type { RelationReference } from '../../analysis/step';
import type { ClosedPair } from '../closed-tables';
import { areJoined, closedPairs, refersTo } from '../closed-tables';
import type { OwnWait } from '../own-transaction';
import { waitsForItself } from '../own-transaction';
import type { MatchBase, RuleRun } from '../rule';
import { runRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly first: RelationReference;
  readonly second: RelationReference;
  readonly why: 'referenced-first' | 'referencing-first' | 'other-order' | 'own-transaction';
  /** What waits for its own migration cannot run within a transaction. */
  readonly runsAlone?: boolean;
}

/**
 * Two tables are closed one after the other where clients, or another migration, take them the other way round; or a migration
 * waits for itself.
 */
export const deadlockProneLockOrder = runRule<Match>({
  id: 'deadlock-prone-lock-order',
  title: 'Tables are locked one after the other in an order that deadlocks',
  group: 'transactions',
  severity: 'notice',
  judges: 'lock',
  on: 'change-set',

  check(_, run) {
    const own = waitsForItself(run).map((wait) => ownTransaction(wait, run));
    const joined = run.windows.flatMap((window) => joinedTables(window, run));
    return [...own, ...(joined.length > 0 ? joined : oppositeOrders(run))];
  },

  message({ first, second, why }) {
    const held = `This transaction holds ${named(first)} and now asks for ${named(second)}`;
    switch (why) {
      case 'referenced-first':
        return `${held}, which refers to it: a client that has written to ${named(second)} waits for ${named(first)} to check its key, and one of the two is killed (40P01)`;
      case 'referencing-first':
        return `${held}, to which it refers: a client that deletes from ${named(second)} waits for ${named(first)}, and one of the two is killed (40P01)`;
      case 'other-order':
        return `${held}, and an earlier migration of this change set locks them the other way round: of two runners, or a client that follows either order, one is killed (40P01)`;
      case 'own-transaction':
        return `The migration waits for itself here: this is sent by another connection and needs ${named(second)}, which the migration's own transaction keeps locked until this is done; the server sees no deadlock that it could break`;
    }
  },

  help({ why, runsAlone }) {
    if (why !== 'own-transaction') return 'Change one table a transaction, with a short lock_timeout.';
    return runsAlone === true
      ? 'Put it into a migration of its own that no transaction is opened around: it runs in none.'
      : 'Send it within the transaction, or put it into a migration of its own.';
  },
});

function joinedTables(window: LockWindow, run: RuleRun): readonly Match[] {
  for (const { first, second } of closedPairs(window)) {
    const step = run.steps[second.step];
    const catalog = step?.before.catalog;
    if (step === undefined || catalog === undefined) continue;
    if (!areJoined(catalog, first.relation.id, second.relation.id)) continue;
    const why = refersTo(catalog, second.relation.id, first.relation.id)
      ? 'referenced-first'
      : 'referencing-first';
    return [matchOf(first, second, why, run)];
  }
  return [];
}

/** Certain where neither of the two stands in a branch. */
function ownTransaction({ step, lock, held }: OwnWait, run: RuleRun): Match {
  const isCertain = !step.conditional && run.steps[held.step]?.conditional === false;
  return {
    migration: step.migration,
    step: step.index,
    first: lock.relation,
    second: lock.relation,
    why: 'own-transaction',
    runsAlone: step.operations.some((operation) => autocommitOnly(step.before, operation)),
    severity: isCertain ? 'error' : 'warning',
    judges: 'effect',
  };
}

/** Two migrations lock two tables in opposite order: the later one is told. */
function oppositeOrders(run: RuleRun): readonly Match[] {
  const seen = new Map<string, number>();
  for (const window of run.windows) {
    for (const { first, second } of closedPairs(window)) {
      const migration = run.steps[second.step]?.migration ?? 0;
      const other = seen.get(keyOf({ first: second, second: first }));
      if (other !== undefined && other !== migration) return [matchOf(first, second, 'other-order', run)];
      if (!seen.has(keyOf({ first, second }))) seen.set(keyOf({ first, second }), migration);
    }
  }
  return [];
}

function keyOf({ first, second }: ClosedPair): string {
  return `${first.relation.id} ${second.relation.id}`;
}

function matchOf(first: WindowLock, second: WindowLock, why: Match['why'], run: RuleRun): Match {
  return {
    migration: run.steps[second.step]?.migration ?? 0,
    step: second.step,
    first: first.relation,
    second: second.relation,
    why,
    cites: [second.relation],
  };
}
