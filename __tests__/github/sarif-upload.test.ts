import { gunzipSync } from 'node:zlib';
import type { SarifUpload } from '../../src/github/github';
import { ok, refused } from '../../src/github/refusal';
import { sarifProblem, uploadSarif } from '../../src/github/sarif-upload';
import { sarifTarget } from '../../src/github/sarif-target';
import { readEvent } from '../../src/github/event';
import { readRunner } from '../../src/github/runner';
import { fakeGitHub, HEAD, MERGE, noWait, permission } from './fake-github';

const target = { commit: HEAD, ref: 'refs/pull/12/head' };
const content = (upload: SarifUpload): unknown =>
  JSON.parse(gunzipSync(Buffer.from(upload.sarif, 'base64')).toString('utf8'));

test('the file travels as gzip in one line of base64', async () => {
  const uploads: SarifUpload[] = [];
  const github = fakeGitHub({
    uploadSarif: async (upload) => {
      uploads.push(upload);
      return ok('id');
    },
  });
  expect(await uploadSarif(github, '{"runs":[]}', target, noWait().wait)).toEqual({
    kind: 'carried',
    id: 'id',
    trimmed: false,
  });
  expect(uploads.map(({ commit, ref }) => ({ commit, ref }))).toEqual([target]);
  expect(uploads[0]?.sarif).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(uploads.map(content)).toEqual([{ runs: [] }]);
});

test('too large a file is cut to its worst results, once', async () => {
  const uploads: unknown[] = [];
  const large = fakeGitHub({
    uploadSarif: async (upload) => {
      uploads.push(content(upload));
      return uploads.length === 1 ? refused({ kind: 'too-large', message: '' }) : ok('id');
    },
  });
  const levels = ['note', 'warning', 'error'];
  const results = Array.from({ length: 1200 }, (_, index) => ({
    level: levels[index % 3],
    message: { text: String(index) },
  }));
  const log = { version: '2.1.0', runs: [{ tool: {}, results }] };
  expect(await uploadSarif(large, JSON.stringify(log), target, noWait().wait)).toEqual({
    kind: 'carried',
    id: 'id',
    trimmed: true,
  });
  const kept = [
    ...results.filter(({ level }) => level === 'error'),
    ...results.filter(({ level }) => level === 'warning').slice(0, 100),
  ];
  expect(uploads[1]).toEqual({ version: '2.1.0', runs: [{ tool: {}, results: kept }] });
});

test('a failing server is asked three times, a refusing one once', async () => {
  const { wait, waits } = noWait();
  const down = { kind: 'unavailable', message: '' } as const;
  expect(
    await uploadSarif(fakeGitHub({ uploadSarif: async () => refused(down) }), '{}', target, wait),
  ).toEqual({ kind: 'refused', refusal: down });
  expect(waits).toEqual([1000, 4000]);
  expect(
    await uploadSarif(fakeGitHub({ uploadSarif: async () => refused(permission) }), '{}', target, wait),
  ).toEqual({ kind: 'refused', refusal: permission });
  expect(waits).toEqual([1000, 4000]);
});

const problem = (...answers: Awaited<ReturnType<ReturnType<typeof fakeGitHub>['sarifStatus']>>[]) => {
  let asked = 0;
  return sarifProblem(
    fakeGitHub({ sarifStatus: async () => answers[asked++] ?? refused(permission) }),
    'id',
    [3000, 6000, 12_000],
    noWait().wait,
  );
};
const pending = ok({ state: 'pending' as const, errors: [] });

test('what GitHub made of it: only a failure is a problem', async () => {
  expect(await problem(pending, ok({ state: 'failed', errors: ['rejecting SARIF'] }))).toEqual([
    'rejecting SARIF',
  ]);
  expect(await problem(pending, pending, pending)).toBeUndefined();
  expect(await problem(refused(permission))).toBeUndefined();
  expect(
    await problem(refused({ kind: 'not-found', message: '' }), ok({ state: 'failed', errors: [] })),
  ).toEqual([]);
  expect(await problem(ok({ state: 'complete', errors: [] }))).toBeUndefined();
});

const runner = readRunner({
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: MERGE,
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: '/e.json',
  GITHUB_WORKSPACE: '/w',
});

test('the commit and ref of what was analysed', () => {
  if ('kind' in runner) throw new Error('the variables are complete');
  const at = new Date('2026-11-21T10:00:00Z');
  const startedAt = '2026-11-21T10:00:00.000Z';
  const pull = {
    pull_request: {
      number: 12,
      head: { sha: HEAD, repo: { id: 1 } },
      base: { sha: MERGE, ref: 'main', repo: { id: 1 } },
    },
  };
  const push = (branch: string) => ({
    ref: `refs/heads/${branch}`,
    before: MERGE,
    after: HEAD,
    repository: { default_branch: 'main' },
  });
  expect(sarifTarget(readEvent('pull_request', pull), true, runner, at)).toEqual({
    startedAt,
    commit: MERGE,
    ref: 'refs/pull/12/merge',
  });
  expect(sarifTarget(readEvent('pull_request', pull), false, runner, at)).toEqual({
    startedAt,
    commit: HEAD,
    ref: 'refs/pull/12/head',
  });
  expect(sarifTarget(readEvent('pull_request_target', pull), false, runner, at)).toBeUndefined();
  expect(sarifTarget(readEvent('push', push('main')), true, runner, at)).toEqual({
    startedAt,
    commit: HEAD,
    ref: 'refs/heads/main',
  });
  expect(sarifTarget(readEvent('push', push('orders')), true, runner, at)).toBeUndefined();
  expect(sarifTarget(readEvent('merge_group', {}), true, runner, at)).toBeUndefined();
});
