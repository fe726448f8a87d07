import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { QueryWrite } from '../../../postgres/query';
import { childrenOf, constraintNamed, indexesOf, isTable } from '../../catalog/find';
import type { Index, Table } from '../../catalog/relation';
import { newRows } from '../../roles/new-rows';
import { routes } from '../../roles/pruning';
import { tableWrites, writesKept } from '../../roles/query';
import { rowsWritten } from '../../roles/rows-written';
import type { Situation } from '../../roles/situation';
import type { RefusalJudge } from './names';
import { isWriting } from './writes';

/** Where rows cannot go, and conflicts that nothing tells. */
export const ROWS_PLACED_REFUSALS = {
  'no-partition-for-row': noPartitionForRow,
  'no-arbiter': (situation) =>
    isWriting(situation) &&
    writesKept(situation).some(
      ({ relation, write }) => isTable(relation) && lacksArbiter(situation, relation, write),
    ),
  'arbiter-deferrable': (situation) =>
    situation.operation.kind === 'query' &&
    writesKept(situation).some(
      ({ relation, write }) =>
        isTable(relation) && (write.valueRows ?? 0) > 0 && arbitratesLate(situation, relation, write),
    ),
  'arbiter-missing': (situation) =>
    isWriting(situation) &&
    tableWrites(situation).some(({ relation, write }) => {
      const name = write.arbiter?.constraint ?? null;
      return (
        name !== null &&
        relation.complete &&
        relation.origin.certain &&
        constraintNamed(relation, name) === undefined
      );
    }),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** A row that is written for certain, and whose values rule all partitions out. Source: execPartition.c, ExecFindPartition. */
function noPartitionForRow(situation: Situation): boolean {
  const { operation, session } = situation;
  if (operation.kind !== 'query' || session.catalog.unread) return false;
  return tableWrites(situation).some((writing) => {
    const { relation, write, query, runs } = writing;
    if (!runs || write.command !== 'insert' || relation.partitioning === null) return false;
    if (!relation.complete || !relation.origin.certain || write.values.length === 0) return false;
    if (rowsWritten(session, writing) !== 'yes') return false;
    return newRows(situation, { relation, write, query }).some((row) => {
      const { partitions, sure } = routes(situation, relation, row, false);
      const end = partitions.at(-1) ?? relation;
      return (
        sure &&
        end.partitioning !== null &&
        end.complete &&
        childrenOf(session.catalog, end.id).every(({ partition }) => partition?.bound.kind !== 'default')
      );
    });
  });
}

/** No unique index stands on just the columns that ON CONFLICT names. Source: plancat.c, infer_arbiter_indexes. */
function lacksArbiter({ session }: Situation, table: Table, { arbiter }: QueryWrite): boolean {
  const columns = arbiter?.columns;
  if (columns === undefined || !table.complete || !table.origin.certain || !session.catalog.complete)
    return false;
  return !indexesOf(session.catalog, table.id).some(
    (index) => mayArbitrate(index, columns) || (index.unique && !isKnown(index)),
  );
}

/** The index that tells conflicts belongs to a constraint that is checked later. Source: execIndexing.c, ExecCheckIndexConstraints. */
function arbitratesLate({ session }: Situation, table: Table, { arbiter }: QueryWrite): boolean {
  if (arbiter === undefined) return false;
  const { constraint, columns } = arbiter;
  const meant = indexesOf(session.catalog, table.id).flatMap((index) =>
    index.constraint !== null &&
    (columns === undefined ? index.constraint === constraint : mayArbitrate(index, columns))
      ? [index.constraint]
      : [],
  );
  return meant.some((name) => {
    const known = constraintNamed(table, name);
    return known !== undefined && 'deferrable' in known && known.deferrable && known.origin.certain;
  });
}

function isKnown({ complete, origin }: Index): boolean {
  return complete && origin.certain;
}

function mayArbitrate(index: Index, columns: readonly string[]): boolean {
  const keys = new Set(index.keys.map(({ column }) => column));
  return (
    index.unique &&
    index.predicate === null &&
    keys.size === new Set(columns).size &&
    columns.every((column) => keys.has(column))
  );
}
