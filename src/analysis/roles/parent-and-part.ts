import type { Table } from '../catalog/relation';
import { tableOf } from '../catalog/resolve';
import type { Situation } from './situation';
import { targetTable } from './target';

/** The partitioned table that gets or loses a partition. */
export function parentOf(situation: Situation): readonly Table[] {
  const { operation, session } = situation;
  if (operation.kind === 'create-table') {
    const parent =
      operation.partitionOf === null ? undefined : tableOf(session, operation.partitionOf.parent);
    return parent === undefined ? [] : [parent];
  }
  if (operation.kind !== 'attach-partition' && operation.kind !== 'detach-partition') return [];
  const table = targetTable(situation);
  return table === undefined ? [] : [table];
}

/** The partition that ATTACH or DETACH names. */
export function partOf(
  { operation, session }: Situation,
  kind: 'attach-partition' | 'detach-partition',
): readonly Table[] {
  if (operation.kind !== kind || !('partition' in operation)) return [];
  const table = tableOf(session, operation.partition);
  return table === undefined ? [] : [table];
}
