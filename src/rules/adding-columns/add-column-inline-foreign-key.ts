import type { LockFact, Step } from '../../analysis/step';
import type { RelationId } from '../../analysis/catalog/relation';
import { isNew } from '../../analysis/exemption';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { locksBy, performed, usedTable, worksBy } from '../performed';
import { inlineConstraints } from '../repairs/inline-constraint';
import { withLockTimeout } from '../repairs/lock-timeout';
import { madeName } from '../repairs/made';
import { briefly, migration } from '../repairs/steps';
import { FOREIGN_KEY_NOTES } from '../repairs/validate-later';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly operation: OperationOf<'add-foreign-key'>;
  readonly table: RelationId;
  readonly locks: readonly LockFact[];
  readonly alone: boolean;
}

/** ADD COLUMN … REFERENCES without a default: no scan, but both tables are closed together to the end of the transaction. */
export const addColumnInlineForeignKey = stepRule<Match>({
  id: 'add-column-inline-foreign-key',
  title: 'REFERENCES on a new column locks two tables together',
  group: 'adding-columns',
  severity: 'warning',
  judges: 'lock',
  kinds: ['add-foreign-key'],

  check(step, run) {
    return performed(step, 'add-foreign-key').flatMap((added): readonly Match[] => {
      const { operation, session } = added;
      const table = usedTable(added);
      const referenced = tableOf(session, operation.constraint.referenced);
      if (!operation.withColumn || table === undefined || referenced === undefined) return [];
      if (referenced.id === table.id || isNew(session, referenced)) return [];
      if (worksBy(step, 'add-foreign-key/scan').length > 0) return [];
      const locks = locksBy(step, 'add-foreign-key/table', 'add-foreign-key/referenced').filter(
        ({ relation }) => relation.id === table.id || relation.id === referenced.id,
      );
      if (locks.length === 0) return [];
      const alone = isAlone(step, run);
      return [
        {
          step,
          operation,
          table: table.id,
          locks,
          alone,
          cites: locks.map(({ relation }) => relation),
          ...(alone ? { severity: 'notice' as const } : {}),
        },
      ];
    });
  },

  message({ operation, locks, alone }) {
    const until = alone ? 'for a moment' : 'until the transaction commits';
    return `Adding ${named({ name: columnOf(operation) })} with REFERENCES stops ${whatIsStopped(locks)} ${until}; no row is read${unless(locks)}`;
  },

  help({ alone }) {
    return alone
      ? 'Keep it alone in its transaction, with a short lock_timeout.'
      : 'Put it into a transaction of its own with a short lock_timeout, or add the column first and the key as NOT VALID later.';
  },

  repair({ step, operation, table: id, alone }, run): Repair | null {
    if (alone) return withLockTimeout(step);
    const inline = inlineConstraints(step, [columnOf(operation)], 'references');
    const made = madeName(step, id, operation);
    const [clause] = inline?.constraints ?? [];
    if (inline === null || clause === undefined || made === undefined) return null;
    const table = quoteRelation(operation.table);
    const name = quoteName(made);
    const key = `FOREIGN KEY (${operation.constraint.columns.map(quoteName).join(', ')}) ${clause.text}`;
    return {
      summary: 'add the column, then the key, then its proof',
      steps: [
        briefly(inline.plain, 'ACCESS EXCLUSIVE on this table alone.', run.options),
        briefly(
          `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${key} NOT VALID`,
          FOREIGN_KEY_NOTES.add,
          run.options,
        ),
        migration(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`, FOREIGN_KEY_NOTES.validate),
      ],
    };
  },
});

function columnOf({ constraint }: OperationOf<'add-foreign-key'>): string {
  return constraint.columns[0] ?? '';
}

/** Nothing of its transaction but settings follows or comes before it. */
function isAlone(step: Step, run: RuleRun): boolean {
  const others = [...run.earlierInTransaction(step), ...run.laterInTransaction(step)];
  if (step.inner.length > 1) return false;
  return others.every((other) =>
    other.operations.every(({ kind }) => ['begin', 'commit', 'set', 'reset'].includes(kind)),
  );
}
