import { ancestors, childrenOf, isTable } from '../catalog/find';
import type { Relation, Table } from '../catalog/relation';
import type { Situation } from './situation';

/**
 * The ancestors of those relations that are partitions and partitioned themselves: planning looks up their bounds, if they have
 * partitions (plancat.c, set_relation_partition_info).
 */
export function plannedBounds(situation: Situation, relations: readonly Relation[]): readonly Table[] {
  return relations.flatMap((relation) =>
    isTable(relation) && relation.partition !== null && isPlannedAsParent(situation, relation)
      ? ancestors(situation.session.catalog, relation)
      : [],
  );
}

/** Without partitions a partitioned table is planned like a plain one; from 12 on so long as it never had any. */
export function hasChildren({ session }: Pick<Situation, 'session'>, table: Table): boolean {
  const had = table.hadPartitions === true && session.major >= 12;
  return had || !table.complete || childrenOf(session.catalog, table.id).length > 0;
}

function isPlannedAsParent(situation: Situation, table: Table): boolean {
  return table.kind === 'partitioned table' && hasChildren(situation, table);
}
