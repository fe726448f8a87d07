import type { RoleName } from '../../postgres/effects/role';
import type { Expression } from '../../postgres/expression';
import type { QueryWrite } from '../../postgres/query';
import type { Catalog } from '../catalog/catalog';
import { ancestors, columnOf, isTable, isView, ownedSequences } from '../catalog/find';
import { sequencesIn } from '../catalog/expression-edit';
import type { Relation, Table } from '../catalog/relation';
import { certainlyFills } from '../fold/rows';
import { relationOf } from '../catalog/resolve';
import { behindView } from './behind-view';
import { newRows } from './new-rows';
import { hasChildren, plannedBounds } from './planned-bounds';
import { routes } from './pruning';
import type { Writing } from './query';
import { leavesOf, partitionsOf } from './family';
import { keepsColumn, reads, tableWrites, writes } from './query';
import { rowsWritten } from './rows-written';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, known } from './situation';
import { targetsOf } from './target';
import { widthOfRows } from './width-of-rows';

/** Where new rows go, and what fills them. */
export const ROUTING_ROLES = {
  routed: (situation) => routed(situation, true),
  'parents-of-written': parentsOfWritten,
  'bounds-behind-view': (situation) =>
    all(
      targetsOf(situation).flatMap(({ relation }) =>
        plannedBounds(situation, behindView(situation, relation)),
      ),
    ),
  'sequences-of-defaults': sequencesOfDefaults,
} satisfies Partial<Record<RoleName, Resolver>>;

/**
 * The partitions that new rows, and rows that move, may go to.
 *
 * @param locked those that are locked for them: up to 11 all of them, whether there are any rows or not
 */
export function routed(situation: Situation, locked: boolean): RoleAnswer {
  const { session } = situation;
  const found: Relation[] = [];
  let sure = true;
  for (const writing of tableWrites(situation)) {
    const { relation, write, query, runs } = writing;
    const inserts = write.command === 'insert' || write.command === 'copy';
    const moves = write.command === 'update' && movesRows(situation, relation, write);
    if (!runs || !(inserts || moves)) continue;
    const written = rowsWritten(session, writing);
    const takesAll = locked && session.major < 12;
    if (written === 'no' && !takesAll) continue;
    for (const row of newRows(situation, { relation, write, query })) {
      const route = routes(situation, relation, row, locked);
      found.push(...route.partitions);
      sure &&= route.sure && (written === 'yes' || takesAll);
    }
  }
  return sure ? all(found) : { unless: 'no row goes there', ...known(found, true) };
}

/** UPDATE of a column of a partition key, of any depth, to anything but itself: the changed row may belong elsewhere. */
export function movesRows({ session }: Situation, table: Table, write: QueryWrite): boolean {
  return [table, ...partitionsOf(session.catalog, table)].some(({ partitioning }) =>
    partitioning?.keys.some(
      ({ column }) => column !== null && write.columns.includes(column) && !keepsColumn(write, column),
    ),
  );
}

/**
 * A row that is written to a partition directly is checked against its bound, for which the ancestors are looked at. Up to 13 that
 * is done before the first row, and for DELETE too (execMain.c, InitResultRelInfo). Planning looks at the ancestors of a partition
 * that is partitioned itself (plancat.c, set_relation_partition_info).
 */
function parentsOfWritten(situation: Situation): RoleAnswer {
  const { catalog, major } = situation.session;
  let sure = true;
  const written = tableWrites(situation).flatMap((writing): readonly Relation[] => {
    const { relation, write, runs } = writing;
    if (major <= 13) return [relation];
    const holdsNothing =
      relation.kind === 'partitioned table' && (write.only || !hasChildren(situation, relation));
    if (
      !runs ||
      write.never === true ||
      write.command === 'delete' ||
      holdsNothing ||
      relation.partition === null
    )
      return [];
    const certainty = writesRows(catalog, writing);
    sure &&= certainty !== 'perhaps';
    return certainty === 'no' ? [] : [relation];
  });
  const changed = writes(situation).filter(({ write }) => write.command !== 'insert' && !write.only);
  const read = reads(situation).filter((each) => !each.read.only);
  const named = [...read, ...changed].map(({ relation }) => relation);
  const planned = named.flatMap((relation) =>
    isView(relation) ? behindView(situation, relation) : [relation],
  );
  const answer = all([
    ...written.flatMap((table) =>
      isTable(table) && table.partition !== null ? ancestors(catalog, table) : [],
    ),
    ...plannedBounds(situation, planned),
  ]);
  return sure ? answer : { ...answer, unless: 'no row is written there' };
}

/** Whether a row comes to be written to the table or below. */
function writesRows(
  catalog: Catalog,
  { relation, write, query }: Writing & { readonly relation: Table },
): 'yes' | 'no' | 'perhaps' {
  if (write.command !== 'update') return certainlyFills(relation, write, query) ? 'yes' : 'perhaps';
  const leaves = leavesOf(catalog, relation).filter(isTable);
  if (leaves.every(({ rows, complete }) => rows === 'none' && complete)) return 'no';
  const everyRow = write.where === null && write.condition === undefined && query.reads.length === 0;
  const some = leaves.some((leaf) => leaf.rows === 'some' && leaf.triggers.length === 0);
  return everyRow && some && relation.rules.length === 0 ? 'yes' : 'perhaps';
}

/** Sequences of serial and identity columns, and of other nextval defaults, that the rows do not give a value for. */
function sequencesOfDefaults(situation: Situation): RoleAnswer {
  let sure = true;
  const found = tableWrites(situation).flatMap((writing) => {
    const written = fillsRows(writing) ? rowsWritten(situation.session, writing) : 'no';
    const sequences = written === 'no' ? [] : defaultSequences(situation, writing.relation, writing.write);
    sure &&= written === 'yes' || sequences.length === 0;
    return sequences;
  });
  return sure ? all(found) : { unless: 'no row is written', ...all(found) };
}

function fillsRows({ write, runs }: Writing): boolean {
  const sets = write.command === 'update' && write.values.some((row) => row.some(isDefault));
  return runs && (write.command === 'insert' || write.command === 'copy' || sets);
}

function defaultSequences({ session }: Situation, table: Table, write: QueryWrite): readonly Relation[] {
  const width = write.columns.length > 0 ? 0 : (widthOfRows(session, write) ?? table.columns.length);
  return table.columns.flatMap(({ name, identity }, at) => {
    const position = write.columns.length > 0 ? write.columns.indexOf(name) : at < width ? at : -1;
    if (position < 0 && write.command === 'update') return [];
    const ignored = identity !== null && write.overriding === 'user';
    const given = position >= 0 && !ignored && !write.values.some((row) => isDefault(row[position]));
    if (given) return [];
    if (identity !== null)
      return identityOwners(session, table).flatMap(({ id }) =>
        ownedSequences(session.catalog, id, name).filter((sequence) => sequence.identity),
      );
    const value = columnOf(table, name)?.default ?? null;
    return value === null
      ? []
      : sequencesIn(value).flatMap((sequence) => relationOf(session, sequence) ?? []);
  });
}

/** From 17 on a partition has the identity, and with it the sequence, of its ancestors. */
function identityOwners({ catalog, major }: Situation['session'], table: Table): readonly Table[] {
  return table.partition !== null && major >= 17 ? [table, ...ancestors(catalog, table)] : [table];
}

/** The keyword DEFAULT among the values. */
function isDefault(value: Expression | undefined): boolean {
  return value?.kind === 'opaque' && value.text === 'DEFAULT';
}
