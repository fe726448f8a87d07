import { gzipSync } from 'node:zlib';
import type { Answer, RefusalKind } from '../../src/github/refusal';
import { connected, type Connected } from './connection';
import { addComment } from './server/world';

let at: Connected;
beforeEach(async () => {
  at = await connected();
});
afterEach(async () => {
  await at.stop();
  expect(at.server.violations).toEqual([]);
});

function value<T>(answer: Answer<T>): T {
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}
const kindOf = (answer: Answer<unknown>): RefusalKind | 'ok' =>
  answer.kind === 'ok' ? 'ok' : answer.refusal.kind;

describe('reading', () => {
  test('a pull request, its files and what they compare to', async () => {
    const { github, base, head, origin } = at;
    expect(value(await github.pullRequest(12))).toEqual({
      number: 12,
      open: true,
      headSha: head,
      baseSha: base,
    });
    expect(value(await github.pullRequestsFrom('acme', 'orders'))).toEqual([
      { number: 12, open: true, headSha: head, baseSha: base },
    ]);
    const files = [
      {
        path: 'db/2 ü.sql',
        status: 'modified',
        additions: 1,
        deletions: 0,
        blobSha: origin.git('rev-parse', 'orders:db/2 ü.sql'),
        patch: '@@ -1,2 +1,3 @@\n SELECT 2;\n SELECT 3;\n+SELECT 4;',
      },
      {
        path: 'db/3.sql',
        status: 'added',
        additions: 1,
        deletions: 0,
        blobSha: origin.git('rev-parse', 'orders:db/3.sql'),
        patch: '@@ -0,0 +1 @@\n+ALTER TABLE orders ADD COLUMN note text;',
      },
    ];
    expect(value(await github.pullRequestFiles(12))).toEqual({ files, complete: true });
    expect(value(await github.compare('main', head))).toEqual({ files, complete: true, mergeBase: base });
    expect(value(await github.parents(head))).toEqual([base]);
  });

  test('files, blobs and trees, byte by byte', async () => {
    const { github, base, head, origin } = at;
    expect(Buffer.from(value(await github.readFile('db/2 ü.sql', base))).toString()).toBe(
      'SELECT 2;\nSELECT 3;\n',
    );
    const binary = origin.git('rev-parse', 'main:data.bin');
    expect([...value(await github.readBlob(binary))]).toEqual([97, 0, 98]);
    const sql = origin.git('rev-parse', 'orders:db/3.sql');
    expect([...value(await github.readBlobs([sql, binary, '0'.repeat(40)]))]).toEqual([
      [sql, { kind: 'text', text: 'ALTER TABLE orders ADD COLUMN note text;\n' }],
      [binary, { kind: 'binary' }],
    ]);
    const paths = (tree: { entries: readonly { path: string; kind: string }[] }): string[] =>
      tree.entries.map(({ path, kind }) => `${kind} ${path}`);
    expect(paths(value(await github.tree(head, 'recursive')))).toEqual([
      'file data.bin',
      'folder db',
      'file db/1.sql',
      'file db/2 ü.sql',
      'file db/3.sql',
    ]);
    expect(paths(value(await github.tree(head, 'one level')))).toEqual(['file data.bin', 'folder db']);
  });

  test('large blobs are marked, to be read singly', async () => {
    const { github, origin } = at;
    origin.commit({ 'db/large.sql': '-- x\n'.repeat(150_000) });
    const sha = origin.git('rev-parse', 'HEAD:db/large.sql');
    expect([...value(await github.readBlobs([sha]))]).toEqual([[sha, { kind: 'cut', bytes: 750_000 }]]);
    expect(value(await github.readBlob(sha)).length).toBe(750_000);
  });

  test('all pages of the files, up to the most that GitHub lists', async () => {
    const { github, state, head } = at;
    const entry = (index: number) => ({
      sha: head,
      filename: `db/${String(index)}.sql`,
      status: 'added',
      additions: 1,
      deletions: 0,
      changes: 1,
      patch: '@@ -0,0 +1 @@\n+SELECT 1;',
    });
    const list = (count: number) =>
      state.pulls.set(12, {
        head,
        baseBranch: 'main',
        open: true,
        files: Array.from({ length: count }, (_, index) => entry(index)),
      });
    list(250);
    const three = value(await github.pullRequestFiles(12));
    expect([three.files.length, three.complete]).toEqual([250, true]);
    list(200);
    expect(value(await github.pullRequestFiles(12)).files.length).toBe(200);
    list(3200);
    const most = value(await github.pullRequestFiles(12));
    expect([most.files.length, most.files.at(-1)?.path, most.complete]).toEqual([3000, 'db/2999.sql', false]);
  });
});

describe('writing', () => {
  const marker = '<!-- pgfence:comment v=1 key=default -->';

  test('own comments among many, on all pages, and by their marker', async () => {
    const { github, state, head } = at;
    for (let index = 0; index < 250; index++) addComment(state, 12, `looks good ${String(index)}`, 'ada');
    addComment(state, 12, `${marker}\nnot ours`, 'mallory');
    const own = addComment(state, 12, `${marker}\nours`);
    for (let index = 0; index < 250; index++) addComment(state, 12, 'of another action');
    own.minimized = true;
    const url = `https://github.com/acme/shop/pull/12#issuecomment-${String(own.id)}`;
    expect(value(await github.ownComments(12, marker))).toEqual({
      open: true,
      headSha: head,
      comments: [{ id: own.id, url, body: `${marker}\nours`, minimized: true }],
    });
    expect(at.server.requests.length).toBe(6);
  });

  test('a comment is made, changed and deleted', async () => {
    const { github, state } = at;
    const { id } = value(await github.createComment(12, 'first'));
    value(await github.updateComment(id, 'second'));
    expect(state.comments).toEqual([
      { id, pull: 12, body: 'second', author: 'github-actions[bot]', minimized: false },
    ]);
    value(await github.deleteComment(id));
    expect(state.comments).toEqual([]);
    expect(kindOf(await github.updateComment(id, 'third'))).toBe('not-found');
    expect(kindOf(await github.createComment(12, 'x'.repeat(65_537)))).toBe('too-large');
  });

  test('a review', async () => {
    const { github, state, head } = at;
    const comment = { path: 'db/2 ü.sql', body: '<!-- mark -->', startLine: 2, line: 3 };
    value(
      await github.createReview(12, {
        commit: head,
        body: 'two',
        comments: [comment, { path: 'db/3.sql', body: 'x', line: 1 }],
      }),
    );
    expect(state.reviewComments).toEqual([
      { pull: 12, ...comment },
      { pull: 12, path: 'db/3.sql', body: 'x', line: 1 },
    ]);
    expect(
      kindOf(
        await github.createReview(12, { commit: head, body: 'two', comments: [{ ...comment, line: 90 }] }),
      ),
    ).toBe('invalid');
    value(await github.createReviewComment(12, head, comment));
    expect(value(await github.ownReviewComments(12, '<!-- mark'))).toEqual([
      '<!-- mark -->',
      '<!-- mark -->',
    ]);
  });

  test('a SARIF file', async () => {
    const { github, state, head } = at;
    const sarif = gzipSync('{"runs":[]}').toString('base64');
    const id = value(
      await github.uploadSarif({
        commit: head,
        ref: 'refs/pull/12/head',
        sarif,
        startedAt: '2026-11-21T10:00:00.000Z',
      }),
    );
    expect(state.sarifs).toEqual([{ commit: head, ref: 'refs/pull/12/head', text: '{"runs":[]}' }]);
    expect(value(await github.sarifStatus(id))).toEqual({ state: 'complete', errors: [] });
    state.sarifOutcome = { processing_status: 'failed', errors: ['rejecting SARIF'] };
    expect(value(await github.sarifStatus(id))).toEqual({ state: 'failed', errors: ['rejecting SARIF'] });
    state.sarifLimit = 1;
    expect(kindOf(await github.uploadSarif({ commit: head, ref: 'refs/pull/12/head', sarif }))).toBe(
      'too-large',
    );
    state.codeScanning = false;
    expect(kindOf(await github.uploadSarif({ commit: head, ref: 'refs/pull/12/head', sarif }))).toBe(
      'feature-off',
    );
  });
});

describe('refusals', () => {
  test('what the token may not do', async () => {
    const { github, state, head } = at;
    state.permissions = { contents: 'read' };
    expect(await github.createComment(12, 'x')).toEqual({
      kind: 'refused',
      refusal: {
        kind: 'permission',
        status: 403,
        message: 'Resource not accessible by integration',
        requestId: 'C0DE:1:2:3',
      },
    });
    expect(kindOf(await github.ownComments(12, 'x'))).toBe('permission');
    expect(kindOf(await github.pullRequestFiles(12))).toBe('not-found');
    expect(
      kindOf(
        await github.uploadSarif({
          commit: head,
          ref: 'refs/pull/12/head',
          sarif: gzipSync('').toString('base64'),
        }),
      ),
    ).toBe('permission');
    state.permissions = {};
    expect(kindOf(await github.readBlobs([head]))).toBe('permission');
  });

  test('a wrong token', async () => {
    const other = await connected({}, { token: 'wrong' });
    expect(kindOf(await other.github.pullRequest(12))).toBe('unauthenticated');
    await other.stop();
  });

  test('a failing server is asked again for what can be repeated', async () => {
    const { github, server, state, waits } = at;
    server.script(/pulls\/12$/, { status: 502 }, { status: 503 });
    expect(kindOf(await github.pullRequest(12))).toBe('ok');
    expect(waits).toEqual([1000, 4000]);
    server.script(/comments$/, { status: 502 });
    expect(kindOf(await github.createComment(12, 'once'))).toBe('unavailable');
    expect(state.comments).toEqual([]);
    expect(server.requests.filter(({ line }) => line.startsWith('POST')).length).toBe(1);
  });

  test('a rate limit is waited for', async () => {
    const { github, server, state, waits } = at;
    server.script(/comments$/, {
      status: 403,
      headers: { 'retry-after': '7' },
      body: { message: 'You have exceeded a secondary rate limit.' },
    });
    expect(kindOf(await github.createComment(12, 'after all'))).toBe('ok');
    expect([waits, state.comments.length]).toEqual([[7000], 1]);
    server.script(/comments$/, { status: 429, headers: { 'retry-after': '3600' } });
    expect(kindOf(await github.createComment(12, 'no'))).toBe('rate-limited');
  });

  test.each(['drop', 'drop half'] as const)('a connection that breaks: %s', async (fault) => {
    const { github, server } = at;
    server.script(/pulls\/12$/, fault);
    expect(kindOf(await github.pullRequest(12))).toBe('ok');
    server.script(/files$/, fault, fault, fault);
    expect(kindOf(await github.pullRequestFiles(12))).toBe('unavailable');
    server.script(/blobs/, fault, fault, fault);
    expect(kindOf(await github.readBlob(at.origin.git('rev-parse', 'main:data.bin')))).toBe('unavailable');
  });

  test('an answer that does not come', async () => {
    const hasty = await connected({}, { timeout: 300 });
    hasty.server.script(/files$/, { delay: 3000 }, { delay: 3000 }, { delay: 3000 });
    const answer = await hasty.github.pullRequestFiles(12);
    await hasty.stop();
    expect([kindOf(answer), hasty.waits]).toEqual(['unavailable', [1000, 4000]]);
  });

  test('an answer of another shape is no answer', async () => {
    const { github, server } = at;
    server.script(/files$/, { status: 200, body: { message: 'a page of a proxy' } });
    expect(kindOf(await github.pullRequestFiles(12))).toBe('unavailable');
    server.script(/graphql$/, { status: 200, body: { data: null } });
    expect(kindOf(await github.ownComments(12, 'x'))).toBe('unavailable');
  });
});
