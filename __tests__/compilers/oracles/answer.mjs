import { readFileSync } from 'node:fs';

/** Reads a list of programs from the standard input and writes what each sends, or why it failed. */
export async function answer(run) {
  const results = [];
  for (const source of JSON.parse(readFileSync(0, 'utf8'))) {
    try {
      results.push({ sent: await run(source) });
    } catch (error) {
      results.push({ error: error instanceof Error ? error.message : String(error) });
    }
  }
  process.stdout.write(JSON.stringify(results));
}
