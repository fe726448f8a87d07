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

const kindOf = (answer: Answer<unknown>): RefusalKind | 'ok' =>
  answer.kind === 'ok' ? 'ok' : answer.refusal.kind;

test('a redirect to another host is not followed: the token would go along', async () => {
  const { github, server } = at;
  server.script(/pulls\/12$/, { status: 301, headers: { location: 'http://127.0.0.1:1/elsewhere' } });
  expect(kindOf(await github.pullRequest(12))).toBe('not-found');
});

test('nor is one on the same host that leads out of the API', async () => {
  const { github, server } = at;
  for (const location of ['/repos/acme/shop/pulls/12', '/api/v3/../graphql', '/api/v30/pulls/12'])
    server.script(/pulls\/12$/, { status: 301, headers: { location } });
  for (let asked = 0; asked < 3; asked++) expect(kindOf(await github.pullRequest(12))).toBe('not-found');
  expect(server.requests.length).toBe(3);
});

test('a redirect inside the API is followed, the edit of a comment as it stands', async () => {
  const { github, server, state } = at;
  const { id } = addComment(state, 12, 'old');
  const place = `${server.apiUrl}/repos/acme/shop`;
  server.script(/pulls\/12$/, { status: 301, headers: { location: `${place}/pulls/12` } });
  expect(kindOf(await github.pullRequest(12))).toBe('ok');
  const edit = `${place}/issues/comments/${String(id)}`;
  server.script(/issues\/comments/, { status: 307, headers: { location: edit } });
  expect(kindOf(await github.updateComment(id, 'new'))).toBe('ok');
  expect(state.comments.map(({ body }) => body)).toEqual(['new']);
  expect(server.requests.slice(-2).map(({ line, body }) => [line, body])).toEqual([
    [`PATCH /repos/acme/shop/issues/comments/${String(id)}`, { body: 'new' }],
    [`PATCH /repos/acme/shop/issues/comments/${String(id)}`, { body: 'new' }],
  ]);
});

test('a redirect that leads to itself ends', async () => {
  const { github, server } = at;
  const again = { status: 302, headers: { location: `${server.apiUrl}/repos/acme/shop/pulls/12` } };
  server.script(/pulls\/12$/, ...Array.from({ length: 9 }, () => again));
  expect(kindOf(await github.pullRequest(12))).toBe('not-found');
  expect(server.requests.length).toBe(4);
});
