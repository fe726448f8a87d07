import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';

/** The parser's module is compiled once, by the quick compiler, and never again: a third of the time, a tenth of the memory. */
const PARSER_FLAGS = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/** V8 of Node 20. That of 24 takes twice the memory with what is best here, and no longer knows all of it. */
const IS_OLD = Number(process.versions.node.split('.')[0]) < 22;

/** The nursery keeps its size, or doubles when much of it survives. V8 by itself would let it take 32 MB. */
const NURSERY_KEEPS = IS_OLD ? ['--semi-space-growth-factor=1'] : [];
const NURSERY_GROWS = IS_OLD ? ['--semi-space-growth-factor=2'] : [];

/** In bytes. With a nursery as small as it starts, a long history takes a sixteenth more time. */
const LARGE_NURSERY = 4_000_000;

/** The heap grows by little steps: on Node 24 half of the memory in a long run, for two fifths more time. */
const HEAP_FLAG = IS_OLD ? '--heap-growing-percent=20' : '--optimize-for-size';

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
  setFlags(...PARSER_FLAGS, ...NURSERY_KEEPS);
  optimizeLate();
}

/** Work that a long run does again and again. Before each time, a heap that has become large is set up for a long run. */
export function sparingMemory<T>(work: () => T): () => T {
  return () => {
    if (run === 'short' && getHeapStatistics().total_heap_size > LARGE_HEAP) {
      setFlags(HEAP_FLAG, ...NURSERY_GROWS);
      run = 'growing';
    } else if (run === 'growing' && nurserySize() >= LARGE_NURSERY) {
      setFlags(...NURSERY_KEEPS);
      run = 'long';
    }
    return work();
  };
}

/** Whether the flags are still those of the start: code that is compiled with others is of no use to the next run. */
export function hasFirstFlags(): boolean {
  return run === 'short';
}

let run: 'short' | 'growing' | 'long' = 'short';

function setFlags(...flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(flag);
}

function nurserySize(): number {
  return (
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? Infinity
  );
}
