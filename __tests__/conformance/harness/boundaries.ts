import type { Effect } from '../../../src/postgres/effects/effect';
import { EFFECTS, isWithin } from '../../../src/postgres/effects/effects';
import type { Reader } from '../../analysis/our-reading';
import { expectedOf, type LockFactRecord } from './lock-facts';
import { ALL_MAJORS } from './majors';

/**
 * A measured statement for each line of the effect table that begins, ends or changes its mode with a major or the one after it, so
 * that both sides of each change are run. Of the statements that show a line one with a setup that is needed anyway is taken: a
 * database costs more than a statement.
 */
export function factsAtBoundaries(
  facts: readonly LockFactRecord[],
  read: Reader,
  major: number,
  effects: readonly Effect[] = EFFECTS,
): readonly LockFactRecord[] {
  const chosen = new Map<string, LockFactRecord>();
  for (const effect of effects) {
    for (const start of boundariesOf(effect)) {
      if (major !== start && major !== start - 1) continue;
      const fitting = showing(facts, read, shownOn(effect, start), effect.id).filter(
        (fact) => expectedOf(fact, major) !== undefined,
      );
      const setups = new Set([...chosen.values()].map(({ setup }) => setup));
      const fact = fitting.find(({ setup }) => setups.has(setup)) ?? fitting[0];
      if (fact !== undefined) chosen.set(fact.id, fact);
    }
  }
  return [...chosen.values()];
}

/** The majors from which on a line says something else than before. */
export function boundariesOf({ since, until, mode }: Effect): readonly number[] {
  const starts = [
    ...(since === undefined ? [] : [since]),
    ...(until === undefined ? [] : [until + 1]),
    ...(typeof mode === 'object' ? Object.keys(mode).map(Number) : []),
  ];
  const first: number = ALL_MAJORS[0];
  const last = Math.max(...ALL_MAJORS);
  return [...new Set(starts)].filter((start) => start > first && start <= last);
}

/** The side of a change on which the line speaks: an older server may not even know the statement. */
export function shownOn({ since, until }: Effect, start: number): number {
  return isWithin(start, since, until) ? start : start - 1;
}

const SHOWN = new WeakMap<Reader, Map<number, ReadonlyMap<string, readonly LockFactRecord[]>>>();

/** The statements to which a line applies on a major, the ones with the most companions of their setup first. */
function showing(
  facts: readonly LockFactRecord[],
  read: Reader,
  major: number,
  id: string,
): readonly LockFactRecord[] {
  const ofReader = SHOWN.get(read) ?? new Map<number, ReadonlyMap<string, readonly LockFactRecord[]>>();
  SHOWN.set(read, ofReader);
  const known = ofReader.get(major) ?? effectsShown(facts, read, major);
  ofReader.set(major, known);
  return known.get(id) ?? [];
}

function effectsShown(
  facts: readonly LockFactRecord[],
  read: Reader,
  major: number,
): ReadonlyMap<string, readonly LockFactRecord[]> {
  const companions = new Map<string, number>();
  for (const { setup } of facts) companions.set(setup, (companions.get(setup) ?? 0) + 1);
  const sorted = [...facts].sort((a, b) => (companions.get(b.setup) ?? 0) - (companions.get(a.setup) ?? 0));
  const shown = new Map<string, LockFactRecord[]>();
  for (const fact of sorted) {
    if (expectedOf(fact, major)?.error !== null) continue;
    for (const id of effectsOf(read, fact, major)) shown.set(id, [...(shown.get(id) ?? []), fact]);
  }
  return shown;
}

/** None of a statement that the parser of today does not read. */
function effectsOf(read: Reader, { setup, sql }: LockFactRecord, major: number): readonly string[] {
  try {
    return read(setup, sql, major).effects;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Not one statement')) return [];
    throw error;
  }
}
