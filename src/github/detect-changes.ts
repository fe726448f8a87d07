import { type ChangedFile, changedFile, lacksLines } from './changed-file';
import type { ChangeSet, Everything, KnownChanges } from './change-set';
import { type Checkout, hasCommit, mergeBase } from './checkout';
import type { Event, PullRequestEvent, PushEvent } from './event';
import type { GitHub, ListedFile } from './github';
import type { Git } from './git';
import { gitDiff } from './git-diff';
import { type Answer, ok, type Refusal, refused, unavailable } from './refusal';

/** All that the ladder stands on. */
export interface Surroundings {
  readonly github: GitHub;
  /** Absent: no checkout, one of another commit, or a privileged event, where git is kept off a stranger's content. */
  readonly checkout: Checkout | undefined;
  /** `GITHUB_SHA`. */
  readonly sha: string;
}

/** Finds what an event changes, by the best source that is complete. A partial list is never taken for a whole one. */
export async function detectChanges(event: Event, surroundings: Surroundings): Promise<ChangeSet> {
  switch (event.kind) {
    case 'pull-request':
      return pullRequestChanges(event, surroundings);
    case 'merge-group':
      return between(event.baseSha, event.headSha, surroundings);
    case 'push':
      return pushChanges(event, surroundings);
    case 'workflow-run':
      return { kind: 'all', head: surroundings.sha, why: 'the event workflow_run has no change set' };
    case 'other':
      return { kind: 'all', head: surroundings.sha, why: `the event ${event.name} has no change set` };
  }
}

async function pullRequestChanges(event: PullRequestEvent, surroundings: Surroundings): Promise<ChangeSet> {
  const { github, sha } = surroundings;
  const base = await baseOf(event, surroundings);
  const listed = await github.pullRequestFiles(event.number);
  if (listed.kind === 'ok' && listed.value.complete) {
    const files = await withMissingLines(listed.value.files, base, surroundings);
    return { kind: 'changed', files, base, head: event.headSha, notes: [] };
  }
  const why =
    listed.kind === 'ok'
      ? 'the pull request has more files than GitHub lists'
      : 'the list of changed files was refused';
  const merged = await mergeDiff(event, base, surroundings);
  if (merged.kind === 'ok')
    return {
      kind: 'changed',
      files: merged.value,
      base,
      head: sha,
      notes: [`The changed files are those that git tells: ${why}.`],
    };
  const own = await ownDiff(event, base, surroundings);
  if (own.kind === 'ok')
    return { ...own.value, notes: [`The changed files are those that git tells: ${why}.`] };
  const compared = await comparison(base, event.headSha, github);
  if (compared.kind === 'ok') {
    return { ...compared.value, base, notes: [`The changed files are those of a comparison: ${why}.`] };
  }
  const refusal = listed.kind === 'refused' ? listed.refusal : compared.refusal;
  return {
    kind: 'all',
    head: surroundings.checkout?.head ?? event.headSha,
    why: `diff not available: ${why}`,
    refusal,
  };
}

/**
 * The base of a pull request is the first parent of its merge commit. The event's own base may be older, and then files
 * of the base branch would pass for files of the pull request.
 */
async function baseOf(event: PullRequestEvent, { github, checkout, sha }: Surroundings): Promise<string> {
  if (event.privileged) return event.baseSha;
  const answer = checkout?.head === sha ? ok(checkout.parents) : await github.parents(sha);
  const [first, second] = answer.kind === 'ok' ? answer.value : [];
  return first !== undefined && second === event.headSha ? first : event.baseSha;
}

/** The difference that the merge commit makes: the pull request, without what the base branch gained meanwhile. */
async function mergeDiff(
  event: PullRequestEvent,
  base: string,
  { checkout, sha }: Surroundings,
): Promise<Answer<readonly ChangedFile[]>> {
  if (checkout === undefined || checkout.head !== sha || checkout.parents[1] !== event.headSha) {
    return refused(unavailable('the merge commit is not checked out'));
  }
  if (!(await hasCommit(checkout.git, base))) await checkout.git.fetch([base]);
  return gitDiff(checkout.git, base, sha);
}

/** Where the head itself is checked out, with its history. */
async function ownDiff(
  event: PullRequestEvent,
  base: string,
  { checkout }: Surroundings,
): Promise<Answer<Omit<KnownChanges, 'notes'>>> {
  if (checkout?.head !== event.headSha) return refused(unavailable('the head is not checked out'));
  return sinceAncestor(checkout.git, base, event.headSha);
}

async function sinceAncestor(
  git: Git,
  base: string,
  head: string,
): Promise<Answer<Omit<KnownChanges, 'notes'>>> {
  const ancestor = await mergeBase(git, base, head);
  if (ancestor === undefined) return refused(unavailable('the clone is too shallow'));
  const files = await gitDiff(git, ancestor, head);
  return files.kind === 'ok' ? ok({ kind: 'changed', files: files.value, base: ancestor, head }) : files;
}

/** Asks git for the lines that GitHub does not show (large diffs), where the merge commit holds the very same version. */
async function withMissingLines(
  listed: readonly ListedFile[],
  base: string,
  surroundings: Surroundings,
): Promise<readonly ChangedFile[]> {
  const files = listed.flatMap((file) => changedFile(file) ?? []);
  const lacking = new Set(listed.filter(lacksLines).map(({ path }) => path));
  const { checkout } = surroundings;
  if (lacking.size === 0 || checkout === undefined) return files;
  if (!(await hasCommit(checkout.git, base))) await checkout.git.fetch([base]);
  const told = await gitDiff(checkout.git, base, checkout.head);
  if (told.kind === 'refused') return files;
  const byPath = new Map(told.value.map((file) => [file.path, file]));
  return files.map((file) => {
    const known = lacking.has(file.path) ? byPath.get(file.path) : undefined;
    return known !== undefined && known.blobSha === file.blobSha ? { ...file, lines: known.lines } : file;
  });
}

async function pushChanges(event: PushEvent, surroundings: Surroundings): Promise<ChangeSet> {
  if (event.before !== undefined) return between(event.before, event.after, surroundings);
  if (event.toDefaultBranch || !event.ref.startsWith('refs/heads/')) {
    return {
      kind: 'all',
      head: event.after,
      why: `${event.ref} is new and there is nothing to compare it with`,
    };
  }
  const compared = await comparison(event.defaultBranch, event.after, surroundings.github);
  if (compared.kind === 'ok') return { ...compared.value, notes: [] };
  const own = await sinceBranch(event, surroundings);
  return own.kind === 'ok' ? { ...own.value, notes: [TOLD_BY_GIT] } : undiffed(event.after, compared.refusal);
}

/** What a new branch adds to the default one, where the clone has both with their history. */
async function sinceBranch(
  { after, defaultBranch }: PushEvent,
  { checkout }: Surroundings,
): Promise<Answer<Omit<KnownChanges, 'notes'>>> {
  return checkout?.head === after
    ? sinceAncestor(checkout.git, `refs/remotes/origin/${defaultBranch}`, after)
    : refused(unavailable('the branch is not checked out'));
}

const TOLD_BY_GIT = 'The changed files are those that git tells: GitHub gives no complete comparison.';

/** By comparison, then by git. */
async function between(base: string, head: string, { github, checkout }: Surroundings): Promise<ChangeSet> {
  const compared = await comparison(base, head, github);
  if (compared.kind === 'ok') return { ...compared.value, notes: [] };
  if (checkout?.head !== head) return undiffed(head, compared.refusal);
  if (!(await hasCommit(checkout.git, base))) await checkout.git.fetch([base]);
  const told = await gitDiff(checkout.git, base, head);
  if (told.kind === 'refused') return undiffed(head, compared.refusal);
  return {
    kind: 'changed',
    files: told.value,
    base,
    head,
    notes: [TOLD_BY_GIT],
  };
}

/** From the merge base of the two on. From 300 files on GitHub may leave some out, and then this is no answer. */
async function comparison(
  base: string,
  head: string,
  github: GitHub,
): Promise<Answer<Omit<KnownChanges, 'notes'>>> {
  const answer = await github.compare(base, head);
  if (answer.kind === 'refused') return answer;
  const { files, complete, mergeBase: ancestor } = answer.value;
  if (!complete) return refused({ kind: 'too-large', message: 'GitHub compares at most 300 files' });
  return ok({
    kind: 'changed',
    files: files.flatMap((file) => changedFile(file) ?? []),
    base: ancestor,
    head,
  });
}

function undiffed(head: string, refusal: Refusal): Everything {
  return { kind: 'all', head, why: 'diff not available: the comparison was refused', refusal };
}
