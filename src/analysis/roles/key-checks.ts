import type { RoleName } from '../../postgres/effects/role';
import type { Expression } from '../../postgres/expression';
import type { ForeignKey } from '../catalog/adopted-key';
import { columnsOf } from '../../postgres/expression';
import type { QueryWrite } from '../../postgres/query';
import type { Catalog } from '../catalog/catalog';
import { renameColumn } from '../catalog/expression-edit';
import { columnOf, heirs, isTable } from '../catalog/find';
import type { Relation, Table } from '../catalog/relation';
import { isDeferred } from '../deferrals';
import { partitionsOf } from './family';
import { plannedIndexes } from './indexes';
import { inheritedKeysTo, keysOf, keysTo } from './keys';
import { fewRows } from './new-rows';
import { plannedBounds } from './planned-bounds';
import type { Writing } from './query';
import { keepsColumn, planWrite, tableWrites } from './query';
import { prunedPartitions } from './pruning';
import { routed } from './routing';
import { rowsWritten } from './rows-written';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all } from './situation';

/** What the triggers of foreign keys do after a write. Source: ri_triggers.c. */
export const KEY_CHECK_ROLES = {
  'checked-by-keys': (situation) => answer(checks(situation).checked),
  'indexes-checked-by-keys': (situation) => plannedIndexes(situation, answer(checks(situation).checked)),
  'parents-of-checked-by-keys': (situation) => {
    const { checked, written } = checks(situation);
    const relations = plannedBounds(situation, [...checked.relations, ...written.relations]);
    return answer({ relations, sure: checked.sure && written.sure });
  },
  'written-by-keys': (situation) => answer(checks(situation).written),
  'indexes-written-by-keys': (situation) => plannedIndexes(situation, answer(checks(situation).written)),
} satisfies Partial<Record<RoleName, Resolver>>;

interface Checks {
  readonly checked: Found;
  readonly written: Found;
  readonly followed: readonly Change[];
}

/** What the actions of keys (CASCADE, SET NULL, SET DEFAULT) may do to tables after a write: only where there is a row to do it to. */
export function changesByKeys(
  situation: Situation,
): readonly Pick<Change, 'table' | 'command' | 'changed'>[] {
  return checks(situation).followed;
}

interface Found {
  readonly relations: readonly Relation[];
  /** Each is reached for certain: a row is written, and its key is whole. */
  readonly sure: boolean;
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
  /** A row is written for certain; where it is inserted, with a value in these columns. */
  readonly sure: boolean;
  readonly certain: ReadonlySet<string>;
}

const CHECKS = new WeakMap<Situation, Checks>();

function checks(situation: Situation): Checks {
  const known = CHECKS.get(situation) ?? findChecks(situation);
  CHECKS.set(situation, known);
  return known;
}

function findChecks(situation: Situation): Checks {
  const { catalog } = situation.session;
  const checked = new Map<Relation, boolean>();
  const written = new Map<Relation, boolean>();
  const followed: Change[] = [];
  const seen = new Set<string>();
  const open = tableWrites(situation).flatMap((writing) => changesOf(situation, writing));
  const inserted = filledBy(situation);
  const route = routed(situation, false);
  const sure = inserted?.sure === true && route.unless === undefined;
  if (inserted !== null)
    for (const table of route.relations.filter(isTable))
      open.push({ ...inserted, table, command: 'insert', changed: null, sure });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = `${String(next.table.id)} ${next.command}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { relation, sure: needed } of lookedUp(situation, next)) note(checked, relation, needed);
    for (const { table, key: foreign } of [
      ...keysTo(catalog, next.table),
      ...inheritedKeysTo(catalog, next.table),
    ]) {
      const action = actionOn(situation, foreign, next);
      if (action === null) continue;
      const reached = [table, ...heirsOfPartitioned(catalog, table)];
      // A row that is updated may keep what the key refers to.
      const needed = next.sure && next.command === 'delete' && isWhole(next.table, foreign.referencedColumns);
      for (const each of reached) note(action === 'look' ? checked : written, each, needed);
      if (action === 'look') continue;
      const changes = reached.map((each): Change => ({ table: each, ...UNSURE, ...action }));
      open.push(...changes);
      followed.push(...changes);
    }
  }
  return { checked: foundIn(checked), written: foundIn(written), followed };
}

function note(found: Map<Relation, boolean>, relation: Relation, sure: boolean): void {
  found.set(relation, found.get(relation) === true || sure);
}

function foundIn(found: ReadonlyMap<Relation, boolean>): Found {
  return { relations: [...found.keys()], sure: [...found.values()].every((sure) => sure) };
}

function answer({ relations, sure }: Found): RoleAnswer {
  return sure ? all(relations) : { unless: 'no row needs the check of a foreign key', ...all(relations) };
}

const NO_COLUMN: ReadonlySet<string> = new Set();
const UNSURE = { rows: null, sure: false, certain: NO_COLUMN } as const;

/** What is known of the new rows of partitions, where one INSERT is all that makes any; null: there are none. */
function filledBy(situation: Situation): Omit<Change, 'table' | 'command' | 'changed'> | null {
  const [writing, ...others] = tableWrites(situation);
  if (writing === undefined || others.length > 0 || writing.write.command !== 'insert')
    return { filled: null, ...UNSURE };
  const { relation } = writing;
  const [change] = changesBy(situation, relation, writing);
  // What gets no value has its default.
  const defaults = relation.columns.filter((column) => column.default !== null).map(({ name }) => name);
  if (change === undefined) return null;
  if (change.filled === null) return { filled: null, ...UNSURE };
  return { ...change, filled: new Set([...change.filled, ...defaults]) };
}

type TableWriting = Writing & { readonly relation: Table };

function changesOf(situation: Situation, writing: TableWriting): readonly Change[] {
  return writing.runs
    ? planWrite(situation, writing).flatMap((table) =>
        isTable(table) ? changesBy(situation, table, writing) : [],
      )
    : [];
}

/** What a writing does to its table, or to one that it reaches from there. */
function changesBy(situation: Situation, table: Table, writing: TableWriting): readonly Change[] {
  const { write } = writing;
  const happens = rowsWritten(situation.session, writing);
  if (happens === 'no') return [];
  // Which of several tables has a row that is changed is not told.
  const sure = happens === 'yes' && table.id === writing.relation.id;
  if (write.command === 'delete')
    return [{ table, command: 'delete', filled: NO_COLUMN, changed: null, ...UNSURE, sure }];
  const rows = fewRows(situation, writing);
  const told = write.values.length > 0 ? write.values : (write.selected ?? []);
  const columns =
    write.columns.length > 0
      ? write.columns
      : write.command === 'update'
        ? []
        : table.columns.map(({ name }) => name);
  const filled = new Set(
    columns.filter((_, at) => told.length === 0 || told.some((row) => !isNull(row[at]))),
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
        sure: false,
        certain: NO_COLUMN,
      },
    ];
  }
  const certain = new Set(
    columns.filter((_, at) => told.length > 0 && told.every((row) => isValue(row[at]))),
  );
  return [{ table, command: 'insert', filled, changed: null, rows, sure, certain }];
}

function isValue(value: QueryWrite['values'][number][number] | undefined): boolean {
  return value?.kind === 'constant' && value.value !== null;
}

function isNull(value: QueryWrite['values'][number][number] | undefined): boolean {
  return value === undefined || (value.kind === 'constant' && value.value === null);
}

/**
 * The tables that keys of the changed table refer to: looked up for every row with a whole key, unless that waits for the end of the
 * transaction. The values of the row rule partitions out.
 */
function lookedUp(
  situation: Situation,
  change: Change,
): readonly { readonly relation: Relation; readonly sure: boolean }[] {
  const { table, command, filled, certain } = change;
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
    const sure = change.sure && isWhole(table, key.columns, certain);
    return referenced === undefined
      ? []
      : [referenced, ...partitionsLookedUp(situation, referenced, key, change)].map((relation) => ({
          relation,
          sure,
        }));
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

/** Whether none of the columns can be NULL, or be so in the row of which these are given. */
function isWhole(table: Table, columns: readonly string[], given: ReadonlySet<string> = NO_COLUMN): boolean {
  return columns.every((column) => given.has(column) || columnOf(table, column)?.notNull === true);
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
): 'look' | Pick<Change, 'command' | 'filled' | 'changed'> | null {
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
    return { command: 'delete', filled: NO_COLUMN, changed: null };
  const columns = new Set(key.columns);
  return {
    command: 'update',
    filled: action === 'set-null' ? NO_COLUMN : columns,
    changed: columns,
  };
}

function heirsOfPartitioned(catalog: Catalog, table: Table): readonly Table[] {
  return table.kind === 'partitioned table' ? heirs(catalog, table.id) : [];
}
