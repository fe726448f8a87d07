import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { copiedProgram, NODES } from './copied-program';

const folder = copiedProgram();

describe.each(NODES)('what V8 compiled, on %s', (node) => {
  let cache: string;
  let expected: string;
  beforeEach(() => {
    cache = mkdtempSync(join(folder, 'cache-'));
    expected = analyze(node, { NODE_DISABLE_COMPILE_CACHE: '1' });
  });

  test('is kept for the next runs, where nobody else can read it', () => {
    expect(analyze(node, { XDG_CACHE_HOME: cache })).toBe(expected);
    const first = filesIn(cache);
    expect(first.length).toBeGreaterThan(2);
    expect(statSync(join(cache, 'pgfence')).mode & 0o777).toBe(0o700);
    expect(analyze(node, { XDG_CACHE_HOME: cache })).toBe(expected);
    expect(filesIn(cache).map(({ path }) => path)).toEqual(first.map(({ path }) => path));
  });

  test('is added to by the first runs, and then left as it is', () => {
    for (let run = 0; run < 4; run += 1) analyze(node, { XDG_CACHE_HOME: cache });
    const full = filesIn(cache);
    expect(analyze(node, { XDG_CACHE_HOME: cache })).toBe(expected);
    expect(filesIn(cache)).toEqual(full);
  });

  test('is compiled again where it is damaged', () => {
    analyze(node, { XDG_CACHE_HOME: cache });
    const sound = filesIn(cache);
    for (const [index, { path }] of sound.entries()) {
      const content = readFileSync(path);
      if (index === 0) writeFileSync(path, content.subarray(0, 1000));
      else writeFileSync(path, content.fill(0xff, content.length >> 1, (content.length >> 1) + 100));
    }
    expect(analyze(node, { XDG_CACHE_HOME: cache })).toBe(expected);
    expect(filesIn(cache).map(({ path }) => path)).toEqual(sound.map(({ path }) => path));
    expect(analyze(node, { XDG_CACHE_HOME: cache })).toBe(expected);
  });

  test('is not asked for where the program is named without its ending', () => {
    expect(analyze(node, { XDG_CACHE_HOME: cache }, 'dist/cli/index')).toBe(expected);
    expect(filesIn(cache)).toEqual([]);
  });

  test('is left where others can write', () => {
    mkdirSync(join(cache, 'pgfence'));
    chmodSync(join(cache, 'pgfence'), 0o777);
    expect(analyze(node, { XDG_CACHE_HOME: cache })).toBe(expected);
    expect(filesIn(cache)).toEqual([]);
  });

  test('is not kept in CI, nor where the user or the system does not let it', () => {
    for (const more of [{ CI: 'true' }, { NODE_DISABLE_COMPILE_CACHE: '1' }])
      expect(analyze(node, { XDG_CACHE_HOME: cache, ...more })).toBe(expected);
    expect(filesIn(cache)).toEqual([]);
    expect(analyze(node, { XDG_CACHE_HOME: '/dev/null' })).toBe(expected);
  });
});

/** Findings make the exit status 1: the output is what counts. */
function analyze(node: string, environment: Record<string, string>, program = 'dist/cli/index.js'): string {
  const args = [join(folder, program), 'analyze', 'fixtures/migrations/example'];
  const { status, stdout, stderr } = spawnSync(node, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...environment },
  });
  if (status !== 1 || stderr !== '') throw new Error(`exit status ${String(status)}: ${stderr}`);
  return stdout;
}

interface Kept {
  readonly path: string;
  readonly written: number;
}

function filesIn(cache: string): readonly Kept[] {
  const own = join(cache, 'pgfence');
  if (!existsSync(own)) return [];
  return readdirSync(own)
    .sort()
    .map((name) => ({ path: join(own, name), written: statSync(join(own, name)).mtimeMs }));
}
