import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { tuneEngine } from './engine';

tuneEngine();
void main();

async function main(): Promise<void> {
  const { run } = await import('./action/run');
  process.exitCode = await run({
    environment: process.env,
    print: (text) => process.stdout.write(text),
    wait: (milliseconds) => setTimeout(milliseconds),
    now: () => new Date(),
    random: () => randomBytes(16).toString('hex'),
  });
}
