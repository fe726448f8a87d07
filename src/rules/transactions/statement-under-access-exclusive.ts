import { indexById } from '../../analysis/catalog/find';
import type { RelationId } from '../../analysis/catalog/relation';
import type { LockFact, RelationReference, Step } from '../../analysis/step';
import { commandOf } from '../command-words';
import { heldBefore } from '../held-locks';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly command: string;
  readonly held: readonly RelationReference[];
}

/** A further statement on another relation while ACCESS EXCLUSIVE is held: said once a transaction. */
export const statementUnderAccessExclusive = runRule<Match>({
  id: 'statement-under-access-exclusive',
  title: 'Further statements prolong an ACCESS EXCLUSIVE lock',
  group: 'transactions',
  severity: 'opt-in',
  judges: 'lock',
  on: 'change-set',

  check(_, run) {
    const seen = new Set<number>();
    return run.steps.flatMap((step): readonly Match[] => {
      if (seen.has(step.transaction) || step.rolledBack) return [];
      const held = heldBefore(step, run).filter(({ lock }) => lock.mode === 'ACCESS EXCLUSIVE');
      const own = new Set(held.map(({ lock }) => lock.relation.id));
      if (held.length === 0 || !step.locks.some((lock) => !own.has(tableOf(lock, step)))) return [];
      seen.add(step.transaction);
      const relations = held.map(({ lock }) => lock.relation);
      return [
        {
          migration: step.migration,
          step: step.index,
          command: step.operations[0] === undefined ? 'this statement' : commandOf(step.operations[0]),
          held: relations,
          cites: relations,
        },
      ];
    });
  },

  message({ command, held }) {
    return `While ${command} and what follows run, reads and writes of ${namedAll(held)} go on waiting for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits`;
  },

  help() {
    return 'Put the statement with the strongest lock last.';
  },
});

function tableOf({ relation }: LockFact, step: Step): RelationId {
  return indexById(step.before.catalog, relation.id)?.table ?? relation.id;
}
