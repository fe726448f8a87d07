import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** The parser's module is compiled once, by the quick compiler, and never again: a third of the time, a tenth of the memory. */
const PARSER_FLAGS = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/** V8 of Node 20. That of 24 takes twice the memory with what is best here, and no longer knows all of it. */
const IS_OLD = Number(process.versions.node.split('.')[0]) < 22;

/** The nursery stays as small as it starts. That and the heap's little steps: a third less memory in a long run, for a tenth more time. */
const NURSERY_FLAGS = IS_OLD ? ['--semi-space-growth-factor=1'] : [];

/** The heap grows by little steps: on Node 24 half of the memory in a long run, for two fifths more time. */
const HEAP_FLAG = IS_OLD ? '--heap-growing-percent=30' : '--optimize-for-size';

/** In bytes: a run whose heap stays smaller is over before its memory matters, and a tenth to a fifth sooner. */
const LARGE_HEAP = 30_000_000;

/**
 * V8 optimizes late. A run is over before its optimizing compiler has earned what it costs, which is half of the processor time on
 * Node 20. Node 24 waits long enough by itself, and no longer knows the flag.
 */
export function optimizeLate(): void {
  if (IS_OLD) setFlagsFromString('--interrupt-budget=1000000');
}

/** Sets V8 up for a run of this program; before the parser is loaded. */
export function tuneEngine(): void {
  for (const flag of [...PARSER_FLAGS, ...NURSERY_FLAGS]) setFlagsFromString(flag);
  optimizeLate();
}

/** Work that a long run does again and again. Before each time, a heap that has become large is told to grow by little steps. */
export function sparingMemory<T>(work: () => T): () => T {
  return () => {
    if (!isSparing && getHeapStatistics().total_heap_size > LARGE_HEAP) {
      setFlagsFromString(HEAP_FLAG);
      isSparing = true;
    }
    return work();
  };
}

/** Whether the flags are still those of the start: code that is compiled with others is of no use to the next run. */
export function hasFirstFlags(): boolean {
  return !isSparing;
}

let isSparing = false;
