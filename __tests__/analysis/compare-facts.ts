import { isDeepStrictEqual } from 'node:util';
import type { LockFactRecord } from '../conformance/harness/lock-facts';
import { expectedOf } from '../conformance/harness/lock-facts';
import type { Observation } from '../conformance/harness/observation';
import type { Reader, Reading } from './our-reading';

/** What of a fact is compared. Indexes apart: DML locks them too, and people ask for tables. */
export const ASPECTS = [
  'error',
  'transaction',
  'locks',
  'index locks',
  'rewrite',
  'index rebuild',
  'scan',
  'blocks',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One aspect of one fact on one major. */
export interface Comparison {
  readonly id: string;
  readonly statement: string;
  readonly major: number;
  readonly aspect: Aspect;
  readonly agrees: boolean;
  readonly expected: unknown;
  readonly ours: unknown;
}

/** Compares all that the facts tell with our reading. What a fact does not tell is not compared. */
export function compareFacts(
  facts: readonly LockFactRecord[],
  majorsOf: (fact: LockFactRecord) => readonly number[],
  read: Reader,
): readonly Comparison[] {
  return facts.flatMap((fact) =>
    majorsOf(fact).flatMap((major) => {
      const expected = expectedOf(fact, major);
      if (expected === undefined) return [];
      const ours = attempt(() => read(fact.setup, fact.sql, major));
      return ASPECTS.flatMap((aspect): readonly Comparison[] => {
        const told = TOLD[aspect](expected, fact.kinds);
        if (told === undefined) return [];
        const said = ours instanceof Error ? ours.message : OURS[aspect](ours, fact.kinds);
        return [
          {
            id: fact.id,
            statement: fact.sql,
            major,
            aspect,
            agrees: isDeepStrictEqual(told, said),
            expected: told,
            ours: said,
          },
        ];
      });
    }),
  );
}

/** The first and the last major of each result: what lies between is told alike. */
export function majorsAtEdges(fact: LockFactRecord): readonly number[] {
  return [...new Set(fact.results.flatMap(({ majors }) => [Math.min(...majors), Math.max(...majors)]))];
}

type Kinds = LockFactRecord['kinds'];

const TOLD: Readonly<Record<Aspect, (expected: Observation, kinds: Kinds) => unknown>> = {
  error: ({ error }) => error,
  transaction: ({ transaction }) => transaction,
  locks: ({ locks, error }, kinds) => (error === null ? withIndexes(locks, kinds, false) : undefined),
  'index locks': ({ locks, error }, kinds) => (error === null ? withIndexes(locks, kinds, true) : undefined),
  // A new file without a scan is an empty one, which is no work.
  rewrite: ({ rewrite, scanned = [], error }) =>
    error === null ? rewrite.filter((name) => scanned.includes(name)) : undefined,
  'index rebuild': ({ indexRebuild, scan, error }) =>
    error === null ? (scan === false ? [] : indexRebuild) : undefined,
  scan: ({ scan, scanned = [] }) => (scan === null ? undefined : scanned),
  blocks: ({ blocks }) => blocks,
};

const OURS: Readonly<Record<Aspect, (ours: Reading, kinds: Kinds) => unknown>> = {
  error: ({ error }) => error,
  transaction: ({ transaction }) => transaction,
  locks: ({ locks }, kinds) => withIndexes(locks, kinds, false),
  'index locks': ({ locks }, kinds) => withIndexes(locks, kinds, true),
  rewrite: ({ rewrite }) => rewrite,
  'index rebuild': ({ indexRebuild }) => indexRebuild,
  scan: ({ scanned }) => scanned,
  blocks: ({ blocks }) => blocks,
};

function withIndexes(locks: Reading['locks'], kinds: Kinds, indexes: boolean): Reading['locks'] {
  return Object.fromEntries(
    Object.entries(locks).filter(
      ([name]) => (kinds[name] === 'index' || kinds[name] === 'partitioned index') === indexes,
    ),
  );
}

function attempt<T>(act: () => T): T | Error {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
