import type { AlterStatsStmt, CreateStatsStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import { expression } from './expression';
import type { Lowering } from './lowering';
import { objectName, relationName } from './names';

/** CREATE STATISTICS. */
export function createStatistics(node: CreateStatsStmt, lowering: Lowering): readonly Operation[] {
  const elements = (node.exprs ?? []).flatMap((each) => ('StatsElem' in each ? [each.StatsElem] : []));
  const expressions = elements.flatMap(({ expr }) =>
    expr === undefined ? [] : [expression(expr, lowering)],
  );
  if (node.defnames === undefined) lowering.needs.since(16, 'CREATE STATISTICS without a name');
  const [table] = node.relations ?? [];
  return [
    {
      kind: 'create-statistics',
      name: node.defnames === undefined ? null : objectName(node.defnames),
      ifNotExists: node.if_not_exists === true,
      table: relationName(table !== undefined && 'RangeVar' in table ? table.RangeVar : undefined),
      columns: elements.flatMap(({ name }) => (name === undefined ? [] : [name])),
      expressions,
    },
  ];
}

/** ALTER STATISTICS … SET STATISTICS. */
export function alterStatistics(node: AlterStatsStmt, { needs }: Lowering): readonly Operation[] {
  needs.since(node.stxstattarget === undefined ? 17 : 13, 'ALTER STATISTICS … SET STATISTICS');
  return [{ kind: 'alter-statistics', name: objectName(node.defnames), ifExists: node.missing_ok === true }];
}
