import type { Question } from '../sql/question';
import { askedAt, whereabouts, whether, whetherThere } from './asked';
import { callValue } from './call';
import { optionsOf } from './choice';
import type { Site } from './host';
import { hostFunction } from './host';
import { iterate } from './iterate';
import { noteArray } from './journal';
import { equals, truth } from './operators';
import { isFunction, settle } from './promise';
import { questionOf } from './question-of';
import { concatenate, knownText, textAt } from './text';
import type { ArrayValue, Unknown, Value } from './value';
import { arrayOf, booleanOf, FALSE, numberOf, TRUE, UNDEFINED, unknownAt } from './value';

/** A method of arrays, to be called with the array as its `this`. */
export function arrayMethod(key: string): Value | undefined {
  const method = Object.hasOwn(METHODS, key) ? METHODS[key] : undefined;
  if (method === undefined) return undefined;
  return hostFunction(key, (args, site, self) => {
    const [list] = optionsOf(self ?? UNDEFINED);
    return list?.kind === 'array'
      ? method(list, args, site)
      : unknownAt(site.at, 'it is no list that is known');
  });
}

type Method = (array: ArrayValue, args: readonly Value[], site: Site) => Value;

/** The most elements that a list may grow to. */
const MAX_ITEMS = 50_000;

/** Calls a function for each element, also once for those that are not known; `waits` for each result before the next. */
export function eachItem(list: Value, callback: Value | undefined, site: Site, waits = false): ArrayValue {
  const results: Value[] = [];
  let open = list.kind === 'array' ? list.open : list.kind === 'unknown' ? list : undefined;
  if (!isFunction(callback))
    return arrayOf([], open ?? unknownAt(site.at, 'what is called for each element is not known'));
  const known = list.kind === 'array' ? list.items.length : 0;
  iterate(list, site, 'for each of what is not known', (item, index) => {
    const called = callValue(callback, [item, numberOf(index), list], site);
    const result = waits ? settle(called, site) : called;
    if (results.length < known || list.kind === 'choice') results.push(result);
    else if (open?.names !== undefined) open = openOf(open, result);
    else open ??= unknownAt(site.at, 'the list is not known');
    return true;
  });
  return arrayOf(results, open);
}

/** What a list may hold besides, once something was made of each of its names. */
function openOf(open: Unknown, made: Value): Unknown {
  return made.kind === 'unknown' && made.names !== undefined ? made : withoutNames(open);
}

function withoutNames(open: Unknown): Unknown {
  return unknownAt(open.at, open.why, open.name);
}

const METHODS: Readonly<Record<string, Method>> = {
  map: (array, [callback], site) => eachItem(array, callback, site),
  mapSeries: (array, [callback], site) => eachItem(array, callback, site, true),
  each: (array, [callback], site) => {
    eachItem(array, callback, site, true);
    return array;
  },
  forEach: (array, [callback], site) => {
    eachItem(array, callback, site);
    return UNDEFINED;
  },
  flatMap: (array, [callback], site) => flatten(eachItem(array, callback, site), 1),
  flat: (array, [depth]) => flatten(array, depth?.kind === 'number' ? depth.value : 1),
  filter: (array, [callback], site) => {
    const kept: Value[] = [];
    let open = array.open && withoutNames(array.open);
    for (const [index, item] of array.items.entries()) {
      const answer =
        callback === undefined ? undefined : truth(callValue(callback, [item, numberOf(index), array], site));
      if (answer !== false) kept.push(item);
      if (answer === undefined) open ??= unknownAt(site.at, 'which elements are kept is not known');
    }
    return arrayOf(kept, open);
  },
  find: (array, [callback], site) => found(array, callback, site).item,
  findIndex: (array, [callback], site) => found(array, callback, site).index,
  some: (array, [callback], site) => anyOf(array, callback, site, true),
  every: (array, [callback], site) => anyOf(array, callback, site, false),
  reduce: (array, args, site) => {
    const [callback] = args;
    const items = [...array.items.entries()];
    let total = args.length > 1 ? (args[1] ?? UNDEFINED) : (items.shift()?.[1] ?? UNDEFINED);
    if (callback === undefined || array.open !== undefined)
      return unknownAt(site.at, 'the list is not known');
    for (const [index, item] of items) {
      total = callValue(callback, [total, item, numberOf(index), array], site);
    }
    return total;
  },
  join: (array, [separator], site) => {
    const between =
      separator === undefined || separator.kind === 'undefined' ? textAt(',', site.at) : separator;
    const parts: Value[] = [];
    for (const item of [...array.items, ...(array.open === undefined ? [] : [array.open])]) {
      if (parts.length > 0) parts.push(between);
      parts.push(item.kind === 'undefined' || item.kind === 'null' ? textAt('', site.at) : item);
    }
    return concatenate(parts, site);
  },
  concat: (array, args) => {
    const joined = arrayOf(array.items, array.open);
    for (const arg of args) {
      if (arg.kind === 'array') joined.items.push(...arg.items);
      else if (arg.kind === 'unknown') joined.open = (joined.open && withoutNames(joined.open)) ?? arg;
      else joined.items.push(arg);
      if (arg.kind === 'array' && arg.open !== undefined) joined.open = withoutNames(joined.open ?? arg.open);
    }
    return joined;
  },
  slice: (array, [start, end], site) => {
    const from = index(start, 0);
    const to = index(end, undefined);
    if (from === null || to === null) return unknownAt(site.at, 'the part of the list is not known');
    return arrayOf(array.items.slice(from, to), array.open && withoutNames(array.open));
  },
  push: (array, args, site) => change(array, site, (items) => void items.push(...args)),
  unshift: (array, args, site) => change(array, site, (items) => void items.unshift(...args)),
  add: (array, args, site) => {
    const [item = UNDEFINED] = args;
    if (!array.items.some((other) => equals(other, item) === true))
      change(array, site, (items) => void items.push(item));
    return array;
  },
  pop: (array, _args, site) => taken(array, site, (items) => items.pop()),
  shift: (array, _args, site) => taken(array, site, (items) => items.shift()),
  reverse: (array, _args, site) => {
    change(array, site, (items) => void items.reverse());
    return array;
  },
  sort: (array, [callback], site) => sorted(array, callback, site),
  includes: (array, [item], site) => contains(array, item, site),
  has: (array, [item], site) => contains(array, item, site),
  indexOf: (array, [item], site) => {
    const at = array.items.findIndex((other) => equals(other, item ?? UNDEFINED) === true);
    const question = nameAmong(array, item);
    return at === -1 && array.open !== undefined
      ? askedAt(site.at, 'the list is not known', question && whereabouts(question))
      : numberOf(at);
  },
  at: (array, [position], site) =>
    position?.kind === 'number'
      ? (array.items.at(position.value) ?? array.open ?? UNDEFINED)
      : unknownAt(site.at, 'which element it is is not known'),
  keys: (array) =>
    arrayOf(
      array.items.map((_item, position) => numberOf(position)),
      array.open,
    ),
  values: (array) => array,
  entries: (array) =>
    arrayOf(
      array.items.map((item, position) => arrayOf([numberOf(position), item])),
      array.open,
    ),
  fill: (array, [item = UNDEFINED]) =>
    arrayOf(
      array.items.map(() => item),
      array.open,
    ),
  toString: (array: ArrayValue, _args: readonly Value[], site: Site) => concatenate([array], site),
};

function flatten(array: ArrayValue, depth: number): ArrayValue {
  const flat = arrayOf([], array.open);
  for (const item of array.items) {
    if (item.kind !== 'array' || depth < 1) {
      flat.items.push(item);
      continue;
    }
    const inner = flatten(item, depth - 1);
    flat.items.push(...inner.items);
    if (inner.open !== undefined) flat.open ??= inner.open;
  }
  return flat;
}

function found(
  array: ArrayValue,
  callback: Value | undefined,
  site: Site,
): { readonly item: Value; readonly index: Value } {
  for (const [position, item] of array.items.entries()) {
    const answer =
      callback === undefined
        ? undefined
        : truth(callValue(callback, [item, numberOf(position), array], site));
    if (answer === true) return { item, index: numberOf(position) };
    if (answer === undefined) {
      const unknown = unknownAt(site.at, 'which element is found is not known');
      return { item: unknown, index: unknown };
    }
  }
  const { open } = array;
  if (open === undefined) return { item: UNDEFINED, index: numberOf(-1) };
  const question = anyAmong(array, callback, site);
  return question === undefined
    ? { item: open, index: open }
    : {
        item: { ...open, asks: whetherThere(question) },
        index: askedAt(site.at, open.why, whereabouts(question)),
      };
}

function anyOf(array: ArrayValue, callback: Value | undefined, site: Site, wanted: boolean): Value {
  let isSure = array.open === undefined;
  for (const [position, item] of array.items.entries()) {
    const answer =
      callback === undefined
        ? undefined
        : truth(callValue(callback, [item, numberOf(position), array], site));
    if (answer === wanted) return booleanOf(wanted);
    if (answer === undefined) isSure = false;
  }
  if (!isSure) {
    const question = wanted ? anyAmong(array, callback, site) : undefined;
    return askedAt(site.at, 'it depends on what is not known', whether(question));
  }
  return wanted ? FALSE : TRUE;
}

/** The question whether a list of names that only the database knows has one which a function accepts. */
function anyAmong(array: ArrayValue, callback: Value | undefined, site: Site): Question | undefined {
  const { open } = array;
  if (open?.names === undefined || array.items.length > 0 || callback?.kind !== 'function') return undefined;
  return questionOf(callValue(callback, [open, unknownAt(site.at, 'its place is not known'), array], site));
}

/** The question whether a name is among those that only the database knows. */
function nameAmong({ open }: ArrayValue, item: Value | undefined): Question | undefined {
  const name = knownText(item);
  return name === undefined ? undefined : open?.names?.(name);
}

function contains(array: ArrayValue, item: Value | undefined, site: Site): Value {
  const answers = array.items.map((other) => equals(other, item ?? UNDEFINED));
  if (answers.includes(true)) return TRUE;
  const isSure = array.open === undefined && !answers.includes(undefined);
  if (isSure) return FALSE;
  const isNameAlone = !answers.includes(undefined);
  const question = isNameAlone ? nameAmong(array, item) : undefined;
  return askedAt(site.at, 'it depends on what is not known', whether(question));
}

/** A position; `null` where it is not known. */
function index(value: Value | undefined, missing: number | undefined): number | undefined | null {
  if (value === undefined || value.kind === 'undefined') return missing;
  return value.kind === 'number' ? value.value : null;
}

function change(array: ArrayValue, site: Site, edit: (items: Value[]) => void): Value {
  if (array.items.length >= MAX_ITEMS) {
    array.open ??= unknownAt(site.at, 'the list is too long');
    return array.open;
  }
  noteArray(site.run, array);
  edit(array.items);
  return numberOf(array.items.length);
}

function taken(array: ArrayValue, site: Site, take: (items: Value[]) => Value | undefined): Value {
  noteArray(site.run, array);
  return take(array.items) ?? array.open ?? UNDEFINED;
}

/** By a function that gives known numbers, or by the texts; elements that cannot be compared stay where they are. */
function sorted(array: ArrayValue, callback: Value | undefined, site: Site): Value {
  const texts = array.items.map((item) => (item.kind === 'number' ? String(item.value) : knownText(item)));
  const compare = (one: number, two: number): number | undefined => {
    if (!isFunction(callback)) {
      const [first, second] = [texts[one], texts[two]];
      return first === undefined || second === undefined ? undefined : first < second ? -1 : 1;
    }
    const answer = callValue(callback, [array.items[one] ?? UNDEFINED, array.items[two] ?? UNDEFINED], site);
    return answer.kind === 'number' ? answer.value : undefined;
  };
  const order: number[] = [];
  for (const position of array.items.keys()) {
    let place = order.length;
    for (; place > 0; place -= 1) {
      const answer = compare(order[place - 1] ?? 0, position);
      if (answer === undefined) return array;
      if (answer <= 0) break;
    }
    order.splice(place, 0, position);
  }
  const items = order.map((position) => array.items[position] ?? UNDEFINED);
  change(array, site, (all) => void all.splice(0, all.length, ...items));
  return array;
}
