import type { Run } from './run';
import type { Binding } from './scope';
import type { ArrayValue, ObjectValue, Unknown, Value } from './value';
import { choiceOf } from './choice';

/** What variables, arrays and objects held before a branch changed them. */
export interface Journal {
  readonly bindings: Map<Binding, Value | undefined>;
  readonly arrays: Map<ArrayValue, Contents<readonly Value[]>>;
  readonly objects: Map<ObjectValue, Contents<ReadonlyMap<string, Value>>>;
}

interface Contents<Kept> {
  readonly kept: Kept;
  readonly open: Unknown | undefined;
}

/** To be called before a variable is assigned. */
export function noteBinding(run: Run, binding: Binding): void {
  const { journal } = run;
  if (journal !== undefined && !journal.bindings.has(binding)) journal.bindings.set(binding, binding.value);
}

/** To be called before an array is changed. */
export function noteArray(run: Run, array: ArrayValue): void {
  const { journal } = run;
  if (journal !== undefined && !journal.arrays.has(array)) {
    journal.arrays.set(array, { kept: [...array.items], open: array.open });
  }
}

/** To be called before an object is changed. */
export function noteObject(run: Run, object: ObjectValue): void {
  const { journal } = run;
  if (journal !== undefined && !journal.objects.has(object)) {
    journal.objects.set(object, { kept: new Map(object.entries), open: object.open });
  }
}

/**
 * Runs two ways that exclude one another, each from the same start, and leaves behind what either may have left. A way that
 * answers `false` does not go on (it returns, throws …), so that what it changed is not seen afterwards.
 */
export function runEither(run: Run, first: () => boolean, second: () => boolean): void {
  const one = runApart(run, first);
  const two = runApart(run, second);
  if (one.goesOn && two.goesOn) join(run, one.left, two.left);
  else if (one.goesOn) join(run, one.left, one.left);
  else if (two.goesOn) join(run, two.left, two.left);
}

interface Apart {
  readonly goesOn: boolean;
  readonly left: Journal;
}

function runApart(run: Run, way: () => boolean): Apart {
  const outer = run.journal;
  const journal: Journal = { bindings: new Map(), arrays: new Map(), objects: new Map() };
  run.journal = journal;
  try {
    const goesOn = way();
    return { goesOn, left: takeBack(journal) };
  } finally {
    run.journal = outer;
  }
}

/** Puts the old contents back and returns the new ones. */
function takeBack(journal: Journal): Journal {
  const left: Journal = { bindings: new Map(), arrays: new Map(), objects: new Map() };
  for (const [binding, before] of journal.bindings) {
    left.bindings.set(binding, binding.value);
    binding.value = before;
  }
  for (const [array, before] of journal.arrays) {
    left.arrays.set(array, { kept: [...array.items], open: array.open });
    putArray(array, before);
  }
  for (const [object, before] of journal.objects) {
    left.objects.set(object, { kept: new Map(object.entries), open: object.open });
    putObject(object, before);
  }
  return left;
}

function putArray(array: ArrayValue, contents: Contents<readonly Value[]>): void {
  array.items.splice(0, array.items.length, ...contents.kept);
  if (contents.open === undefined) delete array.open;
  else array.open = contents.open;
}

function putObject(object: ObjectValue, contents: Contents<ReadonlyMap<string, Value>>): void {
  object.entries.clear();
  for (const [key, value] of contents.kept) object.entries.set(key, value);
  if (contents.open === undefined) delete object.open;
  else object.open = contents.open;
}

function join(run: Run, one: Journal, two: Journal): void {
  for (const binding of new Set([...one.bindings.keys(), ...two.bindings.keys()])) {
    noteBinding(run, binding);
    const first = one.bindings.has(binding) ? one.bindings.get(binding) : binding.value;
    const second = two.bindings.has(binding) ? two.bindings.get(binding) : binding.value;
    binding.value = first === undefined ? second : second === undefined ? first : choiceOf(first, second);
  }
  for (const array of new Set([...one.arrays.keys(), ...two.arrays.keys()])) {
    noteArray(run, array);
    const now = { kept: [...array.items], open: array.open };
    putArray(array, joinArrays(one.arrays.get(array) ?? now, two.arrays.get(array) ?? now));
  }
  for (const object of new Set([...one.objects.keys(), ...two.objects.keys()])) {
    noteObject(run, object);
    const now = { kept: new Map(object.entries), open: object.open };
    putObject(object, joinObjects(one.objects.get(object) ?? now, two.objects.get(object) ?? now));
  }
}

/** Elements that only one way added are kept: what they do is reported, under a condition at best. */
function joinArrays(
  one: Contents<readonly Value[]>,
  two: Contents<readonly Value[]>,
): Contents<readonly Value[]> {
  const kept = [...one.kept];
  for (const value of two.kept) if (!kept.includes(value)) kept.push(value);
  return { kept, open: one.open ?? two.open };
}

function joinObjects(
  one: Contents<ReadonlyMap<string, Value>>,
  two: Contents<ReadonlyMap<string, Value>>,
): Contents<ReadonlyMap<string, Value>> {
  const kept = new Map(one.kept);
  for (const [key, value] of two.kept) {
    const other = kept.get(key);
    kept.set(key, other === undefined ? value : choiceOf(other, value));
  }
  return { kept, open: one.open ?? two.open };
}
