import { childrenOf } from '../catalog/find';
import type { Table } from '../catalog/relation';
import { columnBounds } from '../conditions/bound';
import type { Comparable } from '../conditions/comparable';
import type { Session } from '../session';

/**
 * The partitions of a table as the server walks them: by what their bounds begin with, DEFAULT last; in the order of creation where
 * that cannot be told. Source: partbounds.c, partition_bounds_create.
 */
export function inBoundOrder({ catalog }: Session, parent: Table): readonly Table[] {
  return [...childrenOf(catalog, parent.id)].sort((a, b) => {
    const [one, other] = [startOf(parent, a), startOf(parent, b)];
    for (const [i, value] of one.entries()) {
      const compared = compare(value, other[i]);
      if (compared !== 0) return compared;
    }
    return 0;
  });
}

type Place = number | string;

/** What is compared, the first first. */
function startOf(parent: Table, { partition }: Table): readonly Place[] {
  const bound = partition?.bound;
  if (bound === undefined || bound.kind === 'default') return [1];
  if (bound.kind === 'hash') return [0, bound.modulus, bound.remainder];
  const [first] =
    parent.partitioning === null ? [] : (columnBounds(parent, parent.partitioning, bound) ?? []);
  if (first === undefined) return [0];
  if (first.values === null) return [0, first.low === null ? -Infinity : placeOf(first.low)];
  const [least] = first.values.map(placeOf).sort(compare);
  return [0, least ?? Infinity];
}

function placeOf({ value }: Comparable): Place {
  return value;
}

function compare(a: Place, b: Place | undefined): number {
  if (b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}
