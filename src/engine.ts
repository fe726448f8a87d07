import { setFlagsFromString } from 'node:v8';

/** The parser's module is compiled once, by the quick compiler, and never again: a third of the time, a tenth of the memory. */
const PARSER_FLAGS = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/** The heap grows by little steps: a quarter (Node 20) to a half (24) less memory in a long run, for a fifth more time. */
const HEAP_FLAGS = ['--optimize-for-size'];

/**
 * V8 optimizes late. A run is over before its optimizing compiler has earned what it costs, which is half of the processor time on
 * Node 20. Node 24 waits long enough by itself, and no longer knows the flag.
 */
export function optimizeLate(): void {
  if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--interrupt-budget=1000000');
}

/** Sets V8 up for a run of this program; before the parser is loaded. */
export function tuneEngine(): void {
  for (const flag of [...PARSER_FLAGS, ...HEAP_FLAGS]) setFlagsFromString(flag);
  optimizeLate();
}
