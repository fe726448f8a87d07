import type { Event } from '../../src/github/event';
import { noticeFor, PRIVILEGED_NOTICE, scopeNotice } from '../../src/github/notices';
import type { Refusal, RefusalKind } from '../../src/github/refusal';
import type { Generator } from '../generate';
import { replaceSection } from './section';

const SHA = '0'.repeat(40);

const pullRequest = (origin: 'same-repository' | 'fork' | 'dependabot'): Event => ({
  kind: 'pull-request',
  number: 1,
  headSha: SHA,
  baseSha: SHA,
  baseBranch: 'main',
  origin,
  privileged: false,
});

const refusal = (kind: RefusalKind, message: string): Refusal => ({ kind, message });
const OWN = pullRequest('same-repository');
const INTEGRATION = refusal('permission', 'Resource not accessible by integration');

/** What the action says when there is no comment, in its own words, and what is behind it. */
const NOTICES: readonly (readonly [string, string])[] = [
  [
    noticeFor('comment', INTEGRATION, OWN).message,
    'The job lacks the permission. The lines of the message go into the workflow; naming one permission takes all others away, so they are given together.',
  ],
  [
    noticeFor('comment', INTEGRATION, pullRequest('fork')).message,
    'GitHub gives forks a token that reads. The two workflows of [Pull requests from forks](#pull-requests-from-forks) bring the comment.',
  ],
  [
    noticeFor('comment', INTEGRATION, pullRequest('dependabot')).message,
    'The same for Dependabot, also when somebody re-runs its job.',
  ],
  [
    noticeFor('comment', refusal('unauthenticated', 'Bad credentials'), OWN).message,
    'The input `token` holds something that GitHub does not know. Leave it out: the default is the token of the job.',
  ],
  [
    noticeFor('comment', refusal('locked', 'Unable to create comment because issue is locked'), OWN).message,
    'Unlock the conversation, or set `comment: never`.',
  ],
  [
    noticeFor('comment', refusal('archived', 'Repository was archived'), OWN).message,
    'An archived repository takes no comment.',
  ],
  [
    noticeFor('comment', refusal('policy', 'the IP allow list is enabled'), OWN).message,
    "The organisation decides: its IP allow list must hold the runner's address.",
  ],
  [
    noticeFor('comment', refusal('rate-limited', 'API rate limit exceeded'), OWN).message,
    'The token of a job has 1,000 requests an hour for the whole repository. Run again later.',
  ],
  [
    noticeFor('comment', refusal('unavailable', 'status 503'), OWN).message,
    'GitHub was asked three times. Run again.',
  ],
  [
    scopeNotice('diff not available: the list of changed files was refused', INTEGRATION).message,
    'There is a comment if it may be written, but it speaks of every migration, and nothing fails.',
  ],
  [PRIVILEGED_NOTICE.message, 'See [pull_request_target](#pull_request_target).'],
];

/** The README's answers to "Why is there no comment?", by the very texts that a run prints. */
export const noticesTable: Generator = (read) => {
  const rows = NOTICES.map(
    ([message, answer]) => `| ${message.split('\n').map(code).join('<br>')} | ${answer} |`,
  );
  const table = ['| The run says | Why, and what to do |', '| --- | --- |', ...rows].join('\n');
  return new Map([['README.md', replaceSection(read('README.md') ?? '', 'notices', table)]]);
};

/** Blanks at the start of a line of YAML are kept. */
const code = (line: string): string =>
  `${'&nbsp;'.repeat(/^ */.exec(line)?.[0].length ?? 0)}${line.trim().replaceAll('|', '\\|')}`;
