import type { Table } from '../catalog/relation';
import type { Comparable } from '../conditions/comparable';
import { folded } from '../conditions/folded-constant';
import type { KeySpace, Slot } from './key-space';
import { hashOfRow } from './hash';
import { compareBounds } from './key-space';
import type { Operator, PlainCondition } from './plain-condition';

/** What of a key space a condition leaves. */
interface Left {
  readonly slots: ReadonlySet<Slot>;
  readonly nulls: boolean;
  /** What no slot stands for: values that no list names, keys of which a part is NULL. */
  readonly rest: boolean;
}

/** The partitions that rows may be in that meet a condition. Source: partprune.c, gen_partprune_steps. */
export function narrowed(space: KeySpace, condition: PlainCondition): ReadonlySet<Table> {
  const { slots, nulls, rest } = leftBy(space, condition);
  const owners = new Set([...slots].flatMap(({ owner }) => owner ?? space.default ?? []));
  if (nulls && space.nulls !== null) owners.add(space.nulls);
  if (rest && space.default !== null) owners.add(space.default);
  return owners;
}

function leftBy(space: KeySpace, condition: PlainCondition): Left {
  switch (condition.kind) {
    case 'opaque':
      return everything(space);
    case 'always':
      return condition.value ? everything(space) : NOTHING;
    case 'and':
      return byAll(space, condition.args.flatMap(flat));
    case 'or':
      return condition.args.map((arg) => leftBy(space, arg)).reduce(either, NOTHING);
    case 'null':
    case 'comparison':
      return byAll(space, [condition]);
    case 'truth':
      return condition.nulls
        ? either(
            byAll(space, [{ ...condition, nulls: false }]),
            byAll(space, [{ kind: 'null', arg: condition.arg, negated: false }]),
          )
        : byAll(space, [condition]);
  }
}

function flat(condition: PlainCondition): readonly PlainCondition[] {
  return condition.kind === 'and' ? condition.args.flatMap(flat) : [condition];
}

const NOTHING: Left = { slots: new Set(), nulls: false, rest: false };

function everything({ slots }: KeySpace): Left {
  return { slots: new Set(slots), nulls: true, rest: true };
}

function either(a: Left, b: Left): Left {
  return { slots: new Set([...a.slots, ...b.slots]), nulls: a.nulls || b.nulls, rest: a.rest || b.rest };
}

function both(a: Left, b: Left): Left {
  return {
    slots: new Set([...a.slots].filter((slot) => b.slots.has(slot))),
    nulls: a.nulls && b.nulls,
    rest: a.rest && b.rest,
  };
}

/** One demand on one column of the key. */
interface Demand {
  readonly column: string;
  readonly operator: Operator;
  readonly value: Comparable;
}

/** Demands on the columns of a range count from the first, up to the first that is not said to be equal to something. */
function byAll(space: KeySpace, conditions: readonly PlainCondition[]): Left {
  const demands = conditions.flatMap((each) => demandOf(space, each));
  const others = conditions.filter((each) => demandOf(space, each).length === 0);
  if (others.some((each) => deniesItself(space, each, demands))) return NOTHING;
  const parts = others.map((each) =>
    each.kind === 'null' ? byNull(space, each) : isSimple(each) ? everything(space) : leftBy(space, each),
  );
  if (space.strategy === 'hash') return [...parts, byHash(space, demands, others)].reduce(both);
  const prefix: Comparable[] = [];
  for (const column of space.columns) {
    const own = demands.filter((demand) => demand.column === column);
    for (const { operator, value } of own) parts.push(byDemand(space, prefix, operator, value));
    const equal = own.find(({ operator }) => operator === '=');
    if (equal === undefined) break;
    prefix.push(equal.value);
  }
  return parts.reduce(both, everything(space));
}

function isSimple(condition: PlainCondition): boolean {
  return condition.kind === 'comparison' || (condition.kind === 'truth' && !condition.nulls);
}

type NullTest = Extract<PlainCondition, { kind: 'null' }>;

/** NULL that is also something, or that the column can never be; of a list, not to be NULL said by an operator. */
function deniesItself(space: KeySpace, condition: PlainCondition, demands: readonly Demand[]): boolean {
  if (!('arg' in condition) || condition.arg.kind !== 'column') return false;
  const { name } = condition.arg;
  if (!space.columns.includes(name)) return false;
  if (condition.kind === 'comparison')
    return space.strategy === 'list' && folded(condition.value)?.type === 'null';
  if (condition.kind !== 'null' || condition.negated) return false;
  return space.isNeverNull(name) || demands.some(({ column }) => column === name);
}

function demandOf(space: KeySpace, condition: PlainCondition): readonly Demand[] {
  if (condition.kind === 'comparison' && condition.arg.kind === 'column') {
    const column = condition.arg.name;
    if (!space.columns.includes(column)) return [];
    const value = space.valueOf(condition.value, column);
    return value === null ? [] : [{ column, operator: condition.operator, value }];
  }
  if (condition.kind !== 'truth' || condition.nulls || condition.arg.kind !== 'column') return [];
  const column = condition.arg.name;
  return space.columns.includes(column) && space.typeOf(column)?.name === 'bool'
    ? [{ column, operator: '=', value: { kind: 'text', value: String(condition.value) } }]
    : [];
}

function byNull(space: KeySpace, { arg, negated }: NullTest): Left {
  if (arg.kind !== 'column' || !space.columns.includes(arg.name) || space.strategy === 'hash')
    return everything(space);
  const all = everything(space);
  if (!negated) return { slots: new Set(), nulls: true, rest: space.columns.length > 1 };
  return space.columns.length > 1 ? all : { ...all, nulls: false };
}

/** All columns of a hash have to be known, each a value or NULL. */
function byHash(space: KeySpace, demands: readonly Demand[], others: readonly PlainCondition[]): Left {
  const values = space.columns.map((column) => {
    const isNull = others.some(
      (each) =>
        each.kind === 'null' && !each.negated && each.arg.kind === 'column' && each.arg.name === column,
    );
    if (isNull) return null;
    return demands.find((each) => each.column === column && each.operator === '=')?.value;
  });
  const known = values.flatMap((value) => (value === undefined ? [] : [value]));
  const hash = known.length < values.length ? null : hashOfRow(known, space.columns.map(space.typeOf));
  if (hash === null) return everything(space);
  const slots = space.slots.filter(
    ({ share }) => share !== undefined && hash % BigInt(share.modulus) === BigInt(share.remainder),
  );
  return { slots: new Set(slots), nulls: false, rest: false };
}

function byDemand(
  space: KeySpace,
  prefix: readonly Comparable[],
  operator: Operator,
  value: Comparable,
): Left {
  // Where columns are left over, one of them may be NULL.
  const rest = space.strategy === 'list' || prefix.length + 1 < space.columns.length;
  if (space.strategy === 'list') {
    const slots = space.slots.filter(
      (slot) => slot.value !== undefined && fits(space, slot.value, operator, value),
    );
    const found =
      operator === '=' &&
      slots.some((slot) => slot.value !== undefined && space.compare(slot.value, value) === 0);
    return { slots: new Set(slots), nulls: false, rest: !found };
  }
  if (operator === '<>') return everything(space);
  return {
    slots: new Set(space.slots.filter((slot) => reaches(space, slot, [...prefix, value], operator))),
    nulls: false,
    rest,
  };
}

/** Whether a value of a list can meet the demand; it can where that is not known. */
function fits(space: KeySpace, own: Comparable, operator: Operator, value: Comparable): boolean {
  const order = space.compare(own, value);
  if (order === null)
    return !(operator === '=' && own.kind === 'text' && value.kind === 'text' && own.value !== value.value);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Whether there can be keys in the stretch whose last given column meets the demand, after others that are equal. */
function reaches(
  space: KeySpace,
  { low = null, high = null }: Slot,
  key: readonly Comparable[],
  operator: Operator,
): boolean {
  const before = key.slice(0, -1);
  const last = key.length;
  const below = low === null ? -1 : compareBounds(space, low, key);
  const above = high === null ? 1 : compareBounds(space, high, key);
  const begins = low === null || (compareBounds(space, low, before) ?? 0) <= 0;
  const ends = high === null || isAfter(compareBounds(space, high, before), high[before.length]);
  if (!begins || !ends) return false;
  switch (operator) {
    case '=':
      return (below === null || below <= 0) && isAfter(above, high?.[last]);
    case '<':
      return below === null || below < 0;
    case '<=':
      return below === null || below <= 0;
    case '>':
      return above === null || above > 0;
    case '>=':
      // Here the server does not look whether the next column has a lower end.
      return above === null || above > 0 || (above === 0 && high?.[last] !== undefined);
    case '<>':
      return true;
  }
}

/** Whether keys that begin as the bound does can be below it: by the next column, if that has a lower end. */
function isAfter(order: -1 | 0 | 1 | null, next: Comparable | 'least' | 'greatest' | undefined): boolean {
  return order === null || order > 0 || (order === 0 && next !== undefined && next !== 'least');
}
