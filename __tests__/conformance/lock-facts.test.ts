import { readLockFacts, sampleOf } from './harness/lock-facts';
import { selectedMajors } from './harness/majors';
import { remeasure } from './harness/remeasure';
import { startServer, type Server } from './harness/server';

const wanted = process.env['PGFENCE_MAJORS'];
const facts = readLockFacts();

describe.each(selectedMajors(wanted))('PostgreSQL %s', (major) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(major);
  });
  afterAll(() => server.stop());

  // Proves the harness as much as the file: what other tests believe is measured the same way.
  test(
    'does what lock-facts.json says',
    async () => {
      const measured = await remeasure(server, wanted === 'all' ? facts : sampleOf(facts, major));
      expect(measured).not.toEqual([]);
      expect(Object.fromEntries(measured.map(({ id, actual }) => [id, actual]))).toEqual(
        Object.fromEntries(measured.map(({ id, expected }) => [id, expected])),
      );
    },
    15 * 60_000,
  );
});
