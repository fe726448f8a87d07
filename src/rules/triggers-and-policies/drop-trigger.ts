import { relationOf } from '../../analysis/catalog/resolve';
import { referenceTo } from '../../analysis/reference';
import type { RelationReference, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { goneWith } from '../gone';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isOurs } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly trigger: string;
  readonly table: RelationReference;
  readonly step: Step;
}

/** DROP TRIGGER, and DROP FUNCTION … CASCADE of what it calls. */
export const dropTrigger = stepRule<Match>({
  id: 'drop-trigger',
  title: 'Dropping a trigger closes the table for a moment, and what it did stops',
  group: 'triggers-and-policies',
  severity: 'warning',
  judges: 'lock',
  kinds: ['drop-trigger', 'drop-function'],

  check(step, run) {
    return actsOf(step, 'drop-trigger', 'drop-function').flatMap((act): readonly Match[] => {
      const { operation, before } = act;
      if (operation.kind === 'drop-function') {
        return (goneWith(act)?.byCascade ?? []).flatMap((object): readonly Match[] => {
          const relation = object.kind === 'trigger' ? before.catalog.relations.get(object.table) : undefined;
          if (object.kind !== 'trigger' || relation === undefined || isOurs(relation, step, run)) return [];
          if (isMadeAgain(object.name, relation.name, step, run)) return [];
          return [matchOf(object.name, referenceTo(relation), step)];
        });
      }
      const relation = relationOf(before, operation.table);
      if (relation === undefined || isOurs(relation, step, run)) return [];
      const known =
        'triggers' in relation && relation.triggers.some(({ name }) => name === operation.trigger);
      const isComplete = !('complete' in relation) || relation.complete;
      if (!known && operation.ifExists && isComplete) return [];
      if (isMadeAgain(operation.trigger, operation.table.name, step, run)) return [];
      return [matchOf(operation.trigger, referenceTo(relation), step)];
    });
  },

  message({ trigger, table }) {
    return `Reads and writes of ${named(table)} wait for the ACCESS EXCLUSIVE lock until the transaction commits; what trigger "${trigger}" did is not done any more`;
  },

  help() {
    return 'Drop it in a short transaction of its own with a lock_timeout.';
  },

  repair({ step }): Repair | null {
    return withLockTimeout(step);
  },
});

function matchOf(trigger: string, table: RelationReference, step: Step): Match {
  return { trigger, table, step, cites: [table] };
}

/** In the same transaction: a change of the trigger. */
function isMadeAgain(trigger: string, table: string, step: Step, run: RuleRun): boolean {
  return run
    .laterInTransaction(step)
    .some((later) =>
      actsOf(later, 'create-trigger').some(
        ({ operation }) => operation.trigger === trigger && operation.table.name === table,
      ),
    );
}
