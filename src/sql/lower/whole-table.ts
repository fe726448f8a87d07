import type { ClusterStmt, LockStmt, Node, TruncateStmt, VacuumStmt } from '@pgsql/types';
import { LOCK_MODES } from '../../postgres/lock-mode';
import type { RelationName } from '../../postgres/name';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { relationName, strings } from './names';
import { isOn, optionName, optionList, optionRecord } from './options';

/** TRUNCATE. */
export function truncate(node: TruncateStmt): readonly Operation[] {
  return [
    {
      kind: 'truncate',
      tables: tablesOf(node.relations),
      cascade: node.behavior === 'DROP_CASCADE',
      restartIdentity: node.restart_seqs === true,
    },
  ];
}

/** LOCK TABLE. The parser gives the mode as the server's number, from one (lockdefs.h). */
export function lockTable(node: LockStmt): readonly Operation[] {
  const mode = LOCK_MODES[(node.mode ?? 8) - 1] ?? 'ACCESS EXCLUSIVE';
  return [{ kind: 'lock-table', tables: tablesOf(node.relations), mode, nowait: node.nowait === true }];
}

/** CLUSTER. */
export function cluster(node: ClusterStmt, { needs, text }: Lowering): readonly Operation[] {
  if (node.params !== undefined && /^cluster\s*\(/i.test(text)) needs.since(14, 'CLUSTER (VERBOSE)');
  return [
    {
      kind: 'cluster',
      table: node.relation === undefined ? null : relationName(node.relation),
      index: node.indexname ?? null,
    },
  ];
}

/** Options of VACUUM and ANALYZE that came after the oldest supported server. */
const ADDED: Readonly<Record<string, number>> = {
  truncate: 12,
  index_cleanup: 12,
  skip_locked: 12,
  parallel: 13,
  process_toast: 14,
  process_main: 16,
  only_database_stats: 16,
  skip_database_stats: 16,
  buffer_usage_limit: 16,
};

/** VACUUM and ANALYZE. */
export function vacuum(node: VacuumStmt, { needs }: Lowering): readonly Operation[] {
  for (const option of optionList(node.options)) {
    const added = ADDED[optionName(option)];
    if (added !== undefined) needs.since(added, `VACUUM (${optionName(option).toUpperCase()})`);
  }
  const relations = (node.rels ?? []).flatMap((each) =>
    'VacuumRelation' in each ? [each.VacuumRelation] : [],
  );
  if (relations.some(({ relation }) => relation !== undefined && relation.inh !== true))
    needs.since(18, 'VACUUM ONLY or ANALYZE ONLY');
  const tables = relations.map(({ relation, va_cols: columns }) => ({
    table: relationName(relation),
    only: relation?.inh !== true,
    columns: strings(columns),
  }));
  const options = optionRecord(node.options);
  if (node.is_vacuumcmd !== true) return [{ kind: 'analyze', tables, options }];
  return [
    {
      kind: 'vacuum',
      tables,
      full: isOn(node.options, 'full'),
      analyze: isOn(node.options, 'analyze'),
      options,
    },
  ];
}

/** The tables of a list, with or without their heirs. */
export function tablesOf(
  nodes: readonly Node[] | undefined,
): readonly { table: RelationName; only: boolean }[] {
  return (nodes ?? []).flatMap((each) =>
    'RangeVar' in each ? [{ table: relationName(each.RangeVar), only: each.RangeVar.inh !== true }] : [],
  );
}
