import type { LockFact, Step } from '../../analysis/step';
import type { RelationId } from '../../analysis/catalog/relation';
import type { Repair } from '../../findings/finding';
import { addedKeys } from '../foreign-keys';
import { locksBy, performed, usedTable } from '../performed';
import { briefly } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { harmful, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly locks: readonly LockFact[];
}

const REFERENCED = [
  'add-foreign-key/referenced',
  'add-foreign-key/referenced-partitions',
  'create-table/referenced',
  'create-table/referenced-partitions',
] as const;

/** A new foreign key closes the referenced table to writes, and the transaction goes on. */
export const addForeignKeyLocksReferenced = stepRule<Match>({
  id: 'add-foreign-key-locks-referenced',
  title: 'A new foreign key stops writes to the referenced table until the transaction ends',
  group: 'constraints',
  severity: 'notice',
  judges: 'lock',
  kinds: ['add-foreign-key', 'create-table'],

  check(step, run) {
    const own = ownTables(step);
    const taken = locksBy(step, ...REFERENCED).filter(({ relation }) => !own.has(relation.id));
    if (taken.length === 0) return [];
    const known = new Set(
      run
        .earlierInTransaction(step)
        .flatMap((earlier) => locksBy(earlier, ...REFERENCED).map(({ relation }) => relation.id)),
    );
    const locks = taken.filter(({ relation }) => !known.has(relation.id));
    if (locks.length === 0 || isSaidAlready(step) || !goesOn(step, locks, run)) return [];
    return [{ step, locks, cites: locks.map(({ relation }) => relation) }];
  },

  message({ locks }) {
    return `The new foreign key stops ${whatIsStopped(locks)} until the transaction commits, through all that follows in it${unless(locks)}`;
  },

  help() {
    return 'Make the foreign key the last statement of a short transaction of its own, with a lock_timeout.';
  },

  repair({ step }, run): Repair | null {
    if (step.inner.length > 0) return null;
    return {
      summary: 'add the key in a transaction of its own',
      steps: [
        briefly(
          step.statement.text,
          'the referenced table is closed to writes for a moment only.',
          run.options,
        ),
      ],
    };
  },
});

function ownTables(step: Step): ReadonlySet<RelationId> {
  return new Set(addedKeys(step).map(({ table }) => table.id));
}

/** Rows about keys of tables in use that are checked at once, or come with their column. */
function isSaidAlready(step: Step): boolean {
  return performed(step, 'add-foreign-key').some(
    (added) =>
      (added.operation.constraint.valid || added.operation.withColumn) && usedTable(added) !== undefined,
  );
}

/** Work on other relations in use follows, but for the VALIDATE of its own, of which another row speaks. */
function goesOn(step: Step, locks: readonly LockFact[], run: RuleRun): boolean {
  if (!step.inTransaction) return false;
  const held = new Set(locks.map(({ relation }) => relation.id));
  return run
    .laterInTransaction(step)
    .filter((later) => !onlyValidates(later, step))
    .some((later) =>
      harmful(later).some(
        ({ relation, mode, work }) => work !== 'none' || (!held.has(relation.id) && mode !== 'ACCESS SHARE'),
      ),
    );
}

/** A statement that does nothing but prove the keys that the step adds. */
function onlyValidates({ operations }: Step, step: Step): boolean {
  const names = new Set(performed(step, 'add-foreign-key').map(({ operation }) => operation.constraint.name));
  return operations.every((each) => each.kind === 'validate-constraint' && names.has(each.constraint));
}
