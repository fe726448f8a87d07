import { tuneEngine } from './engine';

tuneEngine();
void main();

async function main(): Promise<void> {
  const { run } = await import('./cli/run');
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    environment: process.env,
    columns: process.stdout.columns ?? 80,
    colors: process.stdout.isTTY,
    readStandardInput: () => readAll(process.stdin),
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  });
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
