import type { Node, WithClause } from '@pgsql/types';
import type { Lowering, WithNames } from './lowering';
import { queryStatement } from './query';

/**
 * Reads the queries of a WITH clause, and gives a lowering that knows their names. A name stands for its query only after it,
 * or everywhere in the clause with RECURSIVE.
 */
export function withClause(clause: WithClause | undefined, lowering: Lowering): Lowering {
  if (clause === undefined) return lowering;
  const around = lowering.withNames;
  const names = new Set<string>();
  const limited = new Set<string>();
  const ctes = (clause.ctes ?? []).flatMap((node) =>
    'CommonTableExpr' in node ? [node.CommonTableExpr] : [],
  );
  const inside: Lowering = { ...lowering, withNames: { names, limited, around } };
  if (clause.recursive === true) for (const cte of ctes) names.add(cte.ctename ?? '');
  for (const cte of ctes) {
    if (cte.ctematerialized === 'CTEMaterializeAlways' || cte.ctematerialized === 'CTEMaterializeNever') {
      lowering.needs.since(12, 'WITH … AS MATERIALIZED');
    }
    if (cte.search_clause !== undefined || cte.cycle_clause !== undefined)
      lowering.needs.since(14, 'SEARCH or CYCLE of WITH');
    const { ctequery } = cte;
    if (ctequery !== undefined) {
      const read = (): unknown => queryStatement(ctequery, inside, false, []);
      if (lowering.query === null) read();
      else lowering.query.inExpression(read);
    }
    names.add(cte.ctename ?? '');
    if (hasLimit(cte.ctequery)) limited.add(cte.ctename ?? '');
  }
  return inside;
}

/** Whether FROM or USING joins a query with a LIMIT, in its place or in WITH: a batch of rows. */
export function joinsBatch(items: readonly Node[] | undefined, { withNames }: Lowering): boolean {
  return (items ?? []).some((item) => {
    if ('RangeSubselect' in item) return hasLimit(item.RangeSubselect.subquery);
    if (!('RangeVar' in item) || item.RangeVar.schemaname !== undefined) return false;
    const name = item.RangeVar.relname ?? '';
    for (let scope = withNames; scope !== null; scope = scope.around)
      if (scope.names.has(name)) return scope.limited.has(name);
    return false;
  });
}

/** LIMIT with anything but NULL or ALL, at the top of a query. */
function hasLimit(query: Node | undefined): boolean {
  const count = query !== undefined && 'SelectStmt' in query ? query.SelectStmt.limitCount : undefined;
  return count !== undefined && !('A_Const' in count && count.A_Const.isnull === true);
}

/** True if a name without schema is that of a WITH query in scope. */
export function isWithName(name: string, withNames: WithNames | null): boolean {
  for (let scope = withNames; scope !== null; scope = scope.around) if (scope.names.has(name)) return true;
  return false;
}
