import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { readLockFacts } from './harness/lock-facts';
import { selectedMajors } from './harness/majors';
import { startServer, type Server } from './harness/server';
import { Bench } from './sequences/bench';
import { SEQUENCE } from './sequences/choices';
import { CROSSING, Crossings } from './sequences/crossed';
import type { Outcome } from './sequences/run-sequence';
import { runChoices, runSequence } from './sequences/run-sequence';

/**
 * PGFENCE_SEQUENCES: how many generated ones on each major, PGFENCE_CROSSED: how many of measured statements; more in the nightly run.
 * PGFENCE_SEED: which. What they once found is always run.
 */
const COUNT = Number(process.env['PGFENCE_SEQUENCES'] ?? '60');
const CROSSED = Number(process.env['PGFENCE_CROSSED'] ?? '40');
const SEED = Number(process.env['PGFENCE_SEED'] ?? '18');

/** In milliseconds. */
const LONGEST = 6 * 3_600_000;

const folder = join(__dirname, '../../fixtures/postgres/sequences');
const found = readdirSync(folder).map((name) => [
  name.replace(/\.sql$/, ''),
  readFileSync(join(folder, name), 'utf8').trim().replace(/;$/, '').split(';\n'),
]) as readonly (readonly [string, readonly string[]])[];

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

  test.each(found)('does what we say, as it once did not: %s', async (_, statements) => {
    const { mismatch, statements: ran } = await runSequence(bench, parser, major, statements);
    expect({ at: mismatch === null ? null : ran.at(-1), mismatch }).toEqual({ at: null, mismatch: null });
  });

  async function holds<T>(
    numRuns: number,
    arbitrary: fc.Arbitrary<T>,
    run: (value: T) => Promise<Outcome>,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (value) => {
        const { mismatch, statements } = await run(value);
        expect(mismatch === null ? null : { statements, mismatch }).toBeNull();
      }),
      { numRuns, seed: SEED, endOnFailure: false, interruptAfterTimeLimit: LONGEST },
    );
  }

  // The measured facts hold for one statement on one setup each. Here each meets the setups of others.
  if (CROSSED > 0)
    test(
      'does what we say where measured statements meet the setups of others',
      async () => {
        const crossings = new Crossings(readLockFacts(), parser);
        await holds(CROSSED, CROSSING, (crossing) =>
          runSequence(bench, parser, major, crossings.statements(crossing)),
        );
      },
      LONGEST,
    );

  if (COUNT > 0)
    test(
      'does what we say of generated migrations',
      () => holds(COUNT, SEQUENCE, (choices) => runChoices(bench, parser, major, choices)),
      LONGEST,
    );
});
