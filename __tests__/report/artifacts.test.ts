import type { Event } from '../../src/github/event';
import { json, jsonReport } from '../../src/report/json';
import { HEAD, type Proposal, reviewed } from './reviewed';

const DYNAMIC = "DO $$ BEGIN EXECUTE current_setting('app.sql'); END $$;\n";
const PUSH: Event = {
  kind: 'push',
  ref: 'refs/heads/main',
  before: HEAD,
  after: HEAD,
  defaultBranch: 'main',
  toDefaultBranch: true,
};

/** What a gap does: the level of its annotation, that of its alert, and the gate. */
async function gap(proposal: Proposal): Promise<readonly (string | undefined)[]> {
  const { artifacts } = await reviewed({ rules: [], ...proposal });
  const { runs } = JSON.parse(artifacts.sarif) as { runs: { results: { level: string }[] }[] };
  return [
    artifacts.annotations[0]?.level,
    runs[0]?.results[0]?.level,
    artifacts.gate.conclusion,
    artifacts.gate.message,
  ];
}

describe('SQL that could not be read', () => {
  const change = { 'migrations/1.sql': DYNAMIC };
  const inputs = { 'fail-on-gaps': 'true' };

  test('is a notice', async () => {
    expect(await gap({ change })).toEqual(['notice', 'note', 'success', '']);
  });

  test('is an error and fails where it is asked to', async () => {
    expect(await gap({ change, inputs })).toEqual(['error', 'error', 'failure', '1 statement was not read']);
  });

  test('is no error where it stood before, or where nothing is known of what changed', async () => {
    const base = { 'migrations/1.sql': `${DYNAMIC}SELECT 1;\n` };
    const edit = { 'migrations/1.sql': `${DYNAMIC}SELECT 2;\n` };
    expect(await gap({ base, change: edit, inputs })).toEqual(['notice', 'note', 'success', '']);
    expect(await gap({ change, inputs, noDiff: 'diff not available: it was refused' })).toEqual([
      'notice',
      'note',
      'neutral',
      '',
    ]);
  });

  test('is no alert of the default branch, and never fails there', async () => {
    expect(await gap({ change, inputs, event: PUSH })).toEqual(['notice', undefined, 'success', '']);
  });
});

test('a suggestion says what it is for, and does nothing else', async () => {
  const { artifacts } = await reviewed({
    base: {
      'pgfence.config.json': '{"transaction": "none"}',
      'migrations/1.sql': 'CREATE TABLE "@ada <img src=x> #1" (id bigint, status text);\n',
    },
    change: { 'migrations/2.sql': 'CREATE INDEX orders_idx ON "@ada <img src=x> #1" (status);\n' },
  });
  const offered = artifacts.suggestions.map(({ message, replacement }) => [message, replacement]);
  expect(offered).toContainEqual([
    'Building this index stops writes to "&#64;<wbr>ada &#60;img src=x&#62; &#35;<wbr>1" (SHARE lock) until it is done.\n\nbuild the index without stopping writes',
    'CREATE INDEX CONCURRENTLY orders_idx ON "@ada <img src=x> #1" (status);',
  ]);
  expect(offered.filter(([message]) => /@|<img|#\d(?!\d*;)/.test(message ?? ''))).toEqual([]);
});

test.each([0, 1, 3])('the JSON report is one indented object with %d migrations', async (count) => {
  const paths = ['migrations/1.sql', 'migrations/2.sql', 'migrations/3.sql'];
  const change = Object.fromEntries(paths.map((path) => [path, `DROP TABLE "a\\nb";\n`]));
  const { report } = await reviewed({ change });
  const some = { ...report, migrations: report.migrations.slice(0, count) };
  const context = { ruleUrl: (rule: string) => rule };
  expect(json(some, context)).toBe(`${JSON.stringify(jsonReport(some, context), null, 2)}\n`);
});
