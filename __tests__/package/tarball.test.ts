import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import manifest from '../../package.json';

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'pgfence-package-'));

beforeAll(() => {
  const [packed] = JSON.parse(run('npm', 'pack', root, '--json', '--ignore-scripts')) as {
    filename: string;
  }[];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  run(
    'npm',
    'install',
    '--offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `./${packed?.filename ?? ''}`,
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('installs nothing else', () => {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: object };
  expect(Object.keys(lock.packages)).toEqual(['', `node_modules/${manifest.name}`]);
});

test('has a command', () => {
  expect(run('npx', '--no-install', 'pgfence', '--version').trim()).toBe(manifest.version);
});

test('can be imported as CommonJS and as a module', () => {
  const print = 'console.log(typeof pgfence)';
  expect(run(process.execPath, '-e', `const pgfence = require('${manifest.name}'); ${print}`)).toBe(
    'object\n',
  );
  const script = `import * as pgfence from '${manifest.name}'; ${print}`;
  expect(run(process.execPath, '--input-type=module', '-e', script)).toBe('object\n');
});

test.each(['node16', 'bundler'])('has types that are complete for moduleResolution %s', (resolution) => {
  const module = resolution === 'bundler' ? 'esnext' : resolution;
  writeFileSync(
    join(folder, 'use.ts'),
    `import * as pgfence from '${manifest.name}';\nexport default pgfence;\n`,
  );
  const options = [
    '--strict',
    '--noEmit',
    '--target',
    'es2022',
    '--module',
    module,
    '--moduleResolution',
    resolution,
  ];
  expect(run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts')).toBe('');
});

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
