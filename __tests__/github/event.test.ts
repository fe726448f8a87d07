import { readEvent } from '../../src/github/event';

const head = 'a'.repeat(40);
const base = 'b'.repeat(40);
const zero = '0'.repeat(40);

const pull = (change: object = {}) => ({
  pull_request: {
    number: 12,
    user: { login: 'ada' },
    head: { sha: head, ref: 'orders', repo: { id: 1 } },
    base: { sha: base, ref: 'main', repo: { id: 1 } },
    ...change,
  },
});
const event = {
  kind: 'pull-request',
  number: 12,
  headSha: head,
  baseSha: base,
  baseBranch: 'main',
  origin: 'same-repository',
  privileged: false,
};

test('a pull request', () => {
  expect(readEvent('pull_request', pull())).toEqual(event);
  expect(readEvent('pull_request_target', pull())).toEqual({ ...event, privileged: true });
});

test.each([
  ['another repository', { head: { sha: head, repo: { id: 2 } } }, 'fork'],
  ['a deleted fork', { head: { sha: head, repo: null } }, 'fork'],
  ['Dependabot', { user: { login: 'dependabot[bot]' } }, 'dependabot'],
])('a pull request of %s', (_, change, origin) => {
  expect(readEvent('pull_request', pull(change))).toEqual({ ...event, origin });
});

test('a merge group', () => {
  const payload = { merge_group: { base_sha: base, head_sha: head } };
  expect(readEvent('merge_group', payload)).toEqual({ kind: 'merge-group', baseSha: base, headSha: head });
});

test('a push', () => {
  const payload = {
    ref: 'refs/heads/main',
    before: base,
    after: head,
    deleted: false,
    repository: { default_branch: 'main' },
  };
  const push = {
    kind: 'push',
    ref: 'refs/heads/main',
    before: base,
    after: head,
    defaultBranch: 'main',
    toDefaultBranch: true,
  };
  expect(readEvent('push', payload)).toEqual(push);
  expect(readEvent('push', { ...payload, ref: 'refs/heads/orders', before: zero })).toEqual({
    kind: 'push',
    ref: 'refs/heads/orders',
    after: head,
    defaultBranch: 'main',
    toDefaultBranch: false,
  });
});

test('a push that deletes a branch has nothing to analyse', () => {
  const payload = {
    ref: 'refs/heads/orders',
    before: base,
    after: zero,
    deleted: true,
    repository: { default_branch: 'main' },
  };
  expect(readEvent('push', payload)).toEqual({ kind: 'other', name: 'push', privileged: false });
});

test('a workflow run', () => {
  const payload = {
    workflow_run: { head_sha: head, head_branch: 'orders', head_repository: { owner: { login: 'ada' } } },
  };
  expect(readEvent('workflow_run', payload)).toEqual({
    kind: 'workflow-run',
    headSha: head,
    headBranch: 'orders',
    headOwner: 'ada',
  });
});

test('events without a change set', () => {
  expect(readEvent('schedule', {})).toEqual({ kind: 'other', name: 'schedule', privileged: false });
  expect(readEvent('issue_comment', { issue: {} })).toEqual({
    kind: 'other',
    name: 'issue_comment',
    privileged: true,
  });
});

test.each([
  ['nothing', undefined],
  ['a text', 'pull_request'],
  ['a list', [pull()]],
  ['a number that is none', pull({ number: '12; rm' })],
  ['a commit that is none', pull({ head: { sha: '$(id)', repo: { id: 1 } } })],
  ['members of the prototype', { pull_request: { __proto__: pull().pull_request } }],
])('a payload of %s is no pull request', (_, payload) => {
  expect(readEvent('pull_request', payload)).toEqual({
    kind: 'other',
    name: 'pull_request',
    privileged: false,
  });
});
