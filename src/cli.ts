import { once } from 'node:events';
import { useCompiledCode } from './cli/compiled-code';
import { hasFirstFlags, tuneEngine } from './engine';

/** The build puts a digest of the bundle's scripts in its place. */
const BUNDLE = 'none: run from source';

tuneEngine();
let isReaderGone = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  isReaderGone = true;
});

void main();

async function main(): Promise<void> {
  const isAnalysis = process.argv[2] === 'analyze' && !BUNDLE.startsWith('none');
  const compiled = isAnalysis ? useCompiledCode(BUNDLE, process.env) : undefined;
  const { run } = await import('./cli/run');
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    environment: process.env,
    columns: process.stdout.columns ?? 80,
    colors: process.stdout.isTTY,
    readStandardInput: () => readAll(process.stdin),
    out: write,
    error: (text) => process.stderr.write(text),
  });
  if (hasFirstFlags()) compiled?.keep();
}

/** Waits for a slow reader, so that a long text is not kept in memory; tells nothing to one that has gone (`| head`). */
async function write(text: string): Promise<void> {
  if (isReaderGone || process.stdout.write(text)) return;
  await once(process.stdout, 'drain').catch(() => undefined);
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
