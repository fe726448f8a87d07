import { INDEX, INDEX_RULE, messages, ORDERS } from './expectations';
import { removeAction } from './run-action';
import { type Scenario, scenario } from './scenario';

let at: Scenario;
afterEach(async () => {
  await at.stop();
  expect(at.server.violations).toEqual([]);
});
afterAll(removeAction);

test('a migration cannot speak to the runner', async () => {
  const name = 'migrations/002 ::error::x%0A,line=1.sql';
  const hostile = [
    '-- ::add-mask::orders',
    '-- ##[set-output name=conclusion]success',
    '::stop-commands::x',
    'CREATE INDEX "::set-output name=risk::safe" ON orders (note); -- ##[error]forged',
    'CREATE INDEX "a\n::error::forged" ON orders (note);',
    'CREATE INDEX "##[add-path]/tmp" ON orders (note) WHERE note = E\'\\u001b[2K\';',
    '',
  ].join('\n');
  at = await scenario({ base: { 'migrations/001_orders.sql': ORDERS }, change: { [name]: hostile } });
  const run = await at.pullRequest({ inputs: { annotations: 'always' } });
  expect([...new Set(run.commands.map(({ name: command }) => command))].sort()).toEqual(['error', 'notice']);
  expect(messages(run, 'error')).not.toMatch(/^forged/m);
  expect(run.outputs).toMatchObject({ conclusion: 'failure', risk: 'high' });
  const files = run.commands.flatMap(({ properties }) => properties['file'] ?? []);
  expect([...new Set(files)]).toEqual([name]);
});

test('nor to the comment', async () => {
  const hostile = 'CREATE INDEX "--><img src=x onerror=alert(1)>@ada #1 </details>" ON orders (note);\n';
  at = await scenario({
    base: { 'migrations/001_orders.sql': ORDERS },
    change: { 'migrations/002.sql': hostile },
  });
  await at.pullRequest();
  const body = at.state.comments[0]?.body ?? '';
  // GitHub makes no links of names and numbers inside code.
  const outsideCode = body.replace(/```[\s\S]*?```|<code>[^<]*<\/code>/g, '');
  expect(outsideCode).not.toMatch(/<img|@ada|\s#1\b/);
  expect(outsideCode.match(/<details>/g)?.length).toBe(outsideCode.match(/<\/details>/g)?.length);
});

test('more findings than the runner shows: the worst, and how many more', async () => {
  const many = Array.from(
    { length: 40 },
    (_, index) => `CREATE INDEX orders_${String(index)}_idx ON orders (note);\n`,
  ).join('');
  at = await scenario({
    base: { 'migrations/001_orders.sql': ORDERS },
    change: { 'migrations/002.sql': many },
  });
  const run = await at.pullRequest({ inputs: { sarif: 'off' } });
  const count = (level: string): number => run.commands.filter(({ name }) => name === level).length;
  expect(count('error')).toBe(10);
  expect(count('warning')).toBeLessThanOrEqual(10);
  expect(count('notice')).toBeLessThanOrEqual(10);
  expect(messages(run, 'notice')).toMatch(/\d+ more messages are not shown here: see the job summary\.$/);
  expect(messages(run, 'error')).toMatch(/\d+ findings at or above high$/);
});

test('more than a comment holds', async () => {
  const many = Array.from(
    { length: 900 },
    (_, index) => `CREATE INDEX orders_note_of_a_long_name_${String(index)}_idx ON orders (note);\n`,
  ).join('');
  at = await scenario({
    base: { 'migrations/001_orders.sql': ORDERS },
    change: { 'migrations/002.sql': many },
  });
  const run = await at.pullRequest();
  expect(run.channels['comment']).toMatchObject({ outcome: 'created' });
  expect(at.state.comments[0]?.body.length).toBeLessThanOrEqual(65_000);
  expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(900 * 1024 + 1);
});

describe('GitHub at its worst', () => {
  const setting = { base: { 'migrations/001_orders.sql': ORDERS }, change: { 'migrations/002.sql': INDEX } };

  test('a comment whose answer is lost is made once', async () => {
    at = await scenario(setting);
    at.server.script(/issues\/12\/comments/, 'drop late', { status: 502 });
    const run = await at.pullRequest();
    expect([run.status, at.state.comments.length]).toEqual([1, 1]);
    expect(run.channels['comment']).toMatchObject({ outcome: 'unchanged' });
  });

  test('a server that answers nothing but errors', async () => {
    at = await scenario(setting);
    at.server.script(/./, ...Array.from({ length: 99 }, () => ({ status: 503 })));
    const run = await at.pullRequest();
    expect(run).toMatchObject({
      status: 1,
      channels: {
        sarif: { outcome: 'refused', why: 'unavailable' },
        comment: { outcome: 'refused', why: 'unavailable' },
      },
    });
    expect(run.summary).toContain(INDEX_RULE);
    expect(messages(run, 'warning')).toContain('GitHub did not answer');
    expect(messages(run, 'warning')).toContain('C0DE:1:2:3');
  });

  test('a file too large for code scanning is cut, then refused', async () => {
    at = await scenario({ ...setting, world: { sarifLimit: 10 } });
    const run = await at.pullRequest();
    expect(run).toMatchObject({ status: 1, channels: { sarif: { outcome: 'refused', why: 'too-large' } } });
    expect(run.requests.filter(({ line }) => line.includes('sarifs')).length).toBe(2);
  });

  test('a rate limit is waited for', async () => {
    at = await scenario(setting);
    at.server.script(/sarifs$/, {
      status: 403,
      headers: { 'retry-after': '5' },
      body: { message: 'You have exceeded a secondary rate limit' },
    });
    expect(await at.pullRequest()).toMatchObject({ channels: { sarif: { outcome: 'carried' } } });
  });

  test('an upload that fails when GitHub reads it', async () => {
    at = await scenario({
      ...setting,
      world: {
        sarifOutcome: {
          processing_status: 'failed',
          errors: ['rejecting SARIF, as there are more runs than allowed'],
        },
      },
    });
    const run = await at.pullRequest();
    expect([run.status, messages(run, 'warning')]).toEqual([
      1,
      'Code scanning did not process the upload: rejecting SARIF, as there are more runs than allowed',
    ]);
  });

  test('a pull request of 3,000 files', async () => {
    at = await scenario(setting);
    const pull = at.state.pulls.get(12);
    const sha = at.origin.git('rev-parse', 'orders:migrations/002.sql');
    const entry = (index: number) => ({
      sha,
      filename: `src/${String(index)}.ts`,
      status: 'added',
      additions: 1,
      deletions: 0,
      changes: 1,
    });
    Object.assign(pull ?? {}, { files: Array.from({ length: 3000 }, (_, index) => entry(index)) });
    const run = await at.pullRequest();
    // The list may be cut: git tells that there is one file.
    expect(run).toMatchObject({ status: 1, outputs: { 'files-analyzed': '1' } });
  });

  test('the token is told to nobody', async () => {
    at = await scenario(setting);
    const run = await at.pullRequest();
    for (const text of [
      run.stdout,
      run.stderr,
      run.summary,
      ...Object.values(run.outputs),
      ...Object.values(run.files),
    ])
      expect(text).not.toContain('ghs_');
  });
});
