import { markdown } from '../../src/report/markdown';
import type { MarkdownContext } from '../../src/report/markdown/context';
import { shownJson } from '../../src/report/markdown/shown-json';
import { COMMENT_STATES } from './comment-states';
import { type Proposal, reviewed } from './reviewed';

const CONTEXT: MarkdownContext = {
  ruleUrl: (rule) => `https://example.com/${rule}`,
  ruleTitle: (rule) => `about ${rule}`,
  isAboutLocks: () => true,
  lineUrl: () => null,
  commit: null,
  run: null,
  updated: true,
  resolved: 0,
  noDiff: null,
  gates: true,
};

const KNEX: Proposal = {
  base: { 'package.json': '{"dependencies":{"knex":"3"}}', 'knexfile.js': 'module.exports = {};' },
  change: {
    'migrations/20260101000000_index.js':
      "exports.up = (knex) => knex.raw('CREATE INDEX orders_status_idx ON orders (status)');\n",
  },
};

async function published(proposal: Proposal): Promise<{ readonly own: string; readonly read: string }> {
  const { report, artifacts } = await reviewed(proposal);
  const shown = shownJson(JSON.parse(artifacts.json));
  if (typeof shown === 'string') throw new Error(shown);
  return { own: markdown(report, CONTEXT), read: markdown(shown, CONTEXT) };
}

test.each(COMMENT_STATES)('$name: the JSON report has all that the comment shows', async ({ proposal }) => {
  const { own, read } = await published(proposal);
  expect(read).toBe(own);
});

test('and the safe way as the users of the tool would write it', async () => {
  const { own, read } = await published(KNEX);
  expect(own).toContain('```js');
  expect(read).toBe(own);
});

describe("a stranger's report", () => {
  const withWindows = async (windows: unknown): Promise<string> => {
    const { artifacts } = await reviewed({ change: { 'migrations/1.sql': 'SELECT 1;\nSELECT 2;\n' } });
    const shown = shownJson({ ...(JSON.parse(artifacts.json) as object), windows });
    return typeof shown === 'string' ? shown : markdown(shown, CONTEXT);
  };
  const lock = { relation: 'public.orders', kind: 'table', mode: 'SHARE', certainty: 'certain', from: 0 };
  const work = { relation: 'public.orders', work: 'scan', at: 1 };
  const statements = [0, 1].map((statement) => ({ migration: 0, statement }));

  test('has its windows drawn', async () => {
    const drawn = await withWindows([{ statements, locks: [lock], work: [work] }]);
    expect(drawn).toContain('<code>1.sql</code> is one transaction: ');
    const assumed = await withWindows([{ assumed: true, statements, locks: [lock], work: [work] }]);
    expect(assumed).toContain('<code>1.sql</code> is taken for one transaction: ');
    expect(drawn).toContain('line  orders\n   1  ░░░     SELECT 1\n   2  ░░░     ← scan: SELECT 2');
  });

  test('draws nothing where it makes no sense', async () => {
    const plain = await withWindows([]);
    const elsewhere = [{ migration: 7, statement: 0 }, ...statements];
    expect(await withWindows([{ statements: elsewhere, locks: [lock], work: [work] }])).toBe(plain);
    const none = { ...lock, mode: 'NONE' };
    expect(await withWindows([{ statements, locks: [none], work: [work] }])).toBe(plain);
    expect(await withWindows([{ statements, locks: [{ ...lock, from: -1 }], work: [] }])).toBe(
      'windows.0.locks.0.from: Invalid value: Expected >=0 but received -1',
    );
  });

  test('names nothing that ends the drawing', async () => {
    const relation = 'public.a\n```\n# heading';
    const drawn = await withWindows([{ statements, locks: [{ ...lock, relation }], work: [work] }]);
    expect(drawn).not.toMatch(/^# heading/m);
    expect(drawn.match(/^`{3,}text$/gm)).toEqual(['````text']);
  });
});
