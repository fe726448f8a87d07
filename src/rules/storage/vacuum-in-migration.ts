import type { OperationOf } from '../../postgres/operation';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { alone } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';

interface Match extends MatchBase {
  readonly operation: OperationOf<'vacuum'>;
  readonly major: number;
}

/** VACUUM in a migration. */
export const vacuumInMigration = stepRule<Match>({
  id: 'vacuum-in-migration',
  title: 'VACUUM takes long, and may close the table at its end',
  group: 'storage',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['vacuum'],

  check(step) {
    return actsOf(step, 'vacuum').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.full || keepsEnd(operation, before.major)) return [];
      return [{ operation, major: before.major }];
    });
  },

  message({ operation: { tables } }) {
    const what = tables.length === 0 ? 'every table' : written(...tables.map(({ table }) => table));
    return `Other maintenance and ALTER TABLE of ${what} wait for this SHARE UPDATE EXCLUSIVE lock until it is done; at the end it may stop reads and writes for a moment, to cut off the empty end of the file (ACCESS EXCLUSIVE lock)`;
  },

  help() {
    return 'Leave it to autovacuum, or switch TRUNCATE off.';
  },

  repair({ operation: { tables }, major }): Repair | null {
    if (major < 12) return null;
    const names = tables.map(({ table }) => quoteRelation(table)).join(', ');
    return {
      summary: 'leave the end of the file alone',
      steps: [
        alone(`VACUUM (TRUNCATE false) ${names}`.trim(), 'SHARE UPDATE EXCLUSIVE: reads and writes go on.'),
      ],
    };
  },
});

function keepsEnd({ options }: OperationOf<'vacuum'>, major: number): boolean {
  return major >= 12 && /^(?:false|off|no|0)$/i.test(options['truncate'] ?? '');
}
