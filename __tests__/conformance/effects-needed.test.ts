import type { effectsOn } from '../../src/postgres/effects/effects';
import { EFFECTS } from '../../src/postgres/effects/effects';
import type { Effect } from '../../src/postgres/effects/effect';
import { loadParser } from '../../src/sql/parse';
import { expectedOf, readLockFacts } from './harness/lock-facts';
import { majorsAtEdges } from '../analysis/compare-facts';
import { readerWith } from '../analysis/our-reading';
import type { Reading } from '../analysis/our-reading';

// The table without one line: what a line says is needed if some measured statement reads differently without it.
const left = { out: null as string | null };
jest.mock('../../src/postgres/effects/effects', () => {
  const actual = jest.requireActual<{ effectsOn: typeof effectsOn }>('../../src/postgres/effects/effects');
  return {
    ...actual,
    effectsOn: (kind: Parameters<typeof actual.effectsOn>[0], major: number): readonly Effect[] =>
      actual.effectsOn(kind, major).filter(({ id }) => id !== left.out),
  };
});

/** A line may be needed neither on the first nor on the last major of a result. */
const MIDDLE = 14;

test('every line of the effect table is needed by a measured statement', async () => {
  const read = readerWith(await loadParser());
  const probes = new Map<string, { setup: string; sql: string; major: number; whole: Reading }[]>();
  // Those that were made for single lines come last.
  for (const fact of [...readLockFacts()].reverse()) {
    for (const major of new Set([...majorsAtEdges(fact), MIDDLE])) {
      if (expectedOf(fact, major) === undefined) continue;
      const whole = attempt(() => read(fact.setup, fact.sql, major));
      if (whole === null || whole.error !== null) continue;
      for (const id of whole.effects) {
        const known = probes.get(id) ?? [];
        if (known.length < 200) known.push({ setup: fact.setup, sql: fact.sql, major, whole });
        probes.set(id, known);
      }
    }
  }
  const needless = EFFECTS.map(({ id }) => id).filter((id) => {
    left.out = id;
    const needed = (probes.get(id) ?? []).some(
      ({ setup, sql, major, whole }) => told(read(setup, sql, major)) !== told(whole),
    );
    left.out = null;
    return !needed;
  });
  expect(needless).toEqual([]);
}, 300_000);

function told({ locks, rewrite, indexRebuild, scanned, blocks }: Reading): string {
  return JSON.stringify([locks, rewrite, indexRebuild, scanned, blocks]);
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
