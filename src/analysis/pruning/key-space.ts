import type { Expression } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';
import { columnOf } from '../catalog/find';
import type { Table } from '../catalog/relation';
import { boolOf, folded } from '../conditions/folded-constant';
import type { Comparable } from '../conditions/comparable';
import { comparable, compare } from '../conditions/comparable';

/** One end of a range of a key of several columns. */
export type Bound = readonly (Comparable | 'least' | 'greatest')[];

/** One stretch of what a partition key can be: a value of a list, or what lies between two neighbouring bounds. */
export interface Slot {
  /** Null: no partition but the DEFAULT one, if there is any. */
  readonly owner: Table | null;
  /** Of a list. */
  readonly value?: Comparable;
  /** Of a range; at least this; null: no lower end. */
  readonly low?: Bound | null;
  /** Less than this; null: no upper end. */
  readonly high?: Bound | null;
  /** Of a hash. */
  readonly share?: { readonly modulus: number; readonly remainder: number };
}

/** What the key of a partitioned table can be, divided as its partitions do. */
export interface KeySpace {
  readonly strategy: 'list' | 'range' | 'hash';
  readonly columns: readonly string[];
  readonly slots: readonly Slot[];
  /** Where a row goes whose key is NULL. */
  readonly nulls: Table | null;
  readonly default: Table | null;
  /** The value of an expression that a key is compared with; null where that is not known at planning. */
  valueOf(expression: Expression, column: string): Comparable | null;
  compare(a: Comparable, b: Comparable): -1 | 0 | 1 | null;
  typeOf(column: string): TypeName | null;
  /** Planning knows that the column is never NULL. */
  isNeverNull(column: string): boolean;
}

/** Null where it cannot be told: keys that are expressions, bounds whose order is up to a collation. Source: partbounds.c. */
export function keySpace(
  parent: Table,
  children: readonly Table[],
  { utc, major }: { readonly utc: boolean; readonly major: number },
): KeySpace | null {
  const { partitioning } = parent;
  const columns = partitioning?.keys.flatMap(({ column }) => column ?? []) ?? [];
  if (partitioning === null || columns.length < partitioning.keys.length) return null;
  const typeOf = (column: string): TypeName | null => columnOf(parent, column)?.type ?? null;
  const base = {
    columns,
    default: children.find(({ partition }) => partition?.bound.kind === 'default') ?? null,
    valueOf: (expression: Expression, column: string) => valueFor(expression, typeOf(column)),
    compare: (a: Comparable, b: Comparable) => compare(a, b, utc),
    typeOf,
    isNeverNull: (column: string) => major >= 17 && columnOf(parent, column)?.notNull === true,
  };
  switch (partitioning.strategy) {
    case 'list':
      return listSpace(base, children);
    case 'range':
      return rangeSpace(base, children);
    case 'hash':
      return hashSpace(base, children);
  }
}

type Base = Omit<KeySpace, 'strategy' | 'slots' | 'nulls'>;

function listSpace(base: Base, children: readonly Table[]): KeySpace | null {
  const [column = ''] = base.columns;
  const slots: Slot[] = [];
  let nulls = base.default;
  for (const owner of children) {
    const bound = owner.partition?.bound;
    if (bound?.kind === 'default') continue;
    if (bound?.kind !== 'list') return null;
    for (const each of bound.values) {
      if (each.kind === 'constant' && each.value === null) {
        nulls = owner;
        continue;
      }
      const value = base.valueOf(each, column);
      if (value === null) return null;
      slots.push({ owner, value });
    }
  }
  return { ...base, strategy: 'list', slots, nulls };
}

function hashSpace(base: Base, children: readonly Table[]): KeySpace | null {
  const slots = children.flatMap((owner): readonly Slot[] => {
    const bound = owner.partition?.bound;
    return bound?.kind === 'hash' ? [{ owner, share: bound }] : [];
  });
  return slots.length < children.length ? null : { ...base, strategy: 'hash', slots, nulls: null };
}

function rangeSpace(base: Base, children: readonly Table[]): KeySpace | null {
  const ranges: { readonly owner: Table; readonly low: Bound; readonly high: Bound }[] = [];
  for (const owner of children) {
    const bound = owner.partition?.bound;
    if (bound?.kind === 'default') continue;
    if (bound?.kind !== 'range') return null;
    const low = ends(base, bound.from);
    const high = ends(base, bound.to);
    if (low === null || high === null) return null;
    ranges.push({ owner, low, high });
  }
  let ordered = true;
  const order = (a: Bound, b: Bound): number => {
    const answer = compareBounds(base, a, b);
    ordered &&= answer !== null;
    return answer ?? 0;
  };
  ranges.sort((a, b) => order(a.low, b.low));
  const slots: Slot[] = [];
  let last: Bound | null = null;
  for (const { owner, low, high } of ranges) {
    if (last === null ? low[0] !== 'least' : order(last, low) !== 0)
      slots.push({ owner: null, low: last, high: low });
    slots.push({ owner, low, high });
    last = high;
  }
  if (last?.[0] !== 'greatest') slots.push({ owner: null, low: last, high: null });
  return ordered ? { ...base, strategy: 'range', slots, nulls: base.default } : null;
}

function ends({ columns, valueOf }: Base, bound: readonly Expression[]): Bound | null {
  const values = bound.map((each, at) => {
    if (each.kind === 'constant' && /^minvalue$/i.test(each.text)) return 'least';
    if (each.kind === 'constant' && /^maxvalue$/i.test(each.text)) return 'greatest';
    return valueOf(each, columns[at] ?? '');
  });
  const known = values.flatMap((value) => value ?? []);
  return known.length < values.length ? null : known;
}

/** How a bound stands to the beginning of a key: 0 where it begins alike. Null: that cannot be told. */
export function compareBounds({ compare }: Pick<KeySpace, 'compare'>, a: Bound, b: Bound): -1 | 0 | 1 | null {
  for (const [at, other] of b.entries()) {
    const one = a[at] ?? 'least';
    if (one === other) {
      // After MINVALUE and MAXVALUE nothing counts.
      if (one === 'least' || one === 'greatest') return 0;
      continue;
    }
    if (one === 'least' || other === 'greatest') return -1;
    if (one === 'greatest' || other === 'least') return 1;
    const order = compare(one, other);
    if (order !== 0) return order;
  }
  return 0;
}

/** What planning knows of the value that a column of the type is compared with. */
function valueFor(expression: Expression, type: TypeName | null): Comparable | null {
  if (type === null) return null;
  const value = folded(expression);
  if (value === null) return comparable(expression, type);
  switch (value.type) {
    case 'null':
    case 'interval':
      return null;
    case 'date':
    case 'timestamp':
      // With a time zone it depends on the session's.
      return type.name === 'date' || type.name === 'timestamp'
        ? { kind: 'time', value: value.value, zone: false }
        : null;
    case 'bool':
      return { kind: 'text', value: String(value.value) };
    case 'unknown':
      if (type.name === 'bool') return truthOf(value.value);
      return comparable({ kind: 'constant', value: value.value, text: value.value }, type);
    case 'integer':
    case 'numeric':
    case 'text':
      return comparable({ kind: 'constant', value: value.value, text: String(value.value) }, type);
  }
}

function truthOf(text: string): Comparable | null {
  const truth = boolOf(text);
  return truth === null ? null : { kind: 'text', value: String(truth.value) };
}
