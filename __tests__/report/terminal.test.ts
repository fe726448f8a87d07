import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { terminal } from '../../src/report/terminal';
import type { Folder } from '../cli/run-cli';
import { folderWith } from '../cli/run-cli';
import { type Proposal, reviewed } from './reviewed';

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

describe('where nothing of what is found fails', () => {
  const index = 'CREATE INDEX orders_status_idx ON orders (status);\n';
  const text = async (proposal: Proposal): Promise<readonly string[]> => {
    const { report } = await reviewed({ rules: ['create-index-not-concurrent'], ...proposal });
    const context = { ruleUrl: String, columns: 120, quiet: false, colors: createColors(false) };
    return terminal(report, context).split('\n');
  };

  test('because nobody knows what changed, the first line says so', async () => {
    const lines = await text({
      change: { 'migrations/1.sql': index },
      noDiff: 'diff not available: the list of changed files was refused',
    });
    expect(lines[0]).toBe(
      'All files, not only the changed ones: diff not available: the list of changed files was refused',
    );
    expect(lines.slice(-5)[0]).toBe('✓ nothing fails, with 1 finding at or above high');
  });

  test('because it stood there before, the verdict does not deny it', async () => {
    const lines = await text({
      base: { 'migrations/1.sql': `${index}SELECT 1;\n` },
      change: { 'migrations/1.sql': `${index}SELECT 2;\n` },
    });
    expect(lines[0]).toMatch(/^migrations\/1\.sql /);
    expect(lines.slice(-5)[0]).toBe('✓ nothing fails, with 1 finding at or above high');
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
