import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { copiedProgram, NODES } from './copied-program';

const folder = copiedProgram();

const ANALYSIS = [join(folder, 'dist/cli/index.js'), 'analyze', 'fixtures/migrations/example'];

describe.each(NODES)('without node_modules, on %s', (node) => {
  test('the command line analyses the example', () => {
    expect(analyze(node)).toContain('create-index-not-concurrent');
  });

  test('V8 knows every flag that it is given', () => {
    expect(run(node).stderr).toBe('');
  });

  test('a reader that has gone changes nothing but what is read', () => {
    const script = '"$0" "$@" | true; exit "${PIPESTATUS[0]}"';
    const { status, stderr } = spawnSync('bash', ['-c', script, node, ...ANALYSIS], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  test('V8 is told how to compile the parser before it is loaded', () => {
    const trace = join(__dirname, 'trace-parser.js');
    const events = analyze(node, '--require', trace)
      .split('\n')
      .filter((line) => line.startsWith('trace: '));
    const loaded = events.findIndex((event) => event === 'trace: wasm');
    expect(events.slice(0, loaded)).toEqual(
      expect.arrayContaining([
        'trace: --liftoff-only',
        'trace: --no-wasm-dynamic-tiering',
        'trace: --no-wasm-tier-up',
      ]),
    );
  });
});

/** Findings make the exit status 1: the output is what counts. */
function analyze(node: string, ...options: string[]): string {
  const { status, stdout, stderr } = run(node, ...options);
  if (status !== 1) throw new Error(`exit status ${String(status)}: ${stderr}`);
  return stdout;
}

function run(node: string, ...options: string[]): SpawnSyncReturns<string> {
  return spawnSync(node, [...options, ...ANALYSIS], { cwd: folder, encoding: 'utf8' });
}
