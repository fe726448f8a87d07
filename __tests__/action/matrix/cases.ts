import type { Scripted } from '../server/server';
import type { Permissions } from '../server/world';
import { CONTENTS, type ContentName } from './contents';

/** What one run of the action meets. No two cases are alike in all of it. */
export interface Case {
  readonly event: EventName;
  readonly token: TokenName;
  readonly checkout: 'merge' | 'head' | 'none';
  readonly content: ContentName;
  /** What GitHub answers beside the usual. */
  readonly answer: AnswerName;
  /** What stands on the pull request already. */
  readonly earlier: EarlierName;
}

export const EVENTS = [
  'pull_request',
  'pull_request from a fork',
  'pull_request of Dependabot',
  'pull_request_target',
  'merge_group',
  'push to the default branch',
  'push to a branch',
  'push of a new branch',
  'push of a tag',
  'workflow_dispatch',
  'schedule',
  'issue_comment',
] as const;
export type EventName = (typeof EVENTS)[number];

/** What a job may be given. */
export const TOKENS = {
  'as in the quick start': { contents: 'read', 'pull-requests': 'write', 'security-events': 'write' },
  'no security-events': { contents: 'read', 'pull-requests': 'write' },
  'pull-requests: read': { contents: 'read', 'pull-requests': 'read', 'security-events': 'write' },
  'read alone': { contents: 'read', 'pull-requests': 'read' },
  'contents: read': { contents: 'read' },
  nothing: {},
} as const satisfies Record<string, Permissions>;
export type TokenName = keyof typeof TOKENS;

const CHANNELS = {
  list: /^GET .*\/pulls\/12\/files$/,
  upload: /^POST .*\/code-scanning\/sarifs$/,
  status: /^GET .*\/code-scanning\/sarifs\//,
  find: /^POST \/graphql$/,
  create: /^POST .*\/issues\/12\/comments$/,
  edit: /^PATCH .*\/issues\/comments\//,
  parents: /^GET .*\/git\/commits\//,
  tree: /^GET .*\/git\/trees\//,
  blob: /^GET .*\/git\/blobs\//,
  compare: /^GET .*\/compare\//,
} as const;
type ChannelName = keyof typeof CHANNELS;

const times = (count: number, answer: Scripted): readonly Scripted[] =>
  Array.from({ length: count }, () => answer);
const says = (status: number, message: string, headers: Record<string, string> = {}): Scripted => ({
  status,
  body: { message },
  headers,
});

const ANSWERS = {
  '401': times(9, says(401, 'Bad credentials')),
  '403': times(9, says(403, 'Resource not accessible by integration')),
  '403 once, secondary rate limit': [
    says(403, 'You have exceeded a secondary rate limit', { 'retry-after': '2' }),
  ],
  '404': times(9, says(404, 'Not Found')),
  '413': times(9, says(413, 'Payload too large')),
  '422': times(9, says(422, 'Validation Failed')),
  '429 once': [says(429, 'API rate limit exceeded', { 'retry-after': '1' })],
  '429 for an hour': times(9, says(429, 'API rate limit exceeded', { 'retry-after': '3600' })),
  '500 once': [says(500, 'Server Error')],
  '503 for ever': times(40, says(503, 'Service Unavailable')),
  'a redirect': times(9, says(302, 'Moved', { location: 'https://example.invalid/' })),
  'no answer once': ['drop'],
  'no answer for ever': times(40, 'drop'),
  'half an answer once': ['drop half'],
  'an answer lost on its way': ['drop late'],
  'a slow answer': [{ delay: 700 }],
} as const satisfies Record<string, readonly Scripted[]>;
type Trouble = keyof typeof ANSWERS;

export type AnswerName = 'as usual' | `${ChannelName}: ${Trouble}`;

/** The script of an answer: which requests it meets, and with what. */
export function scriptOf(
  answer: AnswerName,
): { readonly matching: RegExp; readonly answers: readonly Scripted[] } | undefined {
  if (answer === 'as usual') return undefined;
  const [channel, trouble] = answer.split(': ') as [ChannelName, Trouble];
  return { matching: CHANNELS[channel], answers: ANSWERS[trouble] };
}

export const EARLIER = [
  'nothing',
  'a finding that is gone',
  'the same run',
  'a minimized comment',
  'two comments of ours',
  'a comment that somebody forged',
  '500 comments of others before ours',
  'a newer run',
  'a closed pull request',
  'a newer commit',
] as const;
export type EarlierName = (typeof EARLIER)[number];

const USUAL: Case = {
  event: 'pull_request',
  token: 'as in the quick start',
  checkout: 'merge',
  content: 'an index',
  answer: 'as usual',
  earlier: 'nothing',
};

type Table = { readonly [K in keyof Case]?: readonly Case[K][] };

/** Every combination of some values; the rest is usual. */
function product(table: Table): readonly Case[] {
  return Object.entries(table).reduce<readonly Case[]>(
    (cases, [key, values]) =>
      cases.flatMap((one) => (values as readonly unknown[]).map((value) => ({ ...one, [key]: value }))),
    [USUAL],
  );
}

const tokens = Object.keys(TOKENS) as TokenName[];
const contents = Object.keys(CONTENTS) as ContentName[];
const troubles = Object.keys(ANSWERS) as Trouble[];
const on = (channels: readonly ChannelName[]): readonly AnswerName[] =>
  channels.flatMap((channel) => troubles.map((trouble) => `${channel}: ${trouble}` as const));
const [, , , ...unlikePullRequests] = EVENTS;

const all: readonly Case[] = [
  ...product({
    event: ['pull_request', 'pull_request from a fork', 'pull_request of Dependabot'],
    token: tokens,
    checkout: ['merge', 'head', 'none'],
  }),
  ...product({ content: contents, checkout: ['merge', 'head', 'none'] }),
  ...product({ content: contents, token: ['read alone'] }),
  ...product({ answer: on(['list', 'upload', 'status', 'find', 'create']) }),
  ...product({ answer: on(['tree', 'blob', 'parents']), checkout: ['none'] }),
  ...product({ answer: on(['edit']), earlier: ['a finding that is gone'], content: ['a new table'] }),
  ...product({ event: ['merge_group'], answer: on(['compare']) }),
  ...product({
    event: unlikePullRequests,
    content: ['an index', 'a new table', 'no migration'],
    checkout: ['merge', 'none'],
    token: ['as in the quick start', 'contents: read'],
  }),
  ...product({ earlier: EARLIER, content: ['an index', 'a new table', 'no migration'] }),
];

/** By their names. */
export const CASES: ReadonlyMap<string, Case> = new Map(all.map((one) => [nameOf(one), one]));

function nameOf({ event, token, checkout, content, answer, earlier }: Case): string {
  return [event, token, `checkout ${checkout}`, content, answer, earlier].join(' · ');
}
