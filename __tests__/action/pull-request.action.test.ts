import { alerts, HARMLESS, INDEX, INDEX_RULE, messages, ORDERS, requestLines } from './expectations';
import { removeAction } from './run-action';
import { type Scenario, scenario, type Setting } from './scenario';
import { addComment } from './server/world';

let at: Scenario;
afterEach(async () => {
  await at.stop();
  expect(at.server.violations).toEqual([]);
});
afterAll(removeAction);

const withIndex: Setting = {
  base: { 'migrations/001_orders.sql': ORDERS },
  change: { 'migrations/002_index.sql': INDEX },
};
const LIST = 'GET /repos/acme/shop/pulls/12/files';
const UPLOAD = 'POST /repos/acme/shop/code-scanning/sarifs';
const STATUS = 'GET /repos/acme/shop/code-scanning/sarifs/47177e22-5596-11eb-80a1-c1e54ef945c6';
const FIND = 'POST /graphql';
const CREATE = 'POST /repos/acme/shop/issues/12/comments';
const UPDATE = 'PATCH /repos/acme/shop/issues/comments/<id>';

describe('a pull request with a finding', () => {
  test('gates: summary, alerts and comment carry it, and one error message', async () => {
    at = await scenario(withIndex);
    const run = await at.pullRequest();
    expect(run).toMatchObject({
      status: 1,
      stderr: '',
      outputs: { conclusion: 'failure', risk: 'high', 'files-analyzed': '1', 'resolved-findings': '0' },
    });
    expect(requestLines(run)).toEqual([LIST, UPLOAD, FIND, CREATE, FIND, STATUS]);
    expect(run.channels).toMatchObject({
      summary: { outcome: 'carried' },
      sarif: { outcome: 'carried' },
      comment: { outcome: 'created' },
      'sarif-status': { outcome: 'accepted' },
    });
    expect(alerts(at)).toContain(`error ${INDEX_RULE} migrations/002_index.sql:1`);
    expect(at.state.sarifs[0]).toMatchObject({ commit: at.merge, ref: 'refs/pull/12/merge' });
    expect(run.commands).toEqual([
      {
        name: 'error',
        properties: { title: 'pgfence' },
        message: expect.stringMatching(/^\d findings? at or above high$/) as string,
      },
    ]);
    expect(run.summary).toContain(INDEX_RULE);
    expect(at.state.comments.map(({ body }) => body.split('\n')[0])).toEqual([
      '<!-- pgfence:comment v=1 key=default -->',
    ]);
    expect(run.files['report.json']).toContain('"version": 1');
    expect(at.state.comments[0]?.body).toContain(run.files['comment.md'] ?? 'no file');
  });

  test('a re-run writes nothing anew', async () => {
    at = await scenario(withIndex);
    await at.pullRequest();
    const again = await at.pullRequest({ runAttempt: 2 });
    expect(requestLines(again)).toEqual([LIST, UPLOAD, FIND, STATUS]);
    expect(again).toMatchObject({ status: 1, channels: { comment: { outcome: 'unchanged' } } });
  });

  test('repaired, the comment says so and the alerts go', async () => {
    at = await scenario(withIndex);
    await at.pullRequest();
    at.amend({ 'migrations/002_index.sql': HARMLESS });
    const run = await at.pullRequest({ runId: 7002 });
    expect(run).toMatchObject({
      status: 0,
      outputs: { conclusion: 'success', findings: '0', 'new-findings': '0' },
      commands: [],
    });
    expect(Number(run.outputs['resolved-findings'])).toBeGreaterThan(0);
    expect(requestLines(run)).toEqual([LIST, UPLOAD, FIND, UPDATE, STATUS]);
    expect(at.state.comments).toHaveLength(1);
    expect(at.state.comments[0]?.body).toContain('**resolved**');
    expect(alerts(at)).toEqual([]);
  });

  test('when the migration leaves the pull request, so does what was said of it', async () => {
    at = await scenario(withIndex);
    await at.pullRequest();
    at.amend({ 'migrations/002_index.sql': null, 'README.md': 'x' });
    const run = await at.pullRequest({ runId: 7002 });
    expect(run).toMatchObject({ status: 0, outputs: { conclusion: 'neutral', 'files-analyzed': '0' } });
    expect(at.state.comments[0]?.body).toContain('no migration files changed any more');
    expect(alerts(at)).toEqual([]);
  });

  test('an old re-run does not overwrite the result of a newer commit, nor write to a closed pull request', async () => {
    at = await scenario(withIndex);
    const old = { head: at.head, merge: at.merge };
    at.amend({ 'migrations/002_index.sql': HARMLESS });
    Object.assign(at, old);
    expect((await at.pullRequest()).channels['comment']).toEqual({ outcome: 'skipped', why: 'newer commit' });
    const pull = at.state.pulls.get(12);
    Object.assign(pull ?? {}, { open: false, head: at.head });
    expect((await at.pullRequest()).channels['comment']).toEqual({ outcome: 'skipped', why: 'closed' });
    expect(at.state.comments).toEqual([]);
  });
});

test('nothing to say is said nowhere, but the alerts are closed', async () => {
  at = await scenario({
    base: { 'migrations/001_orders.sql': ORDERS },
    change: { 'migrations/002_customers.sql': HARMLESS },
  });
  addComment(at.state, 12, '<!-- pgfence:comment v=1 key=default -->\nforged', 'mallory');
  const run = await at.pullRequest();
  expect(run).toMatchObject({
    status: 0,
    outputs: { conclusion: 'success', risk: 'safe', findings: '0' },
    commands: [],
    channels: { comment: { outcome: 'not needed' } },
  });
  expect(alerts(at)).toEqual([]);
  expect(at.state.sarifs).toHaveLength(1);
});

test('no migration at all', async () => {
  at = await scenario({ base: { 'app.ts': '1', 'db/1.sql': ORDERS }, change: { 'app.ts': '2' } });
  const run = await at.pullRequest({ inputs: { paths: 'db/**/*.sql\n!db/old/**' } });
  expect(run).toMatchObject({
    status: 0,
    outputs: { conclusion: 'neutral', 'files-analyzed': '0' },
    commands: [],
  });
  expect(run.summary).toBe(
    'pgfence found no migration among the changed files (looked for <code>db/&#42;&#42;/&#42;.sql</code>, <code>!db/old/&#42;&#42;</code>).\n\n',
  );
});

describe('what the token may not do', () => {
  test.each(['fork', 'dependabot'] as const)(
    '%s: annotations and notices, and the same exit status',
    async (origin) => {
      at = await scenario({
        ...withIndex,
        world: { permissions: { contents: 'read', 'pull-requests': 'read' } },
      });
      const run = await at.pullRequest({ origin });
      expect(run).toMatchObject({
        status: 1,
        channels: {
          comment: { outcome: 'refused', why: 'permission' },
          sarif: { outcome: 'refused', why: 'permission' },
        },
      });
      expect(messages(run, 'notice')).toContain('#pull-requests-from-forks');
      const annotation = run.commands.find(
        ({ properties }) => properties['title'] === `pgfence: ${INDEX_RULE}`,
      );
      expect(annotation).toMatchObject({
        name: 'error',
        properties: { file: 'migrations/002_index.sql', line: '1' },
      });
      expect(run.summary).toContain(INDEX_RULE);
    },
  );

  test('a private repository without code scanning', async () => {
    at = await scenario({ ...withIndex, world: { codeScanning: false } });
    const run = await at.pullRequest();
    expect(run).toMatchObject({
      status: 1,
      channels: { sarif: { outcome: 'refused', why: 'feature-off' }, comment: { outcome: 'created' } },
    });
    expect(messages(run, 'notice')).toContain('sarif: off');
    const required = await at.pullRequest({ inputs: { sarif: 'require', 'fail-on': 'never' } });
    expect([required.status, [messages(required, 'error')]]).toEqual([
      1,
      ['Code scanning did not take the findings, and sarif is set to require.'],
    ]);
  });

  test('contents: read alone: git tells what changed', async () => {
    at = await scenario({
      ...withIndex,
      later: { 'migrations/003_late.sql': 'CREATE INDEX late_idx ON orders (id);\n' },
      world: { permissions: { contents: 'read' } },
    });
    const run = await at.pullRequest();
    expect(run).toMatchObject({
      status: 1,
      outputs: { 'files-analyzed': '1' },
      channels: { comment: { outcome: 'refused' } },
    });
    expect(messages(run, 'notice')).toContain('pull-requests: write');
    expect(run.summary).toContain('those that git tells');
    expect(run.summary).not.toContain('late_idx');
  });

  test('nothing at all, but a checkout: everything is analysed and nothing gates', async () => {
    at = await scenario({ ...withIndex, world: { permissions: {} } });
    at.server.script(/^git /, { status: 403 });
    at.state.private = true;
    const run = await at.pullRequest({ inputs: { token: '' } });
    expect(run).toMatchObject({ status: 0, outputs: { conclusion: 'neutral', 'files-analyzed': '2' } });
    expect(messages(run, 'warning')).toContain('Every migration was analysed and none gates');
    expect(messages(run, 'warning')).toContain('pull-requests: read');
    expect(run.summary).toContain('diff not available');
  });

  test('nothing at all, and no checkout', async () => {
    at = await scenario({ ...withIndex, world: { permissions: {} } });
    const run = await at.pullRequest({ checkout: 'none' });
    expect([run.status, [messages(run, 'error')]]).toEqual([
      2,
      [
        'the files of the repository are not to be had: add actions/checkout before this step, or give the job the permission contents: read',
      ],
    ]);
  });
});

describe('the content that is analysed', () => {
  test.each(['none', 'head'] as const)('checkout: %s finds the same', async (checkout) => {
    at = await scenario({ ...withIndex, later: { 'app.ts': '1' } });
    const run = await at.pullRequest({ checkout });
    expect(run).toMatchObject({ status: 1, outputs: { 'files-analyzed': '1' } });
    expect(JSON.parse(run.files['report.json'] ?? '')).toMatchObject({ history: { migrations: 1, gaps: 0 } });
    expect(at.state.sarifs[0]).toMatchObject({ commit: at.head, ref: 'refs/pull/12/head' });
    expect(run.requests.length).toBeLessThan(12);
  });

  test('a file that the base changed too is read as it stands at the head', async () => {
    const filler = Array.from({ length: 12 }, (_, index) => `SELECT ${String(index)};`).join('\n');
    at = await scenario({
      base: { 'migrations/001_orders.sql': ORDERS, 'migrations/002.sql': `${filler}\n` },
      later: { 'migrations/002.sql': `SELECT 'one';\nSELECT 'two';\n${filler}\n` },
      change: { 'migrations/002.sql': `${filler}\n${INDEX}` },
    });
    const run = await at.pullRequest();
    expect(alerts(at)).toContain(`error ${INDEX_RULE} migrations/002.sql:13`);
    expect(at.state.sarifs[0]).toMatchObject({ commit: at.head, ref: 'refs/pull/12/head' });
    expect(run.status).toBe(1);
  });

  test('what the pull request did not add does not gate; the timeout that it takes away does', async () => {
    at = await scenario({
      base: {
        'migrations/001_orders.sql': ORDERS,
        'migrations/002.sql': `SET lock_timeout = '2s';\n${INDEX}SELECT 1;\n`,
      },
      change: { 'migrations/002.sql': `SET lock_timeout = '2s';\n${INDEX}SELECT 2;\n` },
    });
    const run = await at.pullRequest();
    expect(alerts(at)).toContain(`warning ${INDEX_RULE} migrations/002.sql:2`);
    expect(run.status).toBe(0);
    expect((await at.pullRequest({ inputs: { 'fail-on-unchanged': 'true' } })).status).toBe(1);
    at.amend({ 'migrations/002.sql': `${INDEX}SELECT 1;\n` });
    const removed = await at.pullRequest();
    expect([removed.status, alerts(at)]).toEqual([
      1,
      expect.arrayContaining(['error missing-lock-timeout migrations/002.sql:1']),
    ]);
  });

  test('the history is known: a table of this pull request is empty', async () => {
    at = await scenario({
      base: { 'migrations/001.sql': 'SELECT 1;\n' },
      change: { 'migrations/002.sql': ORDERS, 'migrations/003.sql': INDEX },
    });
    expect(await at.pullRequest()).toMatchObject({ status: 0, outputs: { 'files-analyzed': '2' } });
  });
});
