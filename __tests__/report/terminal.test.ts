import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from '../cli/run-cli';
import { folderWith } from '../cli/run-cli';

/**
 * Whole reports as files that can be looked at: `cat fixtures/reports/shop/80-color.txt`. They pin the looks; few rules speak in them,
 * so that a new rule changes nothing here. After a wanted change run the test with UPDATE_REPORTS=1 and look at what changed.
 */
const FIXTURES = join(__dirname, '../../fixtures');
const RULES = ['--rules', 'create-index-not-concurrent,missing-lock-timeout,unread-sql,syntax-error'];

const cases = [
  { name: 'example', from: 'migrations/example', to: 'example' },
  { name: 'shop', from: 'reports/shop/files', to: '.' },
];

describe.each(cases)('$name', ({ name, from, to }) => {
  const folder = folderWith({});
  cpSync(join(FIXTURES, from), join(folder.path, to), { recursive: true });

  test.each([80, 120])('at %i columns', async (columns) => {
    const plain = await reportOf(folder, to, columns, { NO_COLOR: '1', FORCE_COLOR: '1' });
    const painted = await reportOf(folder, to, columns, { FORCE_COLOR: '1' });
    expect(unpainted(painted)).toBe(plain);
    check(`${name}/${columns}.txt`, plain);
    check(`${name}/${columns}-color.txt`, painted);
  });
});

async function reportOf(
  folder: Folder,
  path: string,
  columns: number,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { out, error } = await folder.pgfence(['analyze', path, ...RULES], { environment, columns });
  expect(error).toBe('');
  return out.replace(/pgfence \d\S*/, 'pgfence <version>');
}

function check(name: string, text: string): void {
  const path = join(FIXTURES, 'reports', name);
  if (process.env['UPDATE_REPORTS'] === '1') writeFileSync(path, text);
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
}

const ESCAPE = String.fromCharCode(27);

function unpainted(text: string): string {
  return text
    .split(ESCAPE)
    .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/, '')))
    .join('');
}
