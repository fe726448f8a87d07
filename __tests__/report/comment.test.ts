import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMENT_BUDGET, SUMMARY_BUDGET } from '../../src/github/renderings';
import { type Size, SIZES } from '../../src/report/markdown/document';
import { COMMENT_STATES } from './comment-states';
import { type Proposal, type Reviewed, reviewed } from './reviewed';

const folder = join(__dirname, '../../fixtures/comments');

/** The whole text, as the file has it. `UPDATE=1` writes the file: look at `npm run looks` before you believe it. */
function expectText(name: string, text: string): void {
  const file = join(folder, `${name}.md`);
  if (process.env['UPDATE'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe.each(COMMENT_STATES)('$name', ({ name, proposal, progress }) => {
  let artifacts: Reviewed['artifacts'];
  beforeAll(async () => ({ artifacts } = await reviewed(proposal)));

  test('the comment', () => {
    expectText(name, artifacts.comment(progress)[0]?.() ?? '');
  });

  test('the summary says the same, and nothing of a comment', () => {
    const comment = artifacts.comment(undefined)[0]?.() ?? '';
    const summary = artifacts.summary[0]?.() ?? '';
    if (proposal.change['README.md'] === undefined)
      expect(summary).toBe(comment.replace(' · this comment is updated in place', ''));
    else
      expect(summary).toBe(
        'pgfence found no migration among the changed files (looked for the layouts of migration tools).\n',
      );
  });

  test('a headline of at most 12 words and no lock mode; at most 10 rows before the first fold', () => {
    const comment = artifacts.comment(progress)[0]?.() ?? '';
    const [headline = ''] = comment.split('\n');
    const words = headline.replace(/^## \S+ /, '').split(' ');
    expect(words.length).toBeLessThanOrEqual(12);
    expect(headline).not.toMatch(/ACCESS|SHARE|EXCLUSIVE/);
    const [open = ''] = comment.split('<details>');
    expect(open.match(/^\| [^R:]/gm)?.length ?? 0).toBeLessThanOrEqual(10);
  });
});

test('every file of the folder is the comment of a state', () => {
  expect(readdirSync(folder).sort()).toEqual(COMMENT_STATES.map(({ name }) => `${name}.md`).sort());
});

const indexes = (count: number, files: number): Proposal['change'] =>
  Object.fromEntries(
    Array.from({ length: files }, (_, file) => [
      `migrations/${String(file + 2).padStart(4, '0')}_indexes.sql`,
      Array.from(
        { length: count },
        (_index, index) =>
          `CREATE INDEX orders_${String(file)}_${String(index)}_idx ON orders (status);\nSELECT 1;\n`,
      ).join(''),
    ]),
  );

const ORDERS = {
  'migrations/0001_orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, status text);\n',
};

describe('sizes', () => {
  test.each<readonly [number, number, Size]>([
    [20, 5, 'full'],
    [35, 4, 'without safe statements'],
    [25, 7, 'top twenty'],
  ])('%i statements in each of %i files: the first that fits', async (count, files, step: Size) => {
    const { artifacts } = await reviewed({
      base: ORDERS,
      change: indexes(count, files),
      rules: ['create-index-not-concurrent'],
    });
    const texts = artifacts.comment(undefined).map((render) => render());
    expect(texts.findIndex((text) => text.length <= COMMENT_BUDGET)).toBe(SIZES.indexOf(step));
    expect(texts.at(-1)?.length).toBeLessThan(1000);
    expect(Buffer.byteLength(artifacts.summary.at(-1)?.() ?? '')).toBeLessThan(SUMMARY_BUDGET);
    // Whole blocks are left out: what is opened is closed, and every table row is whole.
    for (const text of texts) {
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
      expect(text.match(/^\|.*[^|\n]$/gm)).toBeNull();
    }
  });
});

test('the drawing of a transaction fits 60 columns', async () => {
  const { artifacts } = await reviewed({
    base: {
      'migrations/0001.sql': [1, 2, 3, 4]
        .map((n) => `CREATE TABLE a_table_with_a_long_name_${String(n)} (id bigint, status text);\n`)
        .join(''),
    },
    change: {
      'migrations/0002.sql': `BEGIN;\n${[1, 2, 3, 4]
        .map((n) => `ALTER TABLE a_table_with_a_long_name_${String(n)} ALTER id TYPE text;\n`)
        .join('')}COMMIT;\n`,
    },
  });
  const drawing = /```text\n([\s\S]*?)```/.exec(artifacts.comment(undefined)[0]?.() ?? '')?.[1] ?? '';
  expect(drawing).toContain('and 1 more table');
  expect(drawing.split('\n').filter((line) => [...line].length > 60)).toEqual([]);
});
