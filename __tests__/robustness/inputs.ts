import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Result } from '../cli/run-cli';
import { runIn } from '../cli/run-cli';

const COUNT = Number(process.env['PGFENCE_INPUTS'] ?? '6');

/** PGFENCE_INPUTS: how many generated inputs each test reads, more in the nightly run. PGFENCE_SEED: which. */
export const RUNS = { numRuns: COUNT, seed: Number(process.env['PGFENCE_SEED'] ?? '18') };

/** The longest that a test of so many inputs may take, in milliseconds. */
export const LONGEST = 120_000 + COUNT * 5_000;

/** No input of this size takes longer, on a machine that is busy, in milliseconds. */
const SLOW = 20_000;

/** The files of a project by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs a command on files in a folder of their own. What is wrong is thrown together with all that it was about. */
export async function read(
  files: Files,
  args: readonly string[],
  isFine: (result: Result) => boolean,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pgfence-input-'));
  const started = performance.now();
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const result = await runIn(folder, args);
    if (!isFine(result)) throw new Error(`ends with ${String(result.status)} ${result.error}`);
    if (performance.now() - started > SLOW) throw new Error('takes too long');
  } catch (error) {
    throw new Error(`pgfence ${args.join(' ')}\n${printed(files)}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printed(files: Files): string {
  return Object.entries(files)
    .map(
      ([name, content]) =>
        `== ${name}\n${typeof content === 'string' ? content : JSON.stringify([...content])}`,
    )
    .join('\n');
}
