import type { Repair } from '../../findings/finding';
import { hasNotNull } from '../../analysis/conditions/null-proof';
import type { BuiltKey } from '../built-keys';
import { builtKeys, builtKeyRepair } from '../built-keys';
import { notNullSteps } from '../repairs/not-null';
import { stepRule } from '../rule';
import { unless, whatIsStopped } from '../words';

/** ADD PRIMARY KEY without USING INDEX: the index is built under ACCESS EXCLUSIVE. */
export const addPrimaryKeyWithoutIndex = stepRule<BuiltKey>({
  id: 'add-primary-key-without-index',
  title: 'A primary key builds its index while the table is closed',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-primary-key'],
  ofWork: true,
  check: (step) => builtKeys(step, 'add-primary-key'),

  message({ added, table, locks }) {
    const nullable = added.operation.constraint.columns.some((column) => hasNotNull(table, column) === false);
    const rows = nullable ? 'every row has been read for NULL and the index is built' : 'its index is built';
    return `This primary key stops ${whatIsStopped(locks)} until ${rows}${unless(locks)}`;
  },

  help() {
    return 'Build the index with CREATE UNIQUE INDEX CONCURRENTLY, make the columns NOT NULL with a validated constraint, and add the key USING INDEX.';
  },

  repair(match, run): Repair | null {
    const { added, table } = match;
    const repair = builtKeyRepair(match, run);
    if (repair === null) return null;
    const open = added.operation.constraint.columns.filter((column) => hasNotNull(table, column) !== true);
    return {
      ...repair,
      summary: 'build the index first, without closing the table',
      steps: [
        ...open.flatMap((column) =>
          notNullSteps({ table: added.operation.table, column }, added.session.major, run.options),
        ),
        ...repair.steps,
      ],
    };
  },
});
