import { loadParser } from '../../src/sql/parse';
import type { Reader } from '../analysis/our-reading';
import { readerWith } from '../analysis/our-reading';
import { EFFECTS } from '../../src/postgres/effects/effects';
import { boundariesOf, factsAtBoundaries, shownOn } from './harness/boundaries';
import { readLockFacts, sampleOf } from './harness/lock-facts';
import type { Major } from './harness/majors';
import { ALL_MAJORS, selectedMajors } from './harness/majors';
import { remeasure } from './harness/remeasure';
import { startServer, type Server } from './harness/server';

const wanted = process.env['PGFENCE_MAJORS'];
const facts = readLockFacts();
const usual = selectedMajors(wanted);

const reader: Promise<Reader> = loadParser().then(readerWith);

// Every major, side by side: on those that are not asked for in full, only both sides of what changes there.
// Proves the harness as much as the file: what other tests believe is measured the same way.
test.concurrent.each(wanted === undefined ? ALL_MAJORS : usual)(
  'PostgreSQL %s does what lock-facts.json says',
  async (major) => {
    const sample = usual.includes(major) ? sampleOf(facts, major) : [];
    const chosen = [...new Set([...sample, ...factsAtBoundaries(facts, await reader, major)])];
    const measured = await onServer(major, (server) => remeasure(server, wanted === 'all' ? facts : chosen));
    expect(measured).not.toEqual([]);
    expect(Object.fromEntries(measured.map(({ id, actual }) => [id, actual]))).toEqual(
      Object.fromEntries(measured.map(({ id, expected }) => [id, expected])),
    );
  },
  30 * 60_000,
);

test('each change of a line is shown by a measured statement', async () => {
  const read = await reader;
  const missing = EFFECTS.flatMap((effect) =>
    boundariesOf(effect)
      .map((start) => shownOn(effect, start))
      .filter((major) => factsAtBoundaries(facts, read, major, [effect]).length === 0)
      .map((major) => `${effect.id} on ${String(major)}`),
  );
  expect(missing).toEqual([]);
}, 60_000);

async function onServer<T>(major: Major, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await startServer(major);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
