import { constraintNamed, isTable } from '../../analysis/catalog/find';
import type { RelationReference, Step } from '../../analysis/step';
import { heldBefore, keptWaiting } from '../held-locks';
import type { HeldFact } from '../held-locks';
import { performed, usedTable } from '../performed';
import type { Performed } from '../performed';
import type { Repair } from '../../findings/finding';
import { migration } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName, quoteRelation } from '../sql-text';
import { named, namedAll } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly validated: Performed<'validate-constraint'>;
  readonly held: readonly HeldFact[];
}

/** VALIDATE in the transaction of its own ADD … NOT VALID: the lock of ADD is kept through the scan. */
export const validateInSameTransaction = stepRule<Match>({
  id: 'validate-in-same-transaction',
  title: 'VALIDATE in the transaction of its own ADD keeps the table closed while all rows are read',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['validate-constraint'],

  check(step, run) {
    return performed(step, 'validate-constraint').flatMap((validated): readonly Match[] => {
      if (usedTable(validated) === undefined || !isAddedBefore(validated, step, run)) return [];
      const held = heldBefore(step, run);
      return held.length === 0 ? [] : [{ step, validated, held, cites: held.map(relationOf) }];
    });
  },

  message({ validated, held }) {
    const locks = [...new Set(held.map(({ lock }) => lock.mode))].join(' and ');
    return `VALIDATE of ${named({ name: validated.operation.constraint })} reads every row while ${keptWaiting(held)} ${namedAll(held.map(relationOf))} wait for the ${locks} lock that this transaction took when it added the constraint, until it commits`;
  },

  help() {
    return 'Put VALIDATE into the next migration.';
  },

  repair({ validated }): Repair {
    const { table, constraint } = validated.operation;
    return {
      summary: 'validate in a migration of its own',
      steps: [
        migration(
          `ALTER TABLE ${quoteRelation(table)} VALIDATE CONSTRAINT ${quoteName(constraint)}`,
          'SHARE UPDATE EXCLUSIVE: reads and writes go on while the rows are read.',
        ),
      ],
    };
  },
});

function relationOf({ lock }: HeldFact): RelationReference {
  return lock.relation;
}

/** The constraint is as old as the transaction. */
function isAddedBefore(validated: Performed<'validate-constraint'>, step: Step, run: RuleRun): boolean {
  const table = usedTable(validated);
  if (table === undefined || !step.inTransaction) return false;
  const constraint = constraintNamed(table, validated.operation.constraint);
  if (constraint === undefined || constraint.valid) return false;
  return run.earlierInTransaction(step).some((earlier) => {
    const before = earlier.before.catalog.relations.get(table.id);
    return (
      before !== undefined &&
      isTable(before) &&
      constraintNamed(before, constraint.name) === undefined &&
      constraint.origin.source === 'migration'
    );
  });
}
