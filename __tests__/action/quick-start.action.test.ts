import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { requestLines } from './expectations';
import { removeAction } from './run-action';
import { type Scenario, scenario } from './scenario';
import type { Permissions } from './server/world';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: { readonly pgfence: { readonly permissions: Permissions; readonly steps: readonly Uses[] } };
}
interface Uses {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}

const root = join(__dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const text = /<!-- quick-start -->\n\n```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
const workflow = parse(text) as Workflow;

let at: Scenario;
afterEach(async () => {
  await at.stop();
  expect(at.server.violations).toEqual([]);
});
afterAll(removeAction);

/** The repository of somebody who has just pasted the quick start. */
const shop = (): Promise<Scenario> =>
  scenario({
    base: {
      '.github/workflows/pgfence.yml': text,
      'db/migrations/0001_orders.sql':
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, status text);\n',
    },
    change: {
      'db/migrations/0002_order_status.sql': [
        'BEGIN;',
        "SET LOCAL lock_timeout = '2s';",
        'ALTER TABLE users ADD COLUMN locale text;',
        'CREATE INDEX orders_status_idx ON orders (status);',
        'COMMIT;',
        '',
      ].join('\n'),
    },
    world: { permissions: workflow.jobs.pgfence.permissions },
  });

test('from git init to the comment, with what the README says and nothing else', async () => {
  expect(Object.keys(workflow.on)).toEqual(['pull_request', 'merge_group', 'push']);
  const [checkout, pgfence] = workflow.jobs.pgfence.steps;
  expect([checkout?.uses.split('@')[0], pgfence]).toEqual([
    'actions/checkout',
    { uses: 'flvmnt/pgfence@v1' },
  ]);
  at = await shop();
  const run = await at.pullRequest();
  expect(run).toMatchObject({
    status: 1,
    outputs: { conclusion: 'failure', 'files-analyzed': '1' },
    channels: {
      summary: { outcome: 'carried' },
      sarif: { outcome: 'carried' },
      comment: { outcome: 'created' },
    },
  });
  // The last one looks whether another run has made a comment at the same time.
  expect(requestLines(run).length).toBe(6);
  const comment = at.state.comments[0]?.body ?? '';
  expect(comment).toMatch(/^## 🛑 /m);
  expect(comment).toContain('CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);');
  const folder = process.env['KEEP'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'quick-start.md'), comment);
});

test('in the merge queue and on main, with the same workflow', async () => {
  at = await shop();
  expect(await at.mergeGroup()).toMatchObject({ status: 1, outputs: { conclusion: 'failure' } });
  expect(await at.push('refs/heads/main', at.base, at.merge)).toMatchObject({
    status: 0,
    outputs: { conclusion: 'success' },
  });
});

describe('the recipe for forks', () => {
  const recipe = (name: string): string =>
    new RegExp(`<!-- ${name} -->\\n\\n\`\`\`yaml\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';

  test('what the first workflow finds, the second one publishes', async () => {
    at = await shop();
    const first = parse(recipe('fork-1')) as Workflow;
    at.state.permissions = first.jobs.pgfence.permissions;
    const step = first.jobs.pgfence.steps.find(({ uses }) => uses === 'flvmnt/pgfence@v1');
    const found = await at.pullRequest({ origin: 'fork', inputs: step?.with ?? {} });
    expect(found).toMatchObject({ status: 1, channels: { comment: { outcome: 'off' } } });

    const second = parse(recipe('fork-2')) as { jobs: { comment: Workflow['jobs']['pgfence'] } };
    expect(second.jobs.comment.steps.map(({ uses }) => uses.split('@')[0])).toEqual([
      'actions/download-artifact',
      'flvmnt/pgfence',
    ]);
    at.state.permissions = { 'pull-requests': 'write' };
    const run = await at.workflowRun('report.json', found.files['report.json'] ?? '');
    expect(run).toMatchObject({
      status: 0,
      stderr: '',
      outputs: { conclusion: 'success', risk: found.outputs['risk'], findings: found.outputs['findings'] },
      channels: { comment: { outcome: 'created' } },
    });
    expect(requestLines(run)).toEqual([
      'GET /repos/acme/shop/pulls',
      'POST /graphql',
      'POST /repos/acme/shop/issues/12/comments',
      'POST /graphql',
    ]);
    // The same comment as the first one would have made.
    const shown = at.state.comments[0]?.body ?? '';
    expect(shown.split('\n').slice(2).join('\n')).toBe(found.files['comment.md']);
  });

  test('without a comment where none is wanted, and without a migration', async () => {
    at = await shop();
    const found = await at.pullRequest({ inputs: { comment: 'never' } });
    const report = found.files['report.json'] ?? '';
    const run = await at.workflowRun('report.json', report, { comment: 'never' });
    expect([run.status, run.channels, at.state.comments]).toEqual([0, { comment: { outcome: 'off' } }, []]);
    expect(run.summary).toBe(found.summary);
    const empty = { ...(JSON.parse(report) as object), migrations: [], windows: [] };
    const none = await at.workflowRun('report.json', JSON.stringify(empty));
    expect([none.channels, none.summary]).toEqual([
      { comment: { outcome: 'not needed' } },
      'pgfence found no migration among the changed files (looked for the layouts of migration tools).\n\n',
    ]);
    expect(none.stdout).toContain('\nThe comment on pull request 12: not needed\n');
    const folder = await at.workflowRun('reports/report.json', report, { 'publish-report': 'reports' });
    expect(folder.commands.map(({ message }) => message)).toEqual([
      'the input publish-report is "reports", and there is no such file',
    ]);
  });

  test('a report that is none is refused in one line; a commit of no pull request publishes nothing', async () => {
    at = await shop();
    for (const [report, why] of [
      ['{}', /^"report\.json" is no report of pgfence: /],
      ['[', /^"report\.json" is no report of pgfence: /],
    ] as const) {
      const run = await at.workflowRun('report.json', report);
      expect([run.status, run.commands.map(({ message }) => message)]).toEqual([
        2,
        [expect.stringMatching(why)],
      ]);
    }
    const found = await at.pullRequest({ inputs: { comment: 'never' } });
    Object.assign(at.state.pulls.get(12) ?? {}, { open: false });
    const run = await at.workflowRun('report.json', found.files['report.json'] ?? '');
    expect(run).toMatchObject({ status: 0, outputs: { conclusion: 'neutral' } });
    expect(run.commands.map(({ message }) => message)).toEqual([
      `No open pull request has the commit ${at.head.slice(0, 7)} as its head: nothing was published.`,
    ]);
    expect(at.state.comments).toEqual([]);
  });
});
