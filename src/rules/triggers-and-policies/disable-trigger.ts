import { relationOf } from '../../analysis/catalog/resolve';
import type { ObjectName } from '../../postgres/name';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import type { Repair } from '../../findings/finding';
import type { Step } from '../../analysis/step';
import { written } from '../object-names';
import { briefly } from '../repairs/steps';
import { quoteName, quoteRelation } from '../sql-text';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isOurs } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  readonly operation: OperationOf<'enable-trigger'>;
  /** Foreign keys are not checked meanwhile. */
  readonly orphans: boolean;
  /** The transaction enables them again. */
  readonly isRestored: boolean;
}

/** ALTER TABLE … DISABLE TRIGGER. */
export const disableTrigger = stepRule<Match>({
  id: 'disable-trigger',
  title: 'Without its triggers a table takes what they would refuse, orphans too',
  group: 'triggers-and-policies',
  severity: 'warning',
  judges: 'effect',
  kinds: ['enable-trigger'],

  check(step, run) {
    return actsOf(step, 'enable-trigger').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.enable !== 'disable') return [];
      const relation = relationOf(before, operation.table);
      if (relation !== undefined && isOurs(relation, step, run)) return [];
      const orphans = operation.which === 'all' || /^RI_ConstraintTrigger_/.test(operation.trigger ?? '');
      const severity = orphans ? 'error' : 'warning';
      return [
        { table: operation.table, operation, orphans, isRestored: restores(step, operation, run), severity },
      ];
    });
  },

  message({ table, operation, orphans }) {
    const writes = `writes to ${written(table)} wait for the SHARE ROW EXCLUSIVE lock until the transaction commits`;
    if (orphans)
      return `From here on foreign keys of ${written(table)} are not checked: rows without a partner get in, no later VALIDATE finds them, and the constraint counts as valid; ${writes}`;
    const which =
      operation.which === 'user' ? 'All triggers of users' : `Trigger "${operation.trigger ?? ''}"`;
    const keys = operation.which === 'user' ? '; foreign keys are still checked' : '';
    return `${which} on ${written(table)} ${operation.which === 'user' ? 'do' : 'does'} nothing from here on, for anybody${keys}; ${writes}`;
  },

  help({ orphans }) {
    return orphans
      ? 'Name the trigger that is in the way, or use DISABLE TRIGGER USER, which leaves foreign keys alone.'
      : 'Give the trigger a condition in its WHEN instead, and enable it again in the same transaction.';
  },

  repair({ table, operation, orphans, isRestored }, run): Repair | null {
    if (isRestored && !orphans) return null;
    const alter = `ALTER TABLE ${quoteRelation(table)}`;
    const which = operation.which === 'named' && !orphans ? quoteName(operation.trigger ?? '') : 'USER';
    return {
      summary: 'leave foreign keys alone, and enable the triggers again before the transaction ends',
      steps: [
        briefly(
          [`${alter} DISABLE TRIGGER ${which}`, `${alter} ENABLE TRIGGER ${which}`],
          'SHARE ROW EXCLUSIVE until the commit. The writes that the triggers are in the way of stand between the two, and are short.',
          run.options,
        ),
      ],
    };
  },
});

/** Whether what is disabled is enabled again before anybody else sees it. */
function restores(step: Step, { table, trigger }: Match['operation'], run: RuleRun): boolean {
  return run
    .laterInTransaction(step)
    .some((later) =>
      actsOf(later, 'enable-trigger').some(
        ({ operation }) =>
          operation.enable !== 'disable' &&
          operation.table.name === table.name &&
          (operation.which !== 'named' || operation.trigger === trigger),
      ),
    );
}
