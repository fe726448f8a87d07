import { readState } from '../../src/github/comment-state';
import { alerts, HARMLESS, INDEX, INDEX_RULE, messages, ORDERS, requestLines } from './expectations';
import { dispatchPayload, pullRequestPayload } from './payloads';
import { removeAction, runAction } from './run-action';
import { type Scenario, scenario, type Setting } from './scenario';

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
const annotated = {
  name: 'error',
  properties: { title: `pgfence: ${INDEX_RULE}`, file: 'migrations/002_index.sql' },
};

test('a merge group gates, and neither comments nor uploads', async () => {
  at = await scenario(withIndex);
  const run = await at.mergeGroup();
  expect(run).toMatchObject({
    status: 1,
    outputs: { conclusion: 'failure', 'files-analyzed': '1' },
    channels: { comment: { outcome: 'not for this event' }, sarif: { outcome: 'not for this event' } },
  });
  expect(run.commands[0]).toMatchObject(annotated);
  expect(run.summary).toContain(INDEX_RULE);
  expect(requestLines(run)).toEqual(['GET /repos/acme/shop/compare/<sha>...<sha>']);
});

test('a merge group whose comparison is refused is told by git', async () => {
  at = await scenario(withIndex);
  at.server.script(/compare/, { status: 404 });
  const run = await at.mergeGroup();
  expect(run).toMatchObject({ status: 1, outputs: { 'files-analyzed': '1' } });
  // How many requests a fetch takes depends on the version of git.
  expect([...new Set(requestLines(run).slice(1))]).toEqual([
    'git GET /acme/shop/info/refs',
    'git POST /acme/shop/git-upload-pack',
  ]);
});

test('a push to the default branch uploads the empty run, shows its findings and does not gate', async () => {
  at = await scenario(withIndex);
  const run = await at.push('refs/heads/main', at.base, at.merge);
  expect(run).toMatchObject({
    status: 0,
    outputs: { conclusion: 'success', 'files-analyzed': '1', risk: 'high' },
    channels: { sarif: { outcome: 'carried' } },
  });
  expect(alerts(at)).toEqual([]);
  expect(at.state.sarifs).toEqual([expect.objectContaining({ commit: at.merge, ref: 'refs/heads/main' })]);
  expect(run.commands[0]).toMatchObject({ ...annotated, name: 'warning' });
});

test('a push to another branch', async () => {
  at = await scenario(withIndex);
  const run = await at.push('refs/heads/orders', at.base, at.head);
  expect(run).toMatchObject({ status: 1, outputs: { 'files-analyzed': '1' } });
  expect(requestLines(run)).toEqual(['GET /repos/acme/shop/compare/<sha>...<sha>']);
  const fresh = await at.push('refs/heads/orders', '0'.repeat(40), at.head);
  expect(fresh).toMatchObject({ status: 1, outputs: { 'files-analyzed': '1' } });
  expect(requestLines(fresh)).toEqual(['GET /repos/acme/shop/compare/main...<sha>']);
});

test('a run by hand analyses everything and gates nothing', async () => {
  at = await scenario(withIndex);
  const { state, server } = at;
  const run = await runAction({
    state,
    server,
    event: 'workflow_dispatch',
    payload: dispatchPayload(),
    sha: at.merge,
    ref: 'refs/heads/main',
    workspace: at.checkout(at.merge).folder,
  });
  expect(run).toMatchObject({
    status: 0,
    outputs: { conclusion: 'neutral', 'files-analyzed': '2', risk: 'high' },
  });
  expect(run.summary).toContain('the event workflow&#95;dispatch has no change set');
  expect(run.requests).toEqual([]);
});

describe('pull_request_target', () => {
  const target = async (): ReturnType<typeof runAction> => {
    const { state, server } = at;
    const payload = pullRequestPayload({ number: 12, head: at.head, base: at.base, origin: 'fork' });
    return runAction({
      state,
      server,
      event: 'pull_request_target',
      payload,
      sha: at.base,
      ref: 'refs/heads/main',
      workspace: at.checkout(at.base).folder,
    });
  };

  test('reads what is proposed over the API, the configuration from the default branch, and uploads nothing', async () => {
    at = await scenario({
      base: { 'migrations/001_orders.sql': ORDERS, 'pgfence.config.yaml': 'failOn: critical\n' },
      change: {
        'migrations/002_index.sql': INDEX,
        'pgfence.config.yaml':
          'rules:\n  create-index-not-concurrent: "off"\n  missing-lock-timeout: "off"\n',
      },
    });
    const run = await target();
    expect(run).toMatchObject({
      outputs: { 'files-analyzed': '1', risk: 'high' },
      channels: { sarif: { outcome: 'not for this event' }, comment: { outcome: 'created' } },
    });
    expect(at.state.comments[0]?.body).toContain(INDEX_RULE);
    expect(messages(run, 'notice')).toContain('#pull_request_target');
  });
});

describe('the set-up', () => {
  test('a wrong input is one line, status 2, and tells the comment that there is', async () => {
    at = await scenario(withIndex);
    const first = await at.pullRequest({ inputs: { 'fail-on': 'severe' } });
    expect([first.status, messages(first, 'error')]).toEqual([
      2,
      'the input fail-on is "severe"; allowed: never, low, medium, high, critical',
    ]);
    expect(at.state.comments).toEqual([]);
    await at.pullRequest();
    const before = at.state.comments[0]?.body;
    const second = await at.pullRequest({ inputs: { 'fail-on': 'severe' }, runId: 7002 });
    expect([second.status, second.outputs['conclusion']]).toEqual([2, 'failure']);
    expect(at.state.comments[0]?.body).toContain('pgfence could not run');
    // The findings that the comment remembers are still there for the next run.
    const third = await at.pullRequest({ runId: 7003 });
    expect(third.outputs).toMatchObject({ 'new-findings': '0', 'resolved-findings': '0' });
    expect(before).toContain(INDEX_RULE);
  });

  test('a wrong configuration names file and line', async () => {
    at = await scenario({
      base: { 'migrations/001_orders.sql': ORDERS },
      change: { 'migrations/002_index.sql': INDEX, 'pgfence.config.yaml': 'failOn: high\nruels: {}\n' },
    });
    const run = await at.pullRequest();
    expect(run.status).toBe(2);
    expect(messages(run, 'error')).toMatch(/^pgfence\.config\.yaml:2: there is no setting "ruels"/);
  });

  test('the configuration of a pull request counts, globs and folder too', async () => {
    at = await scenario({
      base: { 'api/db/001.sql': ORDERS },
      change: {
        'api/db/002.sql': INDEX,
        'api/pgfence.config.json': '{"paths": ["db/*.sql"]}',
        'other/migrations/001.sql': 'CREATE INDEX x ON orders (id);\n',
      },
    });
    const run = await at.pullRequest({ inputs: { 'working-directory': 'api' } });
    expect(run).toMatchObject({ status: 1, outputs: { 'files-analyzed': '1' } });
    expect(run.summary).not.toContain('other/migrations');
  });

  test('globs and a folder that name no file are told: they would pass everything', async () => {
    at = await scenario(withIndex);
    const wrong = await at.pullRequest({ inputs: { paths: 'migration/*.sql\n!x' } });
    expect([wrong.status, wrong.outputs['conclusion'], messages(wrong, 'warning')]).toEqual([
      0,
      'neutral',
      'No file in the repository matches paths (migration/*.sql, !x), so nothing is ever analysed. Correct the input, or the paths of the configuration.',
    ]);
    const told = 'pgfence found no migration among the changed files (looked for ';
    expect(wrong.stdout).toContain(`\n${told}migration/*.sql, !x).\n`);
    expect(wrong.summary).toContain(`${told}<code>migration/&#42;.sql</code>, <code>!x</code>).`);
    const lost = await at.pullRequest({ inputs: { 'working-directory': 'services/shop' } });
    expect(messages(lost, 'warning')).toContain('There is no file in the working-directory services/shop');
    const right = await at.pullRequest({ inputs: { paths: 'migrations/*.sql' } });
    expect([right.status, messages(right, 'warning')]).toEqual([1, '']);
  });

  test('SQL that cannot be read fails where it is asked to', async () => {
    at = await scenario({
      base: { 'migrations/001_orders.sql': ORDERS },
      change: { 'migrations/002.sql': "DO $$ BEGIN EXECUTE current_setting('app.sql'); END $$;\n" },
    });
    expect((await at.pullRequest()).status).toBe(0);
    const run = await at.pullRequest({ inputs: { 'fail-on-gaps': 'true' } });
    expect([run.status, run.outputs['conclusion'], messages(run, 'error')]).toEqual([
      1,
      'failure',
      '1 statement was not read',
    ]);
    expect(alerts(at)).toEqual(['error unread-sql migrations/002.sql:1']);
  });

  test('one comment a key', async () => {
    at = await scenario(withIndex);
    await at.pullRequest({ inputs: { 'comment-key': 'api' } });
    await at.pullRequest({ inputs: { 'comment-key': 'shop' } });
    await at.pullRequest({ inputs: { 'comment-key': 'api' }, runId: 7002 });
    expect(at.state.comments.map(({ body }) => body.split('\n')[0])).toEqual([
      '<!-- pgfence:comment v=1 key=api -->',
      '<!-- pgfence:comment v=1 key=shop -->',
    ]);
    expect(at.state.sarifs.map(({ text }) => /"id": "(pgfence[^"]*)"/.exec(text)?.[1])).toEqual([
      'pgfence/api/',
      'pgfence/shop/',
      'pgfence/api/',
    ]);
  });

  test('comment: always and never', async () => {
    at = await scenario({
      base: { 'migrations/001_orders.sql': ORDERS },
      change: { 'migrations/002.sql': HARMLESS },
    });
    expect((await at.pullRequest({ inputs: { comment: 'never' } })).requests.length).toBe(3);
    expect((await at.pullRequest({ inputs: { comment: 'always' } })).channels['comment']).toMatchObject({
      outcome: 'created',
    });
  });
});

test('two runs at the same time leave one comment', async () => {
  at = await scenario(withIndex);
  // Both have looked before either writes.
  at.server.script(/issues\/12\/comments$/, { delay: 1500 }, { delay: 1500 });
  const runs = await Promise.all([at.pullRequest({ runId: 7002 }), at.pullRequest({ runId: 7001 })]);
  expect(runs.map(({ status }) => status)).toEqual([1, 1]);
  expect(at.state.comments.length).toBe(1);
  expect(readState(at.state.comments[0]?.body ?? '')).toMatchObject({ headSha: at.head });
  const told = runs.map(({ channels }) => String(channels['comment']?.['outcome'])).sort();
  expect(['created,unchanged', 'created,skipped', 'created,updated']).toContain(told.join());
});
