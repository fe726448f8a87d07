import { relationOf } from '../../analysis/catalog/resolve';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { isStaging, written } from '../object-names';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { endTogether, isOurs } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
}

/** autovacuum_enabled = false. */
export const disableAutovacuum = stepRule<Match>({
  id: 'disable-autovacuum',
  title: 'Without autovacuum the table grows, and ends in an emergency vacuum',
  group: 'storage',
  severity: 'warning',
  judges: 'effect',
  kinds: ['set-options', 'create-table'],

  check(step, run) {
    return actsOf(step, 'set-options', 'create-table').flatMap(({ operation }): readonly Match[] => {
      if ((operation.kind === 'set-options' && operation.reset) || !isOff(operation.options)) return [];
      if (operation.kind === 'create-table' && operation.persistence === 'temporary') return [];
      const end = endTogether(step, run);
      const after = relationOf(end, operation.table) ?? relationOf(step.after, operation.table);
      if (after !== undefined) {
        if (isOurs(after, step, run) && isStaging(after, run.options)) return [];
        if ('options' in after && !isOff(after.options)) return [];
      }
      return [{ table: operation.table }];
    });
  },

  message({ table }) {
    return `Dead rows of ${written(table)} are not cleaned up from here on: the table grows, and when transaction numbers run short a vacuum starts that cannot be put off`;
  },

  help() {
    return 'Tune its thresholds instead, or switch it on again in the same change.';
  },

  repair({ table }): Repair {
    return {
      summary: 'make autovacuum come less often instead',
      steps: [
        inPlace(
          `ALTER TABLE ${quoteRelation(table)} SET (autovacuum_vacuum_scale_factor = 0.2, autovacuum_vacuum_cost_delay = 20)`,
          'SHARE UPDATE EXCLUSIVE: reads and writes go on.',
        ),
      ],
    };
  },
});

function isOff(options: Readonly<Record<string, string>>): boolean {
  return ['autovacuum_enabled', 'toast.autovacuum_enabled'].some((name) =>
    /^(?:false|off|no|0|f|n)$/i.test(options[name] ?? ''),
  );
}
