import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { selectedMajors } from './harness/majors';
import { startServer, type Server } from './harness/server';
import { Bench } from './sequences/bench';
import { SEQUENCE } from './sequences/choices';
import { runChoices, runSequence } from './sequences/run-sequence';

/** PGFENCE_SEQUENCES: how many generated ones on each major, more in the nightly run. PGFENCE_SEED: which. What they once found is always run. */
const COUNT = Number(process.env['PGFENCE_SEQUENCES'] ?? '60');
const SEED = Number(process.env['PGFENCE_SEED'] ?? '18');

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

  if (COUNT === 0) return;
  test(
    'does what we say of generated migrations',
    async () => {
      await fc.assert(
        fc.asyncProperty(SEQUENCE, async (choices) => {
          const { mismatch, statements } = await runChoices(bench, parser, major, choices);
          expect(mismatch === null ? null : { statements, mismatch }).toBeNull();
        }),
        { numRuns: COUNT, seed: SEED, endOnFailure: false, interruptAfterTimeLimit: 6 * 3_600_000 },
      );
    },
    6 * 3_600_000,
  );
});
