import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { childrenOf, columnOf, constraintNamed, heirs, parentsOf } from '../../catalog/find';
import type { Table } from '../../catalog/relation';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import type { RefusalJudge } from './names';

/** What heirs have from several parents, or must not keep to themselves. */
export const SEVERAL_PARENTS_REFUSALS = {
  'inherited-from-elsewhere': inheritedFromElsewhere,
  'expression-of-heirs': (situation) => {
    const { operation, session } = situation;
    const table = targetTable(situation);
    if (operation.kind !== 'drop-expression' || table === undefined) return false;
    const alone = operation.only ? [table] : heirs(session.catalog, table.id);
    return alone.some(({ id }) => childrenOf(session.catalog, id).length > 0);
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** An heir has the column or constraint from a parent, too, that the statement does not come to. Source: tablecmds.c, renameatt_internal. */
function inheritedFromElsewhere(situation: Situation): boolean {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (table === undefined || ('only' in operation && operation.only)) return false;
  const has = partNamed(situation);
  if (has === null || !has(table)) return false;
  const below = heirs(session.catalog, table.id);
  const tree = new Set([table, ...below].map(({ id }) => id));
  return below.some((heir) =>
    parentsOf(session.catalog, heir).some(
      (parent) => !tree.has(parent.id) && parent.origin.certain && has(parent),
    ),
  );
}

/** Whether a table has the part that heirs get. */
function partNamed({ operation }: Situation): ((table: Table) => boolean) | null {
  if (operation.kind === 'rename-constraint') {
    const { constraint } = operation;
    return (table) => {
      const known = constraintNamed(table, constraint);
      return known?.kind === 'check' && !known.noInherit;
    };
  }
  if (operation.kind !== 'rename-column' && operation.kind !== 'alter-column-type') return null;
  const { column } = operation;
  return (table) => columnOf(table, column) !== undefined;
}
