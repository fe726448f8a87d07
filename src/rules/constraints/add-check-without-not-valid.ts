import { childrenOf } from '../../analysis/catalog/find';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { performed, subject, usedTable, worksBy } from '../performed';
import { withEdits } from '../repairs/edits';
import { CHECK_NOTES, validateLater } from '../repairs/validate-later';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { whichConstraint } from '../which-constraint';
import { unless, whatIsStopped } from '../words';

type Added = Performed<'add-check'> | Performed<'add-not-null'>;

interface Match extends MatchBase {
  readonly step: Step;
  readonly added: Added;
  readonly locks: readonly LockFact[];
}

/** ADD CHECK, and (18) ADD NOT NULL, that is checked at once: every row is read under ACCESS EXCLUSIVE. */
export const addCheckWithoutNotValid = stepRule<Match>({
  id: 'add-check-without-not-valid',
  title: 'A CHECK that is checked at once closes the table while all rows are read',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-check', 'add-not-null'],
  ofWork: true,

  check(step) {
    const added: readonly Added[] = [...performed(step, 'add-check'), ...performed(step, 'add-not-null')];
    return added.flatMap((each): readonly Match[] => {
      const { operation } = each;
      const { constraint } = operation;
      const isWeak = !constraint.valid || (constraint.kind === 'check' && !constraint.enforced);
      if (operation.withColumn || isWeak || isAdopted(each)) return [];
      const locks = worksBy(step, operation.kind === 'add-check' ? 'add-check/scan' : 'add-not-null/scan');
      return locks.length === 0
        ? []
        : [{ step, added: each, locks, cites: locks.map(({ relation }) => relation) }];
    });
  },

  message({ added, locks }) {
    const what = added.operation.kind === 'add-check' ? 'CHECK' : 'NOT NULL constraint';
    return `${whichConstraint(what, added)} stops ${whatIsStopped(locks)} until every row has been read${unless(locks)}`;
  },

  help() {
    return 'Add it as NOT VALID, and VALIDATE it in the next migration.';
  },

  repair({ step, added }, run): Repair | null {
    const table = usedTable(added);
    const later =
      table === undefined ? null : validateLater({ step, added, table, note: CHECK_NOTES.add }, run.options);
    return later === null
      ? null
      : { summary: 'add it now, check the rows later', steps: later.steps, ...withEdits(later.edits) };
  },
});

/** Every partition has an equal valid CHECK, which the parent's takes over without a look at the rows. */
function isAdopted(added: Added): boolean {
  const { operation, session } = added;
  const table = subject(added);
  if (operation.kind !== 'add-check' || table?.kind !== 'partitioned table') return false;
  const { name, expression } = operation.constraint;
  const partitions = childrenOf(session.catalog, table.id);
  return (
    partitions.length > 0 &&
    partitions.every(({ constraints }) =>
      constraints.some(
        (own) =>
          own.kind === 'check' &&
          own.valid &&
          own.name === name &&
          JSON.stringify(own.expression) === JSON.stringify(expression),
      ),
    )
  );
}
