import { constraintNamed, isTable } from '../../analysis/catalog/find';
import type { RelationReference, Step } from '../../analysis/step';
import { heldBefore, heldModes, keptWaiting } from '../held-locks';
import type { HeldFact } from '../held-locks';
import { performed, usedTable } from '../performed';
import type { Performed } from '../performed';
import type { Repair } from '../../findings/finding';
import { migration } from '../repairs/steps';
import { strongLocks } from '../strong-locks';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named, namedAll } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly validated: Performed<'validate-constraint'>;
  readonly held: readonly HeldFact[];
  /** The statement that validates it adds it too. */
  readonly here: boolean;
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
      if (usedTable(validated) === undefined) return [];
      const here = isAddedHere(validated);
      if (!here && !isAddedBefore(validated, step, run)) return [];
      const held = here ? ownLocks(step) : heldBefore(step, run);
      return held.length === 0 ? [] : [{ step, validated, held, here, cites: held.map(relationOf) }];
    });
  },

  message({ validated, held, here }) {
    return `VALIDATE of ${named({ name: validated.operation.constraint })} reads every row while ${keptWaiting(held)} ${namedAll(held.map(relationOf))} wait for the ${heldModes(held)} that this ${here ? 'statement takes to add' : 'transaction took when it added'} the constraint, until it commits`;
  },

  help() {
    return 'Put VALIDATE into the next migration.';
  },

  repair({ validated, here }): Repair | null {
    if (here) return null;
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

/** ADD and VALIDATE in one ALTER TABLE: the server adds first. */
function isAddedHere({ operation, statement }: Performed<'validate-constraint'>): boolean {
  return statement.some(
    (other) =>
      (other.kind === 'add-check' || other.kind === 'add-foreign-key' || other.kind === 'add-not-null') &&
      other.constraint.name === operation.constraint,
  );
}

/** The strong locks of the statement itself, through its scan. */
function ownLocks(step: Step): readonly HeldFact[] {
  const tables = strongLocks(step).filter(({ relation }) => !relation.kind.endsWith('index'));
  return tables.map((lock) => ({ step, lock }));
}

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
