import { type CommentRequest, publishComment } from '../../src/github/comment';
import { marker, readState, stateLine, stateOf } from '../../src/github/comment-state';
import { ok, refused } from '../../src/github/refusal';
import { fakeGitHub, HEAD, noWait, permission } from './fake-github';

const ids = ['1111111122222222', '3333333344444444'];
const request = (change: Partial<CommentRequest> = {}): CommentRequest => ({
  pullRequest: 12,
  key: 'default',
  state: stateOf(HEAD, 7, 1, ids),
  create: true,
  render: (progress) => [
    () => (progress === undefined ? 'two findings' : `two findings, ${String(progress.resolved)} resolved`),
  ],
  ...change,
});
const publish = (github: ReturnType<typeof fakeGitHub>, change: Partial<CommentRequest> = {}) =>
  publishComment(github, request(change), noWait().wait);

test('the first result makes the comment', async () => {
  const github = fakeGitHub();
  expect(await publish(github)).toEqual({
    kind: 'created',
    place: { id: 100, url: 'https://github.com/acme/shop/pull/12#issuecomment-100' },
    progress: { fresh: 2, resolved: 0 },
  });
  expect(github.comments.map(({ body }) => body)).toEqual([
    `${marker('default')}\n${stateLine(stateOf(HEAD, 7, 1, ids))}\ntwo findings`,
  ]);
});

test('nothing worth a comment makes none, but brings an existing one up to date', async () => {
  const github = fakeGitHub();
  expect(await publish(github, { create: false })).toEqual({ kind: 'not needed' });
  await publish(github);
  expect(await publish(github, { create: false, state: stateOf(HEAD, 8, 1, []) })).toMatchObject({
    kind: 'updated',
    progress: { fresh: 0, resolved: 2 },
  });
  expect(github.done).toEqual(['create 100', 'update 100']);
  expect(github.comments[0]?.body).toMatch(/two findings, 2 resolved$/);
});

test('a plain re-run asks for nothing, also after an update', async () => {
  const github = fakeGitHub();
  await publish(github);
  expect((await publish(github, { state: stateOf(HEAD, 7, 2, ids) })).kind).toBe('unchanged');
  const fewer = stateOf(HEAD, 8, 1, ids.slice(1));
  await publish(github, { state: fewer });
  expect((await publish(github, { state: { ...fewer, runAttempt: 2 } })).kind).toBe('unchanged');
  expect(github.done).toEqual(['create 100', 'update 100']);
});

test('of several the oldest stays; another key is another comment', async () => {
  const github = fakeGitHub();
  const body = `${marker('default')}\nold`;
  github.comments.push(
    { id: 5, url: '', body: `${marker('api')}\n`, minimized: false },
    { id: 6, url: '', body, minimized: true },
    { id: 9, url: '', body, minimized: false },
  );
  expect((await publish(github)).kind).toBe('updated');
  expect(github.done).toEqual(['delete 9', 'update 6']);
});

test('of two runs at once the one whose comment is the younger gives way', async () => {
  const github = fakeGitHub();
  const other = (): void =>
    void github.comments.push({
      id: 50,
      url: '',
      body: `${marker('default')}\n${stateLine(stateOf(HEAD, 6, 1, ids))}\ntwo findings`,
      minimized: false,
    });
  const racing = {
    ...github,
    createComment: async (number: number, body: string) => {
      other();
      return github.createComment(number, body);
    },
  };
  expect(await publish(racing)).toMatchObject({ kind: 'unchanged', place: { id: 50 } });
  expect(github.done).toEqual(['create 101', 'delete 101']);
  expect(github.comments.map(({ id }) => id)).toEqual([50]);
});

test('an old result does not overwrite a newer one', async () => {
  const closed = fakeGitHub({ ownComments: async () => ok({ open: false, headSha: HEAD, comments: [] }) });
  expect(await publish(closed)).toEqual({ kind: 'skipped', why: 'closed' });
  const moved = fakeGitHub({
    ownComments: async () => ok({ open: true, headSha: 'd'.repeat(40), comments: [] }),
  });
  expect(await publish(moved)).toEqual({ kind: 'skipped', why: 'newer commit' });
  const github = fakeGitHub();
  await publish(github, { state: stateOf(HEAD, 8, 2, ids) });
  expect(await publish(github, { state: stateOf(HEAD, 8, 1, ids) })).toEqual({
    kind: 'skipped',
    why: 'newer run',
  });
  expect(await publish(github, { state: stateOf(HEAD, 7, 3, ids) })).toEqual({
    kind: 'skipped',
    why: 'newer run',
  });
  expect((await publish(github, { state: stateOf(HEAD, 9, 1, []) })).kind).toBe('updated');
});

test('the largest form that GitHub takes is written', async () => {
  const github = fakeGitHub();
  const render = () => [() => 'x'.repeat(65_000), () => 'y'.repeat(64_000), () => 'z'];
  expect((await publish(github, { render })).kind).toBe('created');
  expect(github.comments[0]?.body.length).toBeLessThanOrEqual(65_000);
  expect(github.comments[0]?.body.at(-1)).toBe('y');

  const narrow = fakeGitHub();
  const { createComment } = narrow;
  const strict = {
    ...narrow,
    createComment: async (number: number, body: string) =>
      body.length > 9000
        ? refused({ kind: 'too-large', message: 'body is too long' })
        : createComment(number, body),
  };
  expect((await publishComment(strict, request({ render }), noWait().wait)).kind).toBe('created');
  expect(narrow.comments[0]?.body.at(-1)).toBe('z');
});

test('before a second attempt the comment is looked for: the first may have been made', async () => {
  const github = fakeGitHub();
  const { createComment } = github;
  let lost = 1;
  const flaky = {
    ...github,
    createComment: async (number: number, body: string) => {
      const answer = await createComment(number, body);
      return lost-- > 0 ? refused({ kind: 'unavailable' as const, message: 'socket hang up' }) : answer;
    },
  };
  const { wait, waits } = noWait();
  expect((await publishComment(flaky, request(), wait)).kind).toBe('unchanged');
  expect({ done: github.done, waits }).toEqual({ done: ['create 100'], waits: [1000] });
});

test('a comment that was deleted meanwhile is made anew', async () => {
  const github = fakeGitHub({
    updateComment: async () => refused({ kind: 'not-found', message: 'Not Found' }),
  });
  github.comments.push({ id: 6, url: '', body: marker('default'), minimized: false });
  expect((await publish(github)).kind).toBe('created');
});

test('a refusal is an outcome', async () => {
  expect(await publish(fakeGitHub({ createComment: async () => refused(permission) }))).toEqual({
    kind: 'refused',
    refusal: permission,
  });
  expect(await publish(fakeGitHub({ ownComments: async () => refused(permission) }))).toEqual({
    kind: 'refused',
    refusal: permission,
  });
});

test('the state line is read with suspicion', () => {
  const state = stateOf(HEAD, 7, 1, [...ids, ...ids]);
  expect(state.findings).toEqual(['11111111', '33333333']);
  expect(
    readState(`${marker('default')}\n${stateLine({ ...state, progress: { fresh: 1, resolved: 3 } })}\ntext`),
  ).toEqual({ ...state, progress: { fresh: 1, resolved: 3 } });
  const line = (value: unknown): string =>
    `<!-- pgfence:state ${Buffer.from(JSON.stringify(value)).toString('base64')} -->`;
  expect(readState('no state')).toBeUndefined();
  expect(readState('<!-- pgfence:state bm90IGpzb24= -->')).toBeUndefined();
  expect(readState(line({ v: 2, head: HEAD, run: 1, attempt: 1, findings: [] }))).toBeUndefined();
  expect(readState(line({ v: 1, head: '--><script>', run: 1, attempt: 1, findings: [] }))).toBeUndefined();
  expect(
    readState(line({ v: 1, head: HEAD, run: 1, attempt: 1, findings: [1, null, '<b>', '11111111'] })),
  ).toEqual({ headSha: HEAD, runId: 1, runAttempt: 1, findings: ['11111111'] });
});

test('at most 500 findings are remembered', () => {
  const many = Array.from({ length: 900 }, (_, index) =>
    index.toString(16).padStart(16, '0').split('').reverse().join(''),
  );
  expect(stateOf(HEAD, 7, 1, many).findings).toHaveLength(500);
  expect(stateLine(stateOf(HEAD, 7, 1, many)).length).toBeLessThan(10_000);
});

test('a key cannot end the marker', () => {
  expect(marker('a --> <b>\nx')).toBe('<!-- pgfence:comment v=1 key=a------b--x -->');
});
