import { relationOf } from '../../analysis/catalog/resolve';
import type { OperationOf } from '../../postgres/operation';
import type { Act } from '../acts';
import { actsOf } from '../acts';
import type { Repair } from '../../findings/finding';
import type { Step } from '../../analysis/step';
import { written } from '../object-names';
import { guardedTriggers } from '../repairs/guarded-triggers';
import { briefly } from '../repairs/steps';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isOurs } from '../together';

interface Match extends MatchBase {
  readonly step: Step;
  readonly act: Act<'enable-trigger'>;
  /** Foreign keys are not checked meanwhile. */
  readonly orphans: boolean;
  /** What enables them again before the transaction ends. */
  readonly restoredBy: Step | undefined;
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
    return actsOf(step, 'enable-trigger').flatMap((act): readonly Match[] => {
      const { operation, before } = act;
      if (operation.enable !== 'disable') return [];
      const relation = relationOf(before, operation.table);
      if (relation !== undefined && isOurs(relation, step, run)) return [];
      const orphans = operation.which === 'all' || /^RI_ConstraintTrigger_/.test(operation.trigger ?? '');
      const severity = orphans ? 'error' : 'warning';
      return [{ step, act, orphans, restoredBy: restoring(step, operation, run), severity }];
    });
  },

  message({ act: { operation }, orphans }) {
    const { table } = operation;
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

  repair({ step, act, orphans, restoredBy }, run): Repair | null {
    const guarded = guardedTriggers(step, act, restoredBy, run);
    if (guarded !== null) return guarded;
    if (restoredBy !== undefined && !orphans) return null;
    const { operation } = act;
    const alter = `ALTER TABLE ${quoteRelation(operation.table)}`;
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

/** What enables again what is disabled before anybody else sees it. */
function restoring(
  step: Step,
  { table, trigger }: OperationOf<'enable-trigger'>,
  run: RuleRun,
): Step | undefined {
  return run
    .laterInTransaction(step)
    .find((later) =>
      actsOf(later, 'enable-trigger').some(
        ({ operation }) =>
          operation.enable !== 'disable' &&
          operation.table.name === table.name &&
          (operation.which !== 'named' || operation.trigger === trigger),
      ),
    );
}
