import { relationOf, tableOf } from '../../analysis/catalog/resolve';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { dropsTable } from '../row-security';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { endOfTransaction, isOurs, laterTogether } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  /** NO FORCE concerns the owner alone. */
  readonly ownerOnly: boolean;
}

/** DISABLE and NO FORCE ROW LEVEL SECURITY. */
export const disableRowSecurity = stepRule<Match>({
  id: 'disable-row-security',
  title: 'Without row security all rows are visible to all who may read the table',
  group: 'triggers-and-policies',
  severity: 'warning',
  judges: 'effect',
  kinds: ['row-security'],

  check(step, run) {
    return actsOf(step, 'row-security').flatMap(({ operation, before }): readonly Match[] => {
      const { change, table: name } = operation;
      if (change !== 'disable' && change !== 'no-force') return [];
      const relation = relationOf(before, name);
      if (relation !== undefined && isOurs(relation, step, run)) return [];
      const table = tableOf(before, name);
      const [now, end] = [table?.rowSecurity, tableOf(endOfTransaction(step, run), name)?.rowSecurity];
      const wasOff = change === 'disable' ? now?.enabled === false : now?.forced === false;
      if (table?.complete === true && wasOff) return [];
      // Switched on again before the transaction ends.
      if (change === 'disable' ? end?.enabled === true : end?.forced === true) return [];
      if (dropsTable(laterTogether(step, run), name)) return [];
      return [{ table: name, ownerOnly: change === 'no-force' }];
    });
  },

  message({ table, ownerOnly }) {
    return ownerOnly
      ? `From the commit on the owner of ${written(table)} sees all its rows, whatever its policies hide`
      : `From the commit on everybody who may read ${written(table)} sees all its rows, whatever its policies hide`;
  },

  help() {
    return 'Write a policy for what shall be visible instead.';
  },
});
