import {
  type CommentState,
  type KeptState,
  marker,
  progress,
  type Progress,
  readState,
  stateLine,
  tellSame,
  withoutState,
} from './comment-state';
import type { CommentPlace, GitHub, OwnComment } from './github';
import type { Refusal } from './refusal';
import { COMMENT_BUDGET, fitting, type Renderings, utf16Length } from './renderings';

/** A report that wants to be the one comment of a pull request. */
export interface CommentRequest {
  readonly pullRequest: number;
  readonly key: string;
  readonly state: CommentState;
  /** The findings that the comment remembers stay: this run has none to put in their place. */
  readonly keepsFindings?: boolean;
  /** Whether to make a comment where there is none. One that exists is always brought up to date. */
  readonly create: boolean;
  /** The text below the hidden lines. Absent progress means that there was no comment before this commit. */
  readonly render: (progress: Progress | undefined) => Renderings;
}

export type CommentOutcome =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      readonly place: CommentPlace;
      readonly progress: Progress;
    }
  | { readonly kind: 'not needed' }
  | { readonly kind: 'skipped'; readonly why: 'closed' | 'newer commit' | 'newer run' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Wait = (milliseconds: number) => Promise<void>;

const TRIES = 3;

/**
 * Keeps one comment per key. It is found by marker and author; of several (two runs at once) the oldest stays. A result
 * for a commit that is no longer the head is not written, nor is that of an older run for the same commit.
 */
export async function publishComment(
  github: GitHub,
  request: CommentRequest,
  wait: Wait,
): Promise<CommentOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(github, request);
    const lost = outcome.kind === 'refused' && outcome.refusal.kind === 'unavailable';
    if (!lost || attempt === TRIES) return outcome;
    // The comment may have been made although its answer was lost: the next attempt looks for it first.
    await wait(attempt * attempt * 1000);
  }
}

async function attemptOnce(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  const found = await github.ownComments(request.pullRequest, marker(request.key));
  if (found.kind === 'refused') return found;
  const { open, headSha, comments } = found.value;
  if (!open) return { kind: 'skipped', why: 'closed' };
  if (headSha !== request.state.headSha) return { kind: 'skipped', why: 'newer commit' };
  const [oldest, ...younger] = comments;
  for (const { id } of younger) await github.deleteComment(id);
  if (oldest === undefined)
    return request.create ? write(github, request, undefined, undefined) : { kind: 'not needed' };
  const before = readState(oldest.body);
  if (before !== undefined && isNewer(before, request.state)) return { kind: 'skipped', why: 'newer run' };
  return write(github, request, oldest, before);
}

function isNewer(before: CommentState, now: CommentState): boolean {
  if (before.headSha !== now.headSha) return false;
  return before.runId > now.runId || (before.runId === now.runId && before.runAttempt > now.runAttempt);
}

async function write(
  github: GitHub,
  request: CommentRequest,
  existing: OwnComment | undefined,
  before: KeptState | undefined,
  /** What GitHub lists may be stale: another look would tell the same, and the run would go in circles. */
  listedIsGone = false,
): Promise<CommentOutcome> {
  const state =
    request.keepsFindings === true ? { ...request.state, findings: before?.findings ?? [] } : request.state;
  const again = before !== undefined && tellSame(before, state);
  const change = progress(before, state);
  const told = again ? before.progress : existing === undefined ? undefined : change;
  const head = `${marker(request.key)}\n${stateLine({ ...state, ...(told === undefined ? {} : { progress: told }) })}\n`;
  let renderings = request.render(told).map((render) => () => `${head}${render()}`);
  for (;;) {
    const fit = fitting(renderings, COMMENT_BUDGET, utf16Length);
    if (fit === undefined)
      return {
        kind: 'refused',
        refusal: { kind: 'too-large', message: 'no form of the comment is small enough' },
      };
    if (existing !== undefined && again && isSame(existing.body, fit.text))
      return { kind: 'unchanged', place: existing, progress: change };
    const answer =
      existing === undefined
        ? await github.createComment(request.pullRequest, fit.text)
        : await github.updateComment(existing.id, fit.text);
    if (answer.kind === 'ok')
      return existing === undefined && !listedIsGone
        ? alone(github, request, answer.value, change)
        : { kind: existing === undefined ? 'created' : 'updated', place: answer.value, progress: change };
    if (answer.refusal.kind === 'not-found' && existing !== undefined) {
      // Deleted since it was listed.
      return request.create ? write(github, request, undefined, undefined, true) : { kind: 'not needed' };
    }
    if (answer.refusal.kind !== 'too-large' || fit.smaller.length === 0) return answer;
    renderings = [...fit.smaller];
  }
}

/** Two runs at once both find no comment and make one. Each looks again, and who is not the oldest gives way to it. */
async function alone(
  github: GitHub,
  request: CommentRequest,
  place: CommentPlace,
  change: Progress,
): Promise<CommentOutcome> {
  const found = await github.ownComments(request.pullRequest, marker(request.key));
  const [oldest] = found.kind === 'ok' ? found.value.comments : [];
  if (oldest === undefined || oldest.id >= place.id) return { kind: 'created', place, progress: change };
  await github.deleteComment(place.id);
  return attemptOnce(github, request);
}

/** The attempt, which is all that differs in a plain re-run, stands in the state line. GitHub may hand line ends back as CRLF. */
function isSame(old: string, fresh: string): boolean {
  return withoutState(old.replaceAll('\r\n', '\n')) === withoutState(fresh);
}
