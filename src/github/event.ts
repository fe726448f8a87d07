import { flag, member, objectId, text, whole } from './untrusted';

/** What made the workflow run, as far as pgfence treats it differently. */
export type Event =
  | PullRequestEvent
  | { readonly kind: 'merge-group'; readonly baseSha: string; readonly headSha: string }
  | PushEvent
  | WorkflowRunEvent
  /** Schedule, dispatch, comment and others: no change set belongs to them. */
  | { readonly kind: 'other'; readonly name: string; readonly privileged: boolean };

export interface PullRequestEvent {
  readonly kind: 'pull-request';
  readonly number: number;
  readonly headSha: string;
  /** The tip of the base branch as the event saw it, which may be older than the merge commit's parent. */
  readonly baseSha: string;
  readonly baseBranch: string;
  /** Tells why a token may be read-only. It is never the reason not to try. */
  readonly origin: 'same-repository' | 'fork' | 'dependabot';
  /** `pull_request_target`: a token that may write, and a checkout that is not the pull request. */
  readonly privileged: boolean;
}

export interface PushEvent {
  readonly kind: 'push';
  /** `refs/heads/…` or `refs/tags/…`. */
  readonly ref: string;
  /** Absent for a new branch. */
  readonly before?: string;
  readonly after: string;
  readonly defaultBranch: string;
  readonly toDefaultBranch: boolean;
}

export interface WorkflowRunEvent {
  readonly kind: 'workflow-run';
  readonly headSha: string;
  readonly headBranch: string;
  /** Owner of the repository that the branch is in: another one for a fork. */
  readonly headOwner: string;
}

/**
 * Reads the payload of an event. It is hostile as far as a stranger writes it (branch names, titles); what is taken from
 * it is checked. An event that lacks what it must have counts as `other`: then everything is analysed and nothing gates.
 */
export function readEvent(name: string, payload: unknown): Event {
  return known(name, payload) ?? { kind: 'other', name, privileged: PRIVILEGED.has(name) };
}

/** Events that run with a token that may write, and on code of the default branch, though a stranger may cause them. */
const PRIVILEGED: ReadonlySet<string> = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
]);

function known(name: string, payload: unknown): Event | undefined {
  switch (name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return pullRequest(payload, false);
    case 'pull_request_target':
      return pullRequest(payload, true);
    case 'merge_group':
      return mergeGroup(payload);
    case 'push':
      return push(payload);
    case 'workflow_run':
      return workflowRun(payload);
    default:
      return undefined;
  }
}

function pullRequest(payload: unknown, privileged: boolean): PullRequestEvent | undefined {
  const pull = member(payload, 'pull_request');
  const number = whole(member(pull, 'number'));
  const headSha = objectId(member(pull, 'head', 'sha'));
  const baseSha = objectId(member(pull, 'base', 'sha'));
  const baseBranch = text(member(pull, 'base', 'ref'));
  if (number === undefined || headSha === undefined || baseSha === undefined || baseBranch === undefined)
    return undefined;
  return { kind: 'pull-request', number, headSha, baseSha, baseBranch, origin: originOf(pull), privileged };
}

/** A deleted fork leaves `head.repo` null. */
function originOf(pull: unknown): PullRequestEvent['origin'] {
  const head = whole(member(pull, 'head', 'repo', 'id'));
  if (head === undefined || head !== whole(member(pull, 'base', 'repo', 'id'))) return 'fork';
  return text(member(pull, 'user', 'login')) === 'dependabot[bot]' ? 'dependabot' : 'same-repository';
}

function mergeGroup(payload: unknown): Event | undefined {
  const baseSha = objectId(member(payload, 'merge_group', 'base_sha'));
  const headSha = objectId(member(payload, 'merge_group', 'head_sha'));
  return baseSha === undefined || headSha === undefined
    ? undefined
    : { kind: 'merge-group', baseSha, headSha };
}

function push(payload: unknown): PushEvent | undefined {
  const ref = text(member(payload, 'ref'));
  const before = objectId(member(payload, 'before'));
  const after = objectId(member(payload, 'after'));
  const defaultBranch = text(member(payload, 'repository', 'default_branch'));
  const deleted = flag(member(payload, 'deleted')) === true;
  if (ref === undefined || after === undefined || defaultBranch === undefined || deleted || isZero(after))
    return undefined;
  return {
    kind: 'push',
    ref,
    after,
    defaultBranch,
    toDefaultBranch: ref === `refs/heads/${defaultBranch}`,
    ...(before === undefined || isZero(before) ? {} : { before }),
  };
}

const isZero = (sha: string): boolean => /^0+$/.test(sha);

function workflowRun(payload: unknown): WorkflowRunEvent | undefined {
  const run = member(payload, 'workflow_run');
  const headSha = objectId(member(run, 'head_sha'));
  const headBranch = text(member(run, 'head_branch'));
  const headOwner = text(member(run, 'head_repository', 'owner', 'login'));
  if (headSha === undefined || headBranch === undefined || headOwner === undefined) return undefined;
  return { kind: 'workflow-run', headSha, headBranch, headOwner };
}
