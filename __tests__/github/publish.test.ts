import { unzipSync } from 'node:zlib';
import type { Artifacts } from '../../src/github/artifacts';
import type { Desk } from '../../src/github/desk';
import type { Event } from '../../src/github/event';
import type { GitHub } from '../../src/github/github';
import { type ChannelSettings, publish, type Publication } from '../../src/github/publish';
import { ok, refused } from '../../src/github/refusal';
import { readRunner } from '../../src/github/runner';
import type { Annotation } from '../../src/github/workflow-command';
import { fakeGitHub, HEAD, MERGE, noWait, permission, pullRequestEvent } from './fake-github';

const runner = readRunner({
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: MERGE,
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: '/e.json',
  GITHUB_WORKSPACE: '/w',
  GITHUB_RUN_ID: '7',
});

const artifacts: Artifacts = {
  json: '{"version":1}',
  sarif: '{"runs":[]}',
  sarifHasFindings: true,
  comment: () => [() => 'the comment'],
  worthComment: true,
  summary: [() => 'the summary'],
  annotations: [{ level: 'error', message: 'Blocks writes to "orders".', path: 'db/1.sql', line: 1 }],
  suggestions: [],
  findingIds: ['1111111122222222'],
  counts: {
    risk: 'high',
    findings: { safe: 0, low: 0, medium: 0, high: 1, critical: 0 },
    files: 1,
    statements: 3,
    gaps: 0,
  },
  gate: { conclusion: 'failure', message: '1 finding at or above high' },
};
const settings: ChannelSettings = {
  comment: 'auto',
  commentKey: 'default',
  sarif: 'auto',
  annotations: 'auto',
  suggestions: false,
  summary: true,
};
const gate: Annotation = { level: 'error', title: 'pgfence', message: '1 finding at or above high' };

interface Change {
  readonly github?: Partial<GitHub>;
  readonly event?: Event;
  readonly settings?: Partial<ChannelSettings>;
  readonly artifacts?: Partial<Artifacts>;
  readonly carried?: boolean;
}

async function run(change: Change = {}) {
  if ('kind' in runner) throw new Error('the variables are complete');
  const github = fakeGitHub(change.github);
  const written = {
    files: {} as Record<string, string>,
    outputs: {} as Record<string, string>,
    summary: '',
    annotations: [] as Annotation[],
  };
  const desk: Desk = {
    file: (name, text) => {
      written.files[name] = text;
      return `/tmp/${name}`;
    },
    output: (name, value) => {
      written.outputs[name] = value;
    },
    summary: (text) => {
      written.summary += text;
    },
    annotate: (annotations) => {
      written.annotations.push(...annotations);
    },
    log: () => undefined,
  };
  const publication: Publication = {
    event: change.event ?? pullRequestEvent(),
    runner,
    settings: { ...settings, ...change.settings },
    artifacts: { ...artifacts, ...change.artifacts },
    sarifTarget: change.carried === false ? undefined : { commit: MERGE, ref: 'refs/pull/12/merge' },
    messages: [],
  };
  const status = await publish(publication, { github, desk, wait: noWait().wait });
  return {
    status,
    done: github.done,
    ...written,
    channels: JSON.parse(written.outputs['channels'] ?? '{}') as unknown,
  };
}

test('all channels of a pull request', async () => {
  const result = await run();
  expect(result.status).toBe(1);
  expect(result.done).toEqual(['sarif for refs/pull/12/merge', 'create 100']);
  expect(result.files).toEqual({
    'report.json': '{"version":1}',
    'report.sarif': '{"runs":[]}',
    'comment.md': 'the comment',
  });
  expect(result.summary).toBe('the summary');
  expect(result.annotations).toEqual([gate]);
  expect(result.channels).toEqual({
    summary: { outcome: 'carried' },
    sarif: { outcome: 'carried', id: '47177e22', trimmed: false },
    comment: { outcome: 'created', id: 100 },
    suggestions: { outcome: 'off' },
    'sarif-status': { outcome: 'accepted' },
    annotations: { outcome: 'none', offered: 0 },
  });
  expect(result.outputs).toEqual({
    channels: JSON.stringify(result.channels),
    'report-path': '/tmp/report.json',
    'sarif-path': '/tmp/report.sarif',
    'comment-path': '/tmp/comment.md',
    risk: 'high',
    findings: '1',
    critical: '0',
    high: '1',
    medium: '0',
    low: '0',
    'files-analyzed': '1',
    'statements-analyzed': '3',
    gaps: '0',
    'comment-id': '100',
    'comment-url': 'https://github.com/acme/shop/pull/12#issuecomment-100',
    'new-findings': '1',
    'resolved-findings': '0',
    'sarif-id': '47177e22',
    conclusion: 'failure',
  });
});

const denied = { uploadSarif: async () => refused(permission), ownComments: async () => refused(permission) };

test('a fork sees annotations and one notice for each refusal, and the same exit status', async () => {
  const result = await run({ github: denied, event: pullRequestEvent({ origin: 'fork' }) });
  expect(result.status).toBe(1);
  expect(result.annotations).toEqual([
    {
      level: 'notice',
      title: 'pgfence',
      message: expect.stringContaining(
        'The upload to code scanning was refused: the token of a pull request from a fork may only read.',
      ),
    },
    {
      level: 'notice',
      title: 'pgfence',
      message: expect.stringContaining(
        'The comment on the pull request was refused: the token of a pull request from a fork may only read.',
      ),
    },
    ...artifacts.annotations,
    gate,
  ]);
});

test('a missing permission is named with the lines to write', async () => {
  const { annotations } = await run({ github: denied });
  expect(annotations.map(({ message }) => message).slice(0, 2)).toEqual([
    'The upload to code scanning was refused: the token may not do this (Resource not accessible by integration). Give the job\npermissions:\n  contents: read\n  security-events: write',
    'The comment on the pull request was refused: the token may not do this (Resource not accessible by integration). Give the job\npermissions:\n  contents: read\n  pull-requests: write',
  ]);
});

test('a channel that crashes takes nothing along', async () => {
  const broken = (): never => {
    throw new Error('a defect');
  };
  const result = await run({
    artifacts: { summary: [broken], gate: { conclusion: 'success', message: '' } },
  });
  expect(result.status).toBe(0);
  expect(result.annotations).toEqual([
    { level: 'warning', title: 'pgfence', message: 'The summary could not be published: a defect' },
  ]);
  expect(result.done).toEqual(['sarif for refs/pull/12/merge', 'create 100']);
  expect(result.outputs['conclusion']).toBe('success');
});

test('sarif: require fails the run where code scanning takes nothing, but not where it is never asked', async () => {
  const success = { gate: { conclusion: 'success', message: '' } } as const;
  const result = await run({ github: denied, settings: { sarif: 'require' }, artifacts: success });
  expect([result.status, result.outputs['conclusion']]).toEqual([1, 'failure']);
  const queue: Event = { kind: 'merge-group', baseSha: MERGE, headSha: HEAD };
  expect(
    (await run({ event: queue, carried: false, settings: { sarif: 'require' }, artifacts: success })).status,
  ).toBe(0);
});

test('a merge group has a gate, a summary and annotations, and asks GitHub for nothing', async () => {
  const result = await run({ event: { kind: 'merge-group', baseSha: MERGE, headSha: HEAD }, carried: false });
  expect({
    done: result.done,
    summary: result.summary,
    annotations: result.annotations,
    status: result.status,
  }).toEqual({
    done: [],
    summary: 'the summary',
    annotations: [...artifacts.annotations, gate],
    status: 1,
  });
});

test('the empty run of the default branch does not carry the findings', async () => {
  const event: Event = {
    kind: 'push',
    ref: 'refs/heads/main',
    before: MERGE,
    after: HEAD,
    defaultBranch: 'main',
    toDefaultBranch: true,
  };
  const result = await run({
    event,
    artifacts: { sarifHasFindings: false, gate: { conclusion: 'success', message: '' } },
  });
  expect({ done: result.done, annotations: result.annotations, status: result.status }).toEqual({
    done: ['sarif for refs/pull/12/merge'],
    annotations: artifacts.annotations,
    status: 0,
  });
});

test('switched off is not tried', async () => {
  const result = await run({
    settings: { comment: 'never', sarif: 'off', annotations: 'off', summary: false },
  });
  expect({ done: result.done, summary: result.summary, annotations: result.annotations }).toEqual({
    done: [],
    summary: '',
    annotations: [gate],
  });
});

test('what GitHub says of an upload it took is one warning', async () => {
  const github = {
    sarifStatus: async () =>
      ok({ state: 'failed' as const, errors: ['rejecting SARIF, as there are more runs than allowed'] }),
  };
  const { annotations } = await run({ github });
  expect(annotations).toEqual([
    {
      level: 'warning',
      title: 'pgfence',
      message:
        'Code scanning did not process the upload: rejecting SARIF, as there are more runs than allowed',
    },
    gate,
  ]);
});

test('a summary over the limit takes the next size', async () => {
  const long = 'ü'.repeat(500_000);
  expect((await run({ artifacts: { summary: [() => long, () => 'short'] } })).summary).toBe('short');
});

test('what is uploaded is the file that was written', async () => {
  const seen: string[] = [];
  const github: Partial<GitHub> = {
    uploadSarif: async ({ sarif }) => {
      seen.push(unzipSync(Buffer.from(sarif, 'base64')).toString('utf8'));
      return ok('id');
    },
  };
  const { files } = await run({ github });
  expect(seen).toEqual([files['report.sarif']]);
});
