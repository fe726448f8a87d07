import { tableOf } from '../../analysis/catalog/resolve';
import { tableById } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { actsOf } from '../acts';
import { fullName } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { endTogether, laterTogether } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly table: Table;
  readonly missing: readonly string[];
}

const KINDS = ['row-security', 'create-policy', 'drop-policy'] as const;
const COMMANDS = ['select', 'insert', 'update', 'delete'] as const;

/** Row security with permissive policies for some commands only: said at the last statement about the table. */
export const rowSecurityIncomplete = stepRule<Match>({
  id: 'row-security-incomplete',
  title: 'Row security without a policy for some commands',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: KINDS,

  check(step, run) {
    return actsOf(step, ...KINDS).flatMap(({ operation }): readonly Match[] => {
      const id = tableOf(step.after, operation.table)?.id;
      const table = id === undefined ? undefined : tableById(endTogether(step, run).catalog, id);
      if (table === undefined || !table.complete || !table.rowSecurity.enabled) return [];
      const saidLater = laterTogether(step, run, ...KINDS).some((later) =>
        actsOf(later, ...KINDS).some((act) => tableOf(later.after, act.operation.table)?.id === id),
      );
      const permissive = table.policies.filter((policy) => policy.permissive);
      const missing = COMMANDS.filter(
        (command) => !permissive.some((policy) => policy.command === 'all' || policy.command === command),
      );
      const some = missing.length > 0 && missing.length < COMMANDS.length;
      return some && !saidLater ? [{ table, missing }] : [];
    });
  },

  message({ table, missing }) {
    const commands = missing.map((command) => command.toUpperCase()).join(', ');
    return `Row security of ${named(fullName(table))} has no policy for ${commands}: everybody but the owner finds no rows there, or is refused (42501)`;
  },

  help() {
    return 'Write a policy for each command, or one FOR ALL.';
  },
});
