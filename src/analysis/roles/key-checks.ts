import type { RoleName } from '../../postgres/effects/role';
import type { Expression } from '../../postgres/expression';
import { columnsOf } from '../../postgres/expression';
import type { QueryWrite } from '../../postgres/query';
import type { Catalog } from '../catalog/catalog';
import { renameColumn } from '../catalog/expression-edit';
import { heirs, isTable } from '../catalog/find';
import type { Relation, Table } from '../catalog/relation';
import { isDeferred } from '../deferrals';
import { partitionsOf } from './family';
import { plannedIndexes } from './indexes';
import { inheritedKeysTo, keysOf, keysTo } from './keys';
import type { ForeignKey } from './named-constraint';
import { fewRows } from './new-rows';
import { plannedBounds } from './planned-bounds';
import { keepsColumn, planWrite, tableWrites } from './query';
import { prunedPartitions } from './pruning';
import { routed } from './routing';
import type { Resolver, Situation } from './situation';
import { all } from './situation';

/** What the triggers of foreign keys do after a write. Source: ri_triggers.c. */
export const KEY_CHECK_ROLES = {
  'checked-by-keys': (situation) => all(checks(situation).checked),
  'indexes-checked-by-keys': (situation) => plannedIndexes(situation, all(checks(situation).checked)),
  'parents-of-checked-by-keys': (situation) => {
    const { checked, written } = checks(situation);
    return all(plannedBounds(situation, [...checked, ...written]));
  },
  'written-by-keys': (situation) => all(checks(situation).written),
  'indexes-written-by-keys': (situation) => plannedIndexes(situation, all(checks(situation).written)),
} satisfies Partial<Record<RoleName, Resolver>>;

interface Checks {
  readonly checked: readonly Relation[];
  readonly written: readonly Relation[];
}

/** What happens to a table that is written, as far as keys care. */
interface Change {
  readonly table: Table;
  readonly command: 'insert' | 'update' | 'delete';
  /** The columns that get a value other than NULL; null: any. */
  readonly filled: ReadonlySet<string> | null;
  /** The columns that change; null: all. */
  readonly changed: ReadonlySet<string> | null;
  /** What is known of the columns of each new row; null: nothing, or they are many. */
  readonly rows: readonly (readonly Expression[])[] | null;
}

const CHECKS = new WeakMap<Situation, Checks>();

function checks(situation: Situation): Checks {
  const known = CHECKS.get(situation) ?? findChecks(situation);
  CHECKS.set(situation, known);
  return known;
}

function findChecks(situation: Situation): Checks {
  const { catalog } = situation.session;
  const checked = new Set<Relation>();
  const written = new Set<Relation>();
  const seen = new Set<string>();
  const open = tableWrites(situation).flatMap((writing) =>
    writing.runs
      ? planWrite(situation, writing).flatMap((table) =>
          isTable(table) ? changesBy(table, writing.write, fewRows(situation, writing)) : [],
        )
      : [],
  );
  const { filled, rows } = filledBy(situation);
  for (const table of routed(situation).relations)
    if (isTable(table)) open.push({ table, command: 'insert', filled, changed: null, rows });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = `${String(next.table.id)} ${next.command}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const referenced of lookedUp(situation, next)) checked.add(referenced);
    for (const { table, key: foreign } of [
      ...keysTo(catalog, next.table),
      ...inheritedKeysTo(catalog, next.table),
    ]) {
      const action = actionOn(situation, foreign, next);
      if (action === null) continue;
      const reached = [table, ...heirsOfPartitioned(catalog, table)];
      if (action === 'look') reached.forEach((each) => checked.add(each));
      else {
        reached.forEach((each) => written.add(each));
        open.push(...reached.map((each): Change => ({ table: each, ...action })));
      }
    }
  }
  return { checked: [...checked], written: [...written] };
}

/** What the new rows of partitions have a value in, where one INSERT is all that makes any; null: anything. */
function filledBy(situation: Situation): Pick<Change, 'filled' | 'rows'> {
  const [writing, ...others] = tableWrites(situation);
  if (writing === undefined || others.length > 0 || writing.write.command !== 'insert')
    return { filled: null, rows: null };
  const { relation, write } = writing;
  const [change] = changesBy(relation, write, fewRows(situation, writing));
  // What gets no value has its default.
  const defaults = relation.columns.filter((column) => column.default !== null).map(({ name }) => name);
  if (change === undefined || change.filled === null) return { filled: null, rows: null };
  return { filled: new Set([...change.filled, ...defaults]), rows: change.rows };
}

function changesBy(table: Table, write: QueryWrite, rows: Change['rows']): readonly Change[] {
  if (write.command === 'delete')
    return [{ table, command: 'delete', filled: new Set(), changed: null, rows: null }];
  const columns =
    write.columns.length > 0
      ? write.columns
      : write.command === 'update'
        ? []
        : table.columns.map(({ name }) => name);
  const filled = new Set(
    columns.filter((_, at) => write.values.length === 0 || write.values.some((row) => !isNull(row[at]))),
  );
  if (write.command === 'update') {
    const changed = columns.filter((column) => !keepsColumn(write, column));
    return [
      {
        table,
        command: 'update',
        filled: new Set(changed.filter((column) => filled.has(column))),
        changed: new Set(changed),
        rows,
      },
    ];
  }
  return [{ table, command: 'insert', filled, changed: null, rows }];
}

function isNull(value: QueryWrite['values'][number][number] | undefined): boolean {
  return value === undefined || (value.kind === 'constant' && value.value === null);
}

/**
 * The tables that keys of the changed table refer to: looked up for every row with a whole key, unless that waits for the end of the
 * transaction. The values of the row rule partitions out.
 */
function lookedUp(situation: Situation, change: Change): readonly Relation[] {
  const { table, command, filled } = change;
  const { session } = situation;
  if (command === 'delete') return [];
  return keysOf(table).flatMap(({ key }) => {
    const complete =
      filled === null ||
      key.columns.every(
        (column) => filled.has(column) || (command === 'insert' && hasDefault(table, column)),
      );
    const touched =
      command === 'insert' || filled === null || key.columns.some((column) => filled.has(column));
    const referenced = session.catalog.relations.get(key.referenced);
    if (!(command === 'insert' ? complete : touched) || !key.enforced || isDeferred(session, key)) return [];
    return referenced === undefined
      ? []
      : [referenced, ...partitionsLookedUp(situation, referenced, key, change)];
  });
}

/** Each row is looked up by itself. The first ones are planned for with their own values, the sixth without them too (plancache.c). */
function partitionsLookedUp(
  situation: Situation,
  referenced: Relation,
  key: ForeignKey,
  { rows }: Change,
): readonly Relation[] {
  if (!isTable(referenced) || referenced.kind !== 'partitioned table') return [];
  if (rows === null) return partitionsOf(situation.session.catalog, referenced);
  const found = rows.flatMap((facts) =>
    prunedPartitions(situation, referenced, {
      kind: 'and',
      args: facts.flatMap((fact) => ofReferenced(fact, key)),
    }),
  );
  return [...new Set(found)];
}

/** What is known of the column of a key, said of the column that it refers to. */
function ofReferenced(fact: Expression, key: ForeignKey): readonly Expression[] {
  const [column, ...further] = new Set(columnsOf(fact));
  const at = column === undefined || further.length > 0 ? -1 : key.columns.indexOf(column);
  const referenced = key.referencedColumns[at];
  return column === undefined || referenced === undefined ? [] : [renameColumn(fact, column, referenced)];
}

function hasDefault(table: Table, column: string): boolean {
  return table.columns.some(
    ({ name, default: value, identity }) => name === column && (value !== null || identity !== null),
  );
}

/** What a key does to its table when the referenced one changes; null: nothing. */
function actionOn(
  { session }: Situation,
  key: ForeignKey,
  change: Change,
): 'look' | Omit<Change, 'table'> | null {
  const { command, changed } = change;
  if (command === 'insert' || !key.enforced) return null;
  if (
    command === 'update' &&
    changed !== null &&
    !key.referencedColumns.some((column) => changed.has(column))
  )
    return null;
  const action = command === 'delete' ? key.onDelete : key.onUpdate;
  if (action === 'restrict') return 'look';
  if (action === 'no-action') return isDeferred(session, key) ? null : 'look';
  if (action === 'cascade' && command === 'delete')
    return { command: 'delete', filled: new Set(), changed: null, rows: null };
  const columns = new Set(key.columns);
  return {
    command: 'update',
    filled: action === 'set-null' ? new Set() : columns,
    changed: columns,
    rows: null,
  };
}

function heirsOfPartitioned(catalog: Catalog, table: Table): readonly Table[] {
  return table.kind === 'partitioned table' ? heirs(catalog, table.id) : [];
}
