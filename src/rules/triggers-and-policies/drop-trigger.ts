import type { Relation } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import { referenceTo } from '../../analysis/reference';
import type { RelationReference, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { goneWith } from '../gone';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { endOfTransaction, isOurs } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly triggers: readonly string[];
  readonly tables: readonly RelationReference[];
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
        const gone = (goneWith(act)?.byCascade ?? []).flatMap((object) => {
          const relation = object.kind === 'trigger' ? before.catalog.relations.get(object.table) : undefined;
          if (object.kind !== 'trigger' || relation === undefined || isOurs(relation, step, run)) return [];
          if (isMadeAgain(object.name, relation.name, step, run) || isGoneAtEnd(relation, step, run))
            return [];
          return [{ trigger: object.name, table: referenceTo(relation) }];
        });
        return gone.length === 0 ? [] : [matchOf(gone, step)];
      }
      const relation = relationOf(before, operation.table);
      if (relation === undefined || isOurs(relation, step, run)) return [];
      const known =
        'triggers' in relation && relation.triggers.some(({ name }) => name === operation.trigger);
      const isComplete = !('complete' in relation) || relation.complete;
      if (!known && operation.ifExists && isComplete) return [];
      if (isMadeAgain(operation.trigger, operation.table.name, step, run)) return [];
      if (isGoneAtEnd(relation, step, run)) return [];
      return [matchOf([{ trigger: operation.trigger, table: referenceTo(relation) }], step)];
    });
  },

  message({ triggers, tables }) {
    const names = namedAll(triggers.map((name) => ({ name })));
    return `Reads and writes of ${namedAll(tables)} wait for the ACCESS EXCLUSIVE lock until the transaction commits; what trigger${triggers.length === 1 ? '' : 's'} ${names} did is not done any more`;
  },

  help() {
    return 'Drop it in a short transaction of its own with a lock_timeout.';
  },

  repair({ step }): Repair | null {
    return withLockTimeout(step);
  },
});

function matchOf(
  gone: readonly { readonly trigger: string; readonly table: RelationReference }[],
  step: Step,
): Match {
  const tables = [...new Map(gone.map(({ table }) => [table.id, table])).values()];
  return { triggers: gone.map(({ trigger }) => trigger), tables, step, cites: tables };
}

/** Where the same transaction drops the table, that is said. */
function isGoneAtEnd({ id }: Relation, step: Step, run: RuleRun): boolean {
  return step.inTransaction && !endOfTransaction(step, run).catalog.relations.has(id);
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
