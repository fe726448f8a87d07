import type { WithClause } from '@pgsql/types';
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
  const ctes = (clause.ctes ?? []).flatMap((node) =>
    'CommonTableExpr' in node ? [node.CommonTableExpr] : [],
  );
  const inside: Lowering = { ...lowering, withNames: { names, around } };
  if (clause.recursive === true) for (const cte of ctes) names.add(cte.ctename ?? '');
  for (const cte of ctes) {
    if (cte.ctematerialized === 'CTEMaterializeAlways' || cte.ctematerialized === 'CTEMaterializeNever') {
      lowering.needs.since(12, 'WITH … AS MATERIALIZED');
    }
    if (cte.search_clause !== undefined || cte.cycle_clause !== undefined)
      lowering.needs.since(14, 'SEARCH and CYCLE of WITH');
    if (cte.ctequery !== undefined) queryStatement(cte.ctequery, inside, false, []);
    names.add(cte.ctename ?? '');
  }
  return inside;
}

/** True if a name without schema is that of a WITH query in scope. */
export function isWithName(name: string, withNames: WithNames | null): boolean {
  for (let scope = withNames; scope !== null; scope = scope.around) if (scope.names.has(name)) return true;
  return false;
}
