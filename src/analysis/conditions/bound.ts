import type { PartitionBound, Partitioning } from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';
import type { Table } from '../catalog/relation';
import { columnOf } from '../catalog/find';
import type { Comparable } from './comparable';
import { comparable } from './comparable';

/** What the bound of a partition demands of one column of the key. */
export interface ColumnBound {
  readonly column: string;
  /** At least; null: no lower end. */
  readonly low: Comparable | null;
  /** Less than; null: no upper end. */
  readonly high: Comparable | null;
  /** One of these; null: not a list. */
  readonly values: readonly Comparable[] | null;
  /** The list holds NULL. */
  readonly allowsNull: boolean;
}

/**
 * The bound as demands on single columns, all of which must hold; null for what is not that simple: hash, expressions in the key,
 * ranges over several columns that differ before the last. Source: partbounds.c, get_qual_for_range and get_qual_for_list.
 */
export function columnBounds(
  parent: Table,
  partitioning: Partitioning,
  bound: PartitionBound,
): readonly ColumnBound[] | null {
  const read = boundsRead.get(bound);
  if (read?.columns === parent.columns && read.partitioning === partitioning) return read.bounds;
  const bounds = readBounds(parent, partitioning, bound);
  boundsRead.set(bound, { columns: parent.columns, partitioning, bounds });
  return bounds;
}

/** Each new partition is compared with all that there are. */
const boundsRead = new WeakMap<
  PartitionBound,
  {
    readonly columns: Table['columns'];
    readonly partitioning: Partitioning;
    readonly bounds: readonly ColumnBound[] | null;
  }
>();

function readBounds(
  parent: Table,
  partitioning: Partitioning,
  bound: PartitionBound,
): readonly ColumnBound[] | null {
  const keys = partitioning.keys.map(({ column }) => column);
  if (!keys.every((key) => key !== null)) return null;
  if (bound.kind === 'list') return listBound(parent, keys[0], bound.values);
  if (bound.kind !== 'range') return null;
  return rangeBounds(parent, keys, bound.from, bound.to);
}

function listBound(
  parent: Table,
  column: string | undefined,
  values: readonly Expression[],
): readonly ColumnBound[] | null {
  if (column === undefined) return null;
  const allowsNull = values.some(isNull);
  const plain = values
    .filter((value) => !isNull(value))
    .map((value) => comparable(value, typeOf(parent, column)));
  const known = plain.flatMap((value) => value ?? []);
  return known.length < plain.length ? null : [{ column, low: null, high: null, values: known, allowsNull }];
}

function rangeBounds(
  parent: Table,
  keys: readonly string[],
  from: readonly Expression[],
  to: readonly Expression[],
): readonly ColumnBound[] | null {
  const bounds: ColumnBound[] = [];
  for (const [at, column] of keys.entries()) {
    const lower = from[at];
    const upper = to[at];
    if (lower === undefined || upper === undefined) return null;
    const low = isOpen(lower) ? null : comparable(lower, typeOf(parent, column));
    const high = isOpen(upper) ? null : comparable(upper, typeOf(parent, column));
    if ((low === null && !isOpen(lower)) || (high === null && !isOpen(upper))) return null;
    const same = low !== null && high !== null && low.value === high.value && low.kind === high.kind;
    bounds.push(
      same
        ? { column, low: null, high: null, values: [low], allowsNull: false }
        : { column, low, high, values: null, allowsNull: false },
    );
    if (same) continue;
    // After the first column that differs only MINVALUE keeps the rest out of it.
    const rest = keys
      .slice(at + 1)
      .every((_, later) => isMinimum(from[at + 1 + later]) && isMinimum(to[at + 1 + later]));
    return rest ? [...bounds, ...keys.slice(at + 1).map(notNull)] : null;
  }
  return bounds;
}

function notNull(column: string): ColumnBound {
  return { column, low: null, high: null, values: null, allowsNull: false };
}

function typeOf(table: Table, column: string): TypeName | null {
  return columnOf(table, column)?.type ?? null;
}

function isNull(expression: Expression): boolean {
  return expression.kind === 'constant' && expression.value === null && !isOpen(expression);
}

/** MINVALUE or MAXVALUE. */
function isOpen(expression: Expression): boolean {
  return expression.kind === 'constant' && /^(?:min|max)value$/i.test(expression.text);
}

function isMinimum(expression: Expression | undefined): boolean {
  return expression?.kind === 'constant' && /^minvalue$/i.test(expression.text);
}
