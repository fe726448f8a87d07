import { loadParser } from '../../src/sql/parse';
import type { Reader } from '../analysis/our-reading';
import { readerWith } from '../analysis/our-reading';
import { EFFECTS } from '../../src/postgres/effects/effects';
import { boundariesOf, factsAtBoundaries, shownOn } from './harness/boundaries';
import { readLockFacts, sampleOf } from './harness/lock-facts';
import { ALL_MAJORS, selectedMajors } from './harness/majors';
import { remeasure } from './harness/remeasure';
import { startServer, type Server } from './harness/server';

const wanted = process.env['PGFENCE_MAJORS'];
const facts = readLockFacts();
const usual = selectedMajors(wanted);

let read: Reader;
beforeAll(async () => {
  read = readerWith(await loadParser());
});

// Every major: on those that are not asked for in full, only both sides of what changes there.
describe.each(wanted === undefined ? ALL_MAJORS : usual)('PostgreSQL %s', (major) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(major);
  });
  afterAll(() => server.stop());

  // Proves the harness as much as the file: what other tests believe is measured the same way.
  test(
    'does what lock-facts.json says',
    async () => {
      const sample = usual.includes(major) ? sampleOf(facts, major) : [];
      const chosen = [...new Set([...sample, ...factsAtBoundaries(facts, read, major)])];
      const measured = await remeasure(server, wanted === 'all' ? facts : chosen);
      expect(measured).not.toEqual([]);
      expect(Object.fromEntries(measured.map(({ id, actual }) => [id, actual]))).toEqual(
        Object.fromEntries(measured.map(({ id, expected }) => [id, expected])),
      );
    },
    15 * 60_000,
  );
});

test('each change of a line is shown by a measured statement', () => {
  const missing = EFFECTS.flatMap((effect) =>
    boundariesOf(effect)
      .map((start) => shownOn(effect, start))
      .filter((major) => factsAtBoundaries(facts, read, major, [effect]).length === 0)
      .map((major) => `${effect.id} on ${String(major)}`),
  );
  expect(missing).toEqual([]);
}, 60_000);
