// Parses every file named on standard input, one path a line, and nothing else: what pgfence is measured against.
const { readFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
  setFlagsFromString(flag);

main();

async function main() {
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  for (const path of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
    try {
      parseSync(readFileSync(path, 'utf8'));
    } catch {
      // A file that does not parse costs what it costs.
    }
  }
}
