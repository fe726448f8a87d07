import { isTable, isView } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import { privilegesOn } from '../../analysis/fold/privilege';
import { relationsRead } from '../../analysis/fold/view';
import type { Session } from '../../analysis/session';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import type { Query } from '../../postgres/query';
import { actsOf } from '../acts';
import { fullName, written } from '../object-names';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { endTogether } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly view: ObjectName;
  readonly guarded: readonly Table[];
  readonly major: number;
}

/** CREATE VIEW over a table with row security, with the rights of its owner. */
export const viewBypassesRowSecurity = stepRule<Match>({
  id: 'view-bypasses-row-security',
  title: 'A view reads with the rights of its owner, past the policies of the table',
  group: 'triggers-and-policies',
  severity: 'warning',
  judges: 'effect',
  kinds: ['create-view'],

  check(step, run) {
    return actsOf(step, 'create-view').flatMap(({ operation, before }): readonly Match[] => {
      if (isInvoker(operation.options)) return [];
      const guarded = guardedTables(before, operation.query);
      if (guarded.length === 0) return [];
      const end = endTogether(step, run);
      const view = relationOf(end, operation.view);
      if (view === undefined || (isView(view) && isInvoker(view.options))) return [];
      const { grantees } = privilegesOn(end.catalog, view.id);
      if (grantees.length === 0 && !end.catalog.defaultPrivileges) return [];
      return [{ view: operation.view, guarded, major: before.major }];
    });
  },

  message({ view, guarded }) {
    return `Who may read view ${written(view)} sees all rows of ${namedAll(guarded.map(fullName))}: the view reads with the rights of its owner, past the policies`;
  },

  help({ major }) {
    return major >= 15
      ? 'Give the view WITH (security_invoker = true).'
      : 'Write the condition of the policy into the view, or take the grants on it away.';
  },

  repair({ view, major }): Repair | null {
    if (major < 15) return null;
    return {
      summary: 'let the view read with the rights of its reader',
      steps: [
        inPlace(
          `ALTER VIEW ${quoteRelation(view)} SET (security_invoker = true)`,
          'after CREATE, in the same transaction; or in CREATE itself.',
        ),
      ],
    };
  },
});

function isInvoker(options: Readonly<Record<string, string>>): boolean {
  const value = options['security_invoker'];
  return value !== undefined && !/^(?:false|off|no|0)$/i.test(value);
}

/** Tables with row security that the query reads, itself or through views that read with their owner's rights. */
function guardedTables(session: Session, query: Query): readonly Table[] {
  const found: Table[] = [];
  const open = [...relationsRead(session, query)];
  const seen = new Set<number>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.id)) continue;
    seen.add(next.id);
    if (isTable(next) && next.rowSecurity.enabled) found.push(next);
    if (isView(next)) open.push(...next.reads.flatMap((id) => session.catalog.relations.get(id) ?? []));
  }
  return found;
}
