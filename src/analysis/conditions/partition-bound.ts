import type { PartitionBound } from '../../postgres/definition';
import { childrenOf, indexesOf, isTable } from '../catalog/find';
import type { Index, Relation, Table } from '../catalog/relation';
import { sameShape, shapeOf } from '../roles/index-match';
import { parentOf, partOf } from '../roles/parent-and-part';
import { groundOf } from '../roles/pruning';
import type { Situation } from '../roles/situation';
import type { ColumnBound } from './bound';
import { columnBounds } from './bound';
import type { Judge, Verdict } from './claim';
import { unknown } from './claim';
import { avoids, meets } from './implication';
import { hasNotNull, provenChecks, saysNotNull } from './null-proof';

const IMPLIED = 'a valid CHECK implies the bound of the partition';
const EXCLUDED = 'a valid CHECK keeps the rows of the new partition out of the DEFAULT partition';

/** The CHECKs of the table to be attached imply the bound, so that its rows are not read. */
export const impliesBound: Judge = (situation, relation) => {
  const [parent] = parentOf(situation);
  if (parent === undefined || !isTable(relation)) return false;
  const bound = boundOf(situation);
  if (bound?.kind === 'default') return avoidsSiblings(situation, parent, relation);
  const bounds = bound === null ? null : boundsOf(parent, bound);
  const checks = [relation, ...partOf(situation, 'attach-partition')].flatMap((table) => provenChecks(table));
  if (bounds === null) return doubt(relation, checks.length === 0, IMPLIED);
  const ground = groundOf(situation, relation);
  const proved = bounds.every(
    (each) => meets(checks, each, ground) && (each.allowsNull || isNotNull(relation, checks, each.column)),
  );
  return proved || doubt(relation, true, IMPLIED);
};

/** The CHECKs of the DEFAULT partition exclude the new bound, so that its rows are not read. */
export const excludesBound: Judge = (situation, relation) => {
  const [parent] = parentOf(situation);
  const bound = boundOf(situation);
  if (parent === undefined || bound === null || !isTable(relation)) return false;
  const bounds = boundsOf(parent, bound);
  const checks = provenChecks(relation);
  if (bounds === null) return doubt(relation, checks.length === 0, EXCLUDED);
  return isAvoided(situation, relation, bounds) || doubt(relation, true, EXCLUDED);
};

/** The table to be attached has a fitting index for each of the parent's. */
export const hasAllIndexes: Judge = (situation, relation) => {
  const { catalog, major } = situation.session;
  const [parent] = parentOf(situation);
  if (parent === undefined || relation.kind !== 'table') return true;
  const kindOf = ({ constraints }: Table, { constraint }: Index): string | undefined =>
    constraints.find(({ name }) => name === constraint)?.kind;
  const own = indexesOf(catalog, relation.id).filter((index) => index.valid && index.parent === null);
  return indexesOf(catalog, parent.id).every((index) =>
    own.some(
      (other) =>
        sameShape(shapeOf(index), shapeOf(other)) &&
        (major < 17 || kindOf(parent, index) === kindOf(relation, other)),
    ),
  );
};

function boundOf({ operation }: Situation): PartitionBound | null {
  if (operation.kind === 'attach-partition') return operation.bound;
  return operation.kind === 'create-table' ? (operation.partitionOf?.bound ?? null) : null;
}

function boundsOf(parent: Table, bound: PartitionBound): readonly ColumnBound[] | null {
  return parent.partitioning === null ? null : columnBounds(parent, parent.partitioning, bound);
}

function isAvoided(situation: Situation, table: Table, bounds: readonly ColumnBound[]): boolean {
  const checks = provenChecks(table);
  const ground = groundOf(situation, table);
  return bounds.some(
    (each) => avoids(checks, each, ground) && (!each.allowsNull || isNotNull(table, checks, each.column)),
  );
}

/** A DEFAULT partition must stay out of what all others hold. */
function avoidsSiblings(situation: Situation, parent: Table, table: Table): Verdict {
  const siblings = childrenOf(situation.session.catalog, parent.id);
  const avoided = siblings.every((sibling) => {
    const bounds = sibling.partition === null ? null : boundsOf(parent, sibling.partition.bound);
    return bounds !== null && isAvoided(situation, table, bounds);
  });
  return (avoided && parent.complete) || doubt(table, true, IMPLIED);
}

function isNotNull(table: Table, checks: ReturnType<typeof provenChecks>, column: string): boolean {
  return hasNotNull(table, column) === true || checks.some((check) => saysNotNull(check, column));
}

/** Not proved: for certain where the catalog knows all CHECKs and could read what they say. */
function doubt(table: Relation, readable: boolean, clause: string): Verdict {
  return isTable(table) && table.complete && readable ? false : unknown(clause);
}
