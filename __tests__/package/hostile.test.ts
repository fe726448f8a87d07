import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'pgfence-large-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a megabyte of rows is read', () => {
  const row = 'INSERT INTO users (id) VALUES (1);\n';
  const count = Math.floor((1024 * 1024) / row.length);
  writeFileSync(join(folder, '001.sql'), row.repeat(count));
  const bundle = resolve(__dirname, '../../dist/cli/index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, 'analyze', '001.sql'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`1 migration, ${count.toLocaleString('en')} statements: `);
});
