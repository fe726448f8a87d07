import fc from 'fast-check';
import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { readLockFacts } from './harness/lock-facts';
import { selectedMajors } from './harness/majors';
import { startServer, type Server } from './harness/server';
import { Bench } from './sequences/bench';
import { CROSSING, Crossings } from './sequences/crossed';
import { runSequence } from './sequences/run-sequence';

/** PGFENCE_CROSSED: how many sequences on each major, more in the nightly run. PGFENCE_SEED: which. */
const COUNT = Number(process.env['PGFENCE_CROSSED'] ?? '40');
const SEED = Number(process.env['PGFENCE_SEED'] ?? '18');

// The measured facts hold for the one statement on the one setup. What they share in is tried here: each on the setups of others.
describe.each(selectedMajors(process.env['PGFENCE_MAJORS']))('PostgreSQL %s', (major) => {
  let server: Server;
  let bench: Bench;
  let parser: Parser;
  beforeAll(async () => {
    parser = await loadParser();
    server = await startServer(major);
    bench = await Bench.on(server);
  });
  afterAll(async () => {
    await bench.close();
    await server.stop();
  });

  test('does what we say where measured statements meet the setups of others', async () => {
    const crossings = new Crossings(readLockFacts(), parser);
    await fc.assert(
      fc.asyncProperty(CROSSING, async (crossing) => {
        const sources = crossings.statements(crossing);
        const { mismatch, statements } = await runSequence(bench, parser, major, sources);
        expect(mismatch === null ? null : { statements, mismatch }).toBeNull();
      }),
      { numRuns: COUNT, seed: SEED, endOnFailure: false, interruptAfterTimeLimit: 3_600_000 },
    );
  }, 3_600_000);
});
