import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A part of the night's work: what a change cannot wait for. */
interface Part {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
}

const root = join(__dirname, '..');
const seed = process.env['PGFENCE_SEED'] ?? String(Math.floor(Date.now() / 86_400_000));

// Every major, every measured fact, and long generated migrations that differ from night to night; the reports as people see them.
const PARTS: readonly Part[] = [
  {
    name: `PostgreSQL 11 to 18, sequences of seed ${seed}`,
    command: ['npm', 'run', '--silent', 'test:postgres'],
    environment: {
      PGFENCE_MAJORS: process.env['PGFENCE_MAJORS'] ?? 'all',
      PGFENCE_SEQUENCES: process.env['PGFENCE_SEQUENCES'] ?? '1000',
      PGFENCE_CROSSED: process.env['PGFENCE_CROSSED'] ?? '500',
      PGFENCE_SEED: seed,
    },
  },
  {
    name: `generated migrations, programs and projects of seed ${seed}`,
    command: ['npm', 'test', '--silent', '--', 'robustness'],
    environment: { PGFENCE_INPUTS: process.env['PGFENCE_INPUTS'] ?? '3000', PGFENCE_SEED: seed },
  },
  ...(hasBrowser()
    ? []
    : [
        {
          name: 'a browser',
          command: [
            'sh',
            '-c',
            'apt-get update -qq && apt-get install -qq --yes chromium fonts-noto-color-emoji',
          ],
        } as const,
      ]),
  { name: 'looks', command: ['npm', 'run', '--silent', 'looks'] },
];

main();

function main(): void {
  const failed = PARTS.filter((part) => !succeeds(part));
  console.log(`${PARTS.length - failed.length} passed, ${failed.length} failed`);
  for (const { name } of failed) console.log(`failed: ${name}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function hasBrowser(): boolean {
  return spawnSync(process.env['CHROMIUM'] ?? 'chromium', ['--version']).error === undefined;
}

function succeeds({ name, command, environment }: Part): boolean {
  const started = Date.now();
  console.log(`== ${name}`);
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  console.log(
    `-- ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  return status === 0;
}
