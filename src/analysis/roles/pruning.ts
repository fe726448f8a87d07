import type { Expression } from '../../postgres/expression';
import { childrenOf, columnOf } from '../catalog/find';
import type { Table } from '../catalog/relation';
import { keySpace } from '../pruning/key-space';
import { narrowed } from '../pruning/narrow';
import { plainCondition } from '../pruning/plain-condition';
import { timeZone } from '../settings';
import { columnBounds } from '../conditions/bound';
import type { Ground } from '../conditions/implication';
import { avoids, meets } from '../conditions/implication';
import type { Situation } from './situation';

/** All that counts of a situation. */
type Within = Pick<Situation, 'session'>;

/**
 * The partitions and heirs of a table that a condition does not rule out. Up to 11 the server locks them all first. Source:
 * partprune.c; only what constants on the key's columns decide is read.
 */
export function prunedPartitions(
  situation: Within,
  table: Table,
  where: Expression | null,
): readonly Table[] {
  const { catalog, major } = situation.session;
  return remaining(situation, table, major >= 12 ? where : null).flatMap((child) => [
    child,
    ...prunedPartitions(situation, child, where),
  ]);
  function remaining(of: Within, parent: Table, condition: Expression | null): readonly Table[] {
    const children = childrenOf(catalog, parent.id);
    return condition === null || parent.partitioning === null
      ? children
      : notRuledOut(of, parent, children, [condition]);
  }
}

/**
 * The partitions of any depth that a row may go to, of which the values of some columns are known.
 *
 * @param locked those that are locked for it: up to 11 all of them
 */
export function routes(
  situation: Within,
  table: Table,
  row: readonly Expression[],
  locked: boolean,
): { readonly partitions: readonly Table[]; readonly sure: boolean } {
  const { catalog, major } = situation.session;
  const takesAll = locked && major < 12;
  const children = childrenOf(catalog, table.id);
  if (table.partitioning === null) return { partitions: [], sure: true };
  const open = takesAll ? children : notRuledOut(situation, table, children, row);
  const below = open.map((child) => routes(situation, child, row, locked));
  return {
    partitions: open.flatMap((child, at) => [child, ...(below[at]?.partitions ?? [])]),
    sure: takesAll || (open.length <= 1 && below.every(({ sure }) => sure)),
  };
}

/** What is left of the partitions. */
function notRuledOut(
  situation: Within,
  parent: Table,
  children: readonly Table[],
  facts: readonly Expression[],
): readonly Table[] {
  const { session } = situation;
  const space = keySpace(parent, children, { utc: isUtc(timeZone(session)), major: session.major });
  if (space === null) return byParts(situation, parent, children, facts);
  const left = narrowed(space, { kind: 'and', args: facts.map((fact) => plainCondition(fact)) });
  return children.filter((child) => left.has(child));
}

/** Where the order of bounds is not known: of a list or an OR each arm by itself, as each may have a partition of its own. */
function byParts(
  situation: Within,
  parent: Table,
  children: readonly Table[],
  facts: readonly Expression[],
): readonly Table[] {
  const whole = facts.flatMap((fact) => (fact.kind === 'and' ? fact.args : [fact]));
  const at = whole.findIndex((fact) => armsOf(fact).length > 1);
  const split = whole[at];
  if (split === undefined) return leftOver(situation, parent, children, whole);
  const rest = whole.filter((_, index) => index !== at);
  const left = new Set(armsOf(split).flatMap((arm) => leftOver(situation, parent, children, [...rest, arm])));
  return children.filter((child) => left.has(child));
}

const MAX_ARMS = 100;

function armsOf(fact: Expression): readonly Expression[] {
  if (fact.kind === 'or' && fact.args.length <= MAX_ARMS) return fact.args;
  if (fact.kind !== 'in-list' || fact.negated || fact.items.length > MAX_ARMS) return [];
  const { arg: left } = fact;
  return fact.items.map((right) => ({ kind: 'operator', name: '=', left, right }));
}

function leftOver(
  situation: Within,
  parent: Table,
  children: readonly Table[],
  facts: readonly Expression[],
): readonly Table[] {
  const ground = groundOf(situation, parent);
  const placed = children.map((child) => ({ child, place: placeOf(parent, child, facts, ground) }));
  const certain = placed.filter(({ place }) => place === 'in');
  if (certain.length > 0) return certain.map(({ child }) => child);
  return placed.filter(({ place }) => place !== 'out').map(({ child }) => child);
}

function placeOf(
  parent: Table,
  child: Table,
  facts: readonly Expression[],
  ground: Ground,
): 'in' | 'out' | 'unknown' {
  if (parent.partitioning === null || child.partition === null) return 'unknown';
  const bounds = columnBounds(parent, parent.partitioning, child.partition.bound);
  if (bounds === null) return 'unknown';
  if (bounds.some((bound) => avoids(facts, bound, ground))) return 'out';
  const constrained = bounds.filter(
    ({ low, high, values }) => low !== null || high !== null || values !== null,
  );
  return constrained.length > 0 && constrained.every((bound) => meets(facts, bound, ground))
    ? 'in'
    : 'unknown';
}

/** How constants are compared with the columns of a table in this session. */
export function groundOf({ session }: Within, table: Table): Ground {
  return { typeOf: (column) => columnOf(table, column)?.type ?? null, utc: isUtc(timeZone(session)) };
}

/** Whether a zone is UTC by one of its names, as far as the server counts (timestamp.c, TimestampTimestampTzRequiresRewrite). */
export function isUtc(zone: string | null | 'unknown'): boolean {
  return (
    zone !== null &&
    /^(?:utc|gmt|etc\/(?:utc|gmt|uct|universal|zulu|greenwich)|uct|universal|zulu|greenwich|0|\+00(?::?00)?|<\+00>-00)$/i.test(
      zone,
    )
  );
}
