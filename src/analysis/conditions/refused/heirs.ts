import type { PartitionBound } from '../../../postgres/definition';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { columnsOf } from '../../../postgres/expression';
import type { Operation } from '../../../postgres/operation';
import { childrenOf, columnOf, defaultPartitionOf, heirs, isTable, parentsOf } from '../../catalog/find';
import { mergeableCheck } from '../../catalog/merged-check';
import type { Table } from '../../catalog/relation';
import { tableOf } from '../../catalog/resolve';
import { isInheritable } from '../../roles/family';
import { newShape } from '../../roles/index-match';
import { constraintNamedBy } from '../../roles/named-constraint';
import { parentOf, partOf } from '../../roles/parent-and-part';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import { columnBounds } from '../bound';
import { overlap } from '../overlap';
import { groundOf } from '../../roles/pruning';
import { heirDoesNotFit } from './heir-fit';
import type { RefusalJudge } from './names';

/** What heirs and partitions do not allow. */
export const HEIR_REFUSALS = {
  'inherited-part': inheritedPart,
  'partition-key-column': (situation) => {
    const { operation, session } = situation;
    const table = targetTable(situation);
    if (table === undefined || !('column' in operation) || typeof operation.column !== 'string') return false;
    const { column } = operation;
    return [table, ...heirs(session.catalog, table.id)].some((each) => isInPartitionKey(each, column));
  },
  'only-leaves-heirs-out': onlyLeavesHeirsOut,
  'column-of-partition': columnOfPartition,
  'no-inherit-on-partitioned': (situation) =>
    addsToItselfAlone(situation.operation) && targetTable(situation)?.kind === 'partitioned table',
  'parent-demands-not-null': parentDemandsNotNull,
  'key-lacks-partition-column': keyLacksPartitionColumn,
  'partitioned-in-the-way': partitionedInTheWay,
  'storage-of-partitioned': storageOfPartitioned,
  'inherits-already': (situation) => {
    const { operation, session } = situation;
    const table = targetTable(situation);
    if (operation.kind === 'attach-partition') {
      const attached = tableOf(session, operation.partition);
      return (
        table !== undefined &&
        attached !== undefined &&
        (table.id === attached.id || heirs(session.catalog, attached.id).some(({ id }) => id === table.id))
      );
    }
    const parent = operation.kind === 'add-inherit' ? tableOf(session, operation.parent) : undefined;
    if (table === undefined || parent === undefined) return false;
    return (
      table.id === parent.id ||
      table.parents.includes(parent.id) ||
      heirs(session.catalog, table.id).some(({ id }) => id === parent.id)
    );
  },
  'not-attachable': notAttachable,
  'identity-on-heirs': (situation) => {
    const { operation, session } = situation;
    const table = targetTable(situation);
    if (operation.kind !== 'add-column' || operation.column.identity === null || table === undefined)
      return false;
    const nothing = operation.ifNotExists && columnOf(table, operation.column.name) !== undefined;
    if (nothing && session.major >= 13) return false;
    const refuses = table.kind !== 'partitioned table' || session.major < 17;
    return refuses && !operation.only && childrenOf(session.catalog, table.id).length > 0;
  },
  'attached-identity': (situation) =>
    partOf(situation, 'attach-partition')[0]?.columns.some(({ identity }) => identity !== null) === true,
  'inherits-not': (situation) => {
    const { operation, session } = situation;
    const table = targetTable(situation);
    const parent = operation.kind === 'drop-inherit' ? tableOf(session, operation.parent) : undefined;
    return table?.complete === true && parent !== undefined && !table.parents.includes(parent.id);
  },
  'heir-does-not-fit': heirDoesNotFit,
  'bound-overlaps': boundOverlaps,
  'default-partition-in-the-way': (situation) => {
    const { operation, session } = situation;
    return (
      operation.kind === 'detach-partition' &&
      operation.concurrently &&
      parentOf(situation).some((parent) => defaultPartitionOf(session.catalog, parent.id) !== undefined)
    );
  },
  'no-detach-pending': (situation) =>
    situation.operation.kind === 'detach-partition' &&
    situation.operation.finalize &&
    partOf(situation, 'detach-partition').some(({ partition }) => partition?.detachPending === false),
  'not-its-partition': (situation) => {
    const table = targetTable(situation);
    return (
      situation.operation.kind === 'detach-partition' &&
      table?.kind === 'partitioned table' &&
      table.origin.certain &&
      partOf(situation, 'detach-partition').some(
        (part) => part.complete && part.partition?.parent !== table.id,
      )
    );
  },
  'default-of-hash': (situation) =>
    boundOf(situation)?.kind === 'default' &&
    parentOf(situation).some((each) => each.partitioning?.strategy === 'hash'),
  'row-trigger-before-partitioned': (situation) =>
    situation.operation.kind === 'create-trigger' &&
    situation.operation.row &&
    situation.operation.timing === 'before' &&
    targetTable(situation)?.kind === 'partitioned table',
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function addsToItselfAlone(operation: Operation): boolean {
  if (operation.kind === 'add-column') return operation.column.notNullConstraint?.noInherit === true;
  return (
    (operation.kind === 'add-check' || operation.kind === 'add-not-null') && operation.constraint.noInherit
  );
}

function inheritedPart(situation: Situation): boolean {
  const { operation } = situation;
  const table = targetTable(situation);
  if (table === undefined) return false;
  if (operation.kind === 'drop-constraint' || operation.kind === 'rename-constraint') {
    const constraint = constraintNamedBy(situation);
    // Keys of a partition may be called otherwise than those of the parent.
    const renamed = operation.kind === 'rename-constraint';
    return constraint?.inherited === true && !(renamed && !isInheritable(constraint));
  }
  return (
    'column' in operation &&
    typeof operation.column === 'string' &&
    columnOf(table, operation.column)?.inherited === true
  );
}

function isInPartitionKey(table: Table, column: string): boolean {
  return (
    table.partitioning?.keys.some(
      (key) =>
        key.column === column || (key.expression !== null && columnsOf(key.expression).includes(column)),
    ) === true
  );
}

/** ONLY on a table with heirs, for what they must have too. */
function onlyLeavesHeirsOut(situation: Situation): boolean {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (
    table === undefined ||
    !('only' in operation) ||
    !operation.only ||
    childrenOf(session.catalog, table.id).length === 0
  )
    return false;
  const { kind } = operation;
  const partitioned = table.kind === 'partitioned table';
  if (kind === 'add-check') {
    const { constraint, withColumn } = operation;
    return !constraint.noInherit && !withColumn && mergeableCheck(table, constraint) === undefined;
  }
  if (kind === 'add-not-null') return !operation.constraint.noInherit;
  if (kind === 'set-not-null') return partitioned && columnOf(table, operation.column)?.notNull !== true;
  if (kind === 'drop-column' || kind === 'drop-not-null') return partitioned;
  if (kind === 'drop-constraint') {
    const constraint = constraintNamedBy(situation);
    return partitioned && constraint !== undefined && isInheritable(constraint);
  }
  if (kind === 'rename-constraint') {
    const constraint = constraintNamedBy(situation);
    return constraint !== undefined && isInheritable(constraint);
  }
  if (kind === 'add-column')
    return !(operation.ifNotExists && columnOf(table, operation.column.name) !== undefined);
  return kind === 'alter-column-type' || kind === 'rename-column';
}

function columnOfPartition(situation: Situation): boolean {
  const { operation, session } = situation;
  const isPartOf = (parent: Table | undefined): boolean =>
    parent !== undefined && (parent.kind === 'partitioned table' || parent.partition !== null);
  if (operation.kind === 'create-table')
    return operation.inherits.some((name) => isPartOf(tableOf(session, name)));
  const table = targetTable(situation);
  if (table === undefined) return false;
  if (operation.kind === 'add-inherit')
    return isPartOf(table) || isPartOf(tableOf(session, operation.parent));
  return table.partition !== null || (operation.kind === 'add-column' && table.ofType !== null);
}

function parentDemandsNotNull(situation: Situation): boolean {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'drop-not-null' || table === undefined) return false;
  return parentsOf(session.catalog, table).some((parent) => {
    const demands = columnOf(parent, operation.column)?.notNull === true;
    return demands && (parent.kind === 'partitioned table' || session.major >= 18);
  });
}

/** A unique index of a partitioned table must have all columns of the partition key. */
function keyLacksPartitionColumn(situation: Situation): boolean {
  const table = targetTable(situation);
  const shape = newShape(situation);
  if (table === undefined || table.partitioning === null || shape === undefined) return false;
  const { kind } = situation.operation;
  if (kind === 'add-exclusion' ? situation.session.major < 17 : !shape.unique)
    return kind === 'add-exclusion';
  const trees = [
    table,
    ...('only' in situation.operation && situation.operation.only
      ? []
      : heirs(situation.session.catalog, table.id)),
  ];
  return trees.some(({ partitioning }) =>
    (partitioning?.keys ?? []).some(
      ({ column }) => column === null || shape.keys.every((key) => key.column !== column),
    ),
  );
}

function partitionedInTheWay(situation: Situation): boolean {
  const { operation } = situation;
  if (targetTable(situation)?.kind !== 'partitioned table') return false;
  return (
    operation.kind === 'cluster-on' ||
    operation.kind === 'cluster' ||
    ('constraint' in operation &&
      typeof operation.constraint === 'object' &&
      'usingIndex' in operation.constraint &&
      operation.constraint.usingIndex !== null)
  );
}

/** RESET of what was never set is no error. */
function storageOfPartitioned(situation: Situation): boolean {
  const { operation } = situation;
  const resets = operation.kind === 'set-options' && operation.reset;
  return !resets && targetTable(situation)?.kind === 'partitioned table';
}

/** The bound that a partition is attached or made with. */
function boundOf({ operation }: Situation): PartitionBound | undefined {
  if (operation.kind === 'attach-partition') return operation.bound;
  return operation.kind === 'create-table' ? operation.partitionOf?.bound : undefined;
}

function boundOverlaps(situation: Situation): boolean {
  const { operation, session } = situation;
  const [parent] = parentOf(situation);
  if (parent === undefined || parent.partitioning === null) return false;
  const bound = boundOf(situation);
  if (bound === undefined || (operation.kind === 'create-table' && operation.ifNotExists)) return false;
  if (bound.kind === 'default') return defaultPartitionOf(session.catalog, parent.id) !== undefined;
  const own = columnBounds(parent, parent.partitioning, bound);
  const ground = groundOf(situation, parent);
  return childrenOf(session.catalog, parent.id).some((sibling) => {
    if (
      sibling.partition === null ||
      parent.partitioning === null ||
      !isTable(sibling) ||
      !sibling.origin.certain
    )
      return false;
    const taken = sibling.partition.bound;
    if (bound.kind === 'hash' && taken.kind === 'hash') return sharesHashes(bound, taken);
    const other = columnBounds(parent, parent.partitioning, taken);
    return own !== null && other !== null && overlap(own, other, ground.utc);
  });
}

/** Source: tablecmds.c, ATExecAttachPartition. */
function notAttachable(situation: Situation): boolean {
  const table = targetTable(situation);
  const partition = partOf(situation, 'attach-partition')[0];
  if (table === undefined || partition === undefined || !partition.complete) return false;
  const heir = partition.parents.length > 0 || partition.partition !== null || partition.ofType !== null;
  const parent = partition.kind === 'table' && childrenOf(situation.session.catalog, partition.id).length > 0;
  const temporary = (each: Table): boolean => each.persistence === 'temporary';
  return heir || parent || temporary(table) !== temporary(partition);
}

type HashBound = Extract<PartitionBound, { readonly kind: 'hash' }>;

/** Two remainders that one hash can leave. */
function sharesHashes(a: HashBound, b: HashBound): boolean {
  let [divisor, rest] = [a.modulus, b.modulus];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return divisor > 0 && (a.remainder - b.remainder) % divisor === 0;
}
