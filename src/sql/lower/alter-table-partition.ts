import type { AlterTableCmd } from '@pgsql/types';
import type { AlterTarget } from '../../postgres/operations/alter-table';
import type { Subcommand } from './alter-table-pass';
import { one, PASS } from './alter-table-pass';
import type { Lowering } from './lowering';
import { relationName } from './names';
import { partitionBound } from './partition';

/** ATTACH PARTITION of a table or an index. */
export function attachPartition(
  node: AlterTableCmd,
  lowering: Lowering,
  target: AlterTarget,
): readonly Subcommand[] {
  if (node.def === undefined || !('PartitionCmd' in node.def)) return [];
  const { name: part, bound } = node.def.PartitionCmd;
  if (target.as === 'index') return one(PASS.misc, { kind: 'attach-index', index: relationName(part) });
  return one(PASS.misc, {
    kind: 'attach-partition',
    partition: relationName(part),
    bound: partitionBound(bound, lowering),
  });
}

/** DETACH PARTITION. */
export function detachPartition(
  node: AlterTableCmd,
  finalize: boolean,
  { needs }: Lowering,
): readonly Subcommand[] {
  if (node.def === undefined || !('PartitionCmd' in node.def)) return [];
  const { name: part, concurrent } = node.def.PartitionCmd;
  const concurrently = concurrent === true;
  if (concurrently || finalize) needs.since(14, 'DETACH PARTITION … CONCURRENTLY or FINALIZE');
  return one(PASS.misc, { kind: 'detach-partition', partition: relationName(part), concurrently, finalize });
}
