import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** One program that is timed on a list of files. */
interface Contender {
  readonly name: string;
  command(
    files: readonly string[],
    folder: string,
  ): { readonly args: readonly string[]; readonly input?: string; readonly cwd?: string };
}

/** The least of several runs: wall time in milliseconds, and the peak of resident memory in megabytes. */
interface Measured {
  readonly wall: number;
  readonly memory: number;
}

const root = resolve(__dirname, '..');
const LONGEST_HISTORY = 4000;
const ROUNDS = Number(process.env['ROUNDS']) || 7;
const squawk = join(root, '__tests__/bench/node_modules/.bin/squawk');

/** The ratios that are aimed at, by the number of files and the program they are measured against. */
const AIMS: Readonly<Record<string, number>> = {
  '1 bare Node': 2.2,
  '2000 parse only': 2,
  '2000 squawk from npm': 1.1,
  '0 parse only': 2.2,
};

const bareNode: Contender = { name: 'bare Node', command: () => ({ args: [process.execPath, '-e', '0'] }) };
const parseOnly: Contender = {
  name: 'parse only',
  command: (files) => ({
    args: [process.execPath, join(root, 'scripts/bench/parse-only.js')],
    input: files.join('\n'),
  }),
};
const pgfence: Contender = {
  name: 'pgfence',
  command: (_, folder) => ({
    args: [process.execPath, join(root, 'dist/cli/index.js'), 'analyze', '**/*.sql', '--output', 'json'],
    cwd: folder,
  }),
};
const squawkFromNpm: Contender = {
  name: 'squawk from npm',
  command: (files) => ({ args: [process.execPath, squawk, '--reporter', 'Json', ...files] }),
};

main(process.argv[2]);

/** Prints wall time and memory for 1, 100 and 2,000 files of a folder, and the ratios that are aimed at. */
function main(folder: string | undefined): void {
  if (folder === undefined) {
    console.error('usage: npm run bench -- FOLDER   (a folder of SQL migrations)');
    process.exitCode = 2;
    return;
  }
  const files = sqlFiles(resolve(folder));
  console.log(`Node ${process.version}, ${files.length} SQL files in ${folder}, least of ${ROUNDS} runs\n`);
  for (const size of [1, 100, 2000]) {
    if (files.length >= size) compare(files, size, resolve(folder));
    else console.log(`${size} files: skipped, the folder has ${files.length}`);
  }
  compare(files.slice(0, LONGEST_HISTORY), 0, resolve(folder));
}

/** `size` 0: one file, judged with all the others as its history. */
function compare(files: readonly string[], size: number, from: string): void {
  const chosen = size === 0 ? files : size === 1 ? withHistory(files) : files.slice(0, size);
  const folder = mkdtempSync(join(tmpdir(), 'pgfence-bench-'));
  const copied = chosen.map((file, index) => {
    // Many files lie as they do in the folder, so that each belongs to its own sequence; a history is one sequence.
    const name = size <= 1 ? `${String(index + 1).padStart(5, '0')}.sql` : relative(from, file);
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, readFileSync(file));
    return path;
  });
  const last = copied[copied.length - 1] ?? '';
  const judged = size === 1 ? [last] : copied;
  const ours: Contender =
    size <= 1
      ? {
          ...pgfence,
          command: (names) => ({
            ...pgfence.command(names, folder),
            args: [process.execPath, join(root, 'dist/cli/index.js'), 'analyze', last, '--output', 'json'],
          }),
        }
      : pgfence;
  const others = size > 0 && existsSync(squawk) ? [squawkFromNpm] : [];
  const contenders = [bareNode, parseOnly, ours, ...others];
  const results = new Map<string, Measured>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const contender of contenders) {
      const measured = run(contender, judged, folder);
      const known = results.get(contender.name);
      results.set(contender.name, {
        wall: Math.min(measured.wall, known?.wall ?? Infinity),
        memory: Math.min(measured.memory, known?.memory ?? Infinity),
      });
    }
  }
  rmSync(folder, { recursive: true });
  print(size, results);
}

function print(size: number, results: ReadonlyMap<string, Measured>): void {
  console.log(titleOf(size));
  const own = results.get('pgfence');
  for (const [name, { wall, memory }] of results) {
    const ratio =
      own === undefined || name === 'pgfence'
        ? ''
        : `   pgfence takes ${inRatio(own.wall / wall, size, name)}`;
    console.log(
      `  ${name.padEnd(16)} ${wall.toFixed(0).padStart(6)} ms ${memory.toFixed(0).padStart(5)} MB${ratio}`,
    );
  }
  if (!existsSync(squawk))
    console.log('  squawk from npm  skipped: npm install --prefix __tests__/bench --no-package-lock');
  console.log('');
}

function run(contender: Contender, files: readonly string[], folder: string): Measured {
  const { args, input, cwd } = contender.command(files, folder);
  const started = process.hrtime.bigint();
  const result = spawnSync('/usr/bin/time', ['-f', '%M', '-o', join(folder, '.memory'), ...args], {
    ...(input === undefined ? {} : { input }),
    cwd: cwd ?? root,
    maxBuffer: 1 << 30,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (result.error !== undefined) throw result.error;
  const lines = readFileSync(join(folder, '.memory'), 'utf8').trim().split('\n');
  return { wall, memory: Number(lines[lines.length - 1]) / 1024 };
}

function titleOf(size: number): string {
  if (size === 0) return '1 file with all others as its history; parse only reads them all';
  return size === 1 ? '1 file with a history of ten' : `${size} files`;
}

function inRatio(ratio: number, size: number, name: string): string {
  const aim = AIMS[`${size} ${name}`];
  const told = aim === undefined ? '' : ratio <= aim ? ` (aim ${aim}: met)` : ` (aim ${aim}: MISSED)`;
  return `${ratio.toFixed(2)} ×${told}`;
}

/** One file and the ten before it. */
function withHistory(files: readonly string[]): readonly string[] {
  return files.slice(0, 11);
}

function sqlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql') && !/(^|[._/-])down[._-]|down\.sql$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}
