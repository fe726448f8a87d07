import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { copiedProgram, NODES } from './copied-program';

const folder = copiedProgram();

describe.each(NODES)('without node_modules, on %s', (node) => {
  test('the command line analyses the example', () => {
    expect(analyze(node)).toContain('create-index-not-concurrent');
  });

  test('V8 knows every flag that it is given', () => {
    expect(run(node).stderr).toBe('');
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
  const args = [...options, join(folder, 'dist/cli/index.js'), 'analyze', 'fixtures/migrations/example'];
  return spawnSync(node, args, { cwd: folder, encoding: 'utf8' });
}
