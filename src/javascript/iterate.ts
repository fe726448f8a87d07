import type { Site } from './host';
import { runEither } from './journal';
import { entriesOf } from './object-methods';
import { withGuard } from './run';
import type { Value } from './value';
import { unknownAt } from './value';

/**
 * Visits the elements of a list in order, until the visitor answers `false`. What may be in the list besides what is known is
 * visited once, as an unknown and under a condition.
 */
export function iterate(
  list: Value,
  site: Site,
  condition: string,
  visit: (item: Value, index: number) => boolean,
): void {
  switch (list.kind) {
    case 'array':
      for (const [index, item] of [...list.items].entries()) if (!visit(item, index)) return;
      if (list.open !== undefined) visitUnknown(list.open, site, condition, visit);
      return;
    case 'choice':
      for (const option of list.options) {
        runEither(
          site.run,
          () => {
            withGuard(site.run, 'it depends on a condition', () => iterate(option, site, condition, visit));
            return true;
          },
          () => true,
        );
      }
      return;
    case 'undefined':
    case 'null':
      return;
    case 'object':
      if (list.isMap === true) return iterate(entriesOf(list, site), site, condition, visit);
      return visitUnknown(unknownAt(site.at, 'its elements are not known'), site, condition, visit);
    case 'text':
    case 'boolean':
    case 'number':
    case 'regexp':
    case 'function':
    case 'class':
    case 'host':
      visitUnknown(unknownAt(site.at, 'its elements are not known'), site, condition, visit);
      return;
    case 'unknown':
      visitUnknown(list, site, condition, visit);
      return;
  }
}

function visitUnknown(
  list: Extract<Value, { kind: 'unknown' }>,
  site: Site,
  condition: string,
  visit: (item: Value, index: number) => boolean,
): void {
  const item = {
    ...unknownAt(list.at, list.why, list.name === undefined ? undefined : `an element of ${list.name}`),
    ...(list.of && { of: list.of }),
    ...(list.names && { names: list.names }),
  };
  const { run } = site;
  const outer = run.journal;
  const changed = { bindings: new Map(), arrays: new Map(), objects: new Map() };
  run.journal = changed;
  try {
    withGuard(run, condition, () => visit(item, 0));
  } finally {
    run.journal = outer;
  }
  widen(site, changed);
}

/** What changed in a turn of which nobody knows how often it runs is not known afterwards. */
function widen(site: Site, changed: NonNullable<Site['run']['journal']>): void {
  const unknown = unknownAt(site.at, 'it changes in a loop over what is not known');
  const { run } = site;
  for (const [binding, before] of changed.bindings) {
    if (run.journal !== undefined && !run.journal.bindings.has(binding))
      run.journal.bindings.set(binding, before);
    binding.value = unknown;
  }
  for (const [array, before] of changed.arrays) {
    if (run.journal !== undefined && !run.journal.arrays.has(array)) run.journal.arrays.set(array, before);
    if (array.open === undefined || array.open.names !== undefined) array.open = unknown;
  }
  for (const [object, before] of changed.objects) {
    if (run.journal !== undefined && !run.journal.objects.has(object))
      run.journal.objects.set(object, before);
    object.open ??= unknown;
  }
}
