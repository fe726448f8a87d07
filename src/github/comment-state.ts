import { json, list, member, objectId, text, whole } from './untrusted';

/** What a comment remembers of the run that wrote it. It stands in the comment, hidden, where whoever may edit comments can change it. */
export interface CommentState {
  readonly headSha: string;
  readonly runId: number;
  readonly runAttempt: number;
  /** Short forms of finding ids, sorted; at most 500. */
  readonly findings: readonly string[];
}

/** A state as a comment holds it: with what its run told about progress, so that a re-run tells the same. */
export interface KeptState extends CommentState {
  readonly progress?: Progress;
}

const VERSION = 1;
const MOST_FINDINGS = 500;
const SHORT = 8;

/** The first line of a comment: by it, and by its author, the comment is found again. */
export function marker(key: string): string {
  return `<!-- pgfence:comment v=1 key=${key.replace(/[^\w./-]/g, '-')} -->`;
}

export function stateOf(
  headSha: string,
  runId: number,
  runAttempt: number,
  findingIds: readonly string[],
): CommentState {
  const findings = [...new Set(findingIds.map((id) => id.slice(0, SHORT)))].sort().slice(0, MOST_FINDINGS);
  return { headSha, runId, runAttempt, findings };
}

export function stateLine({ headSha, runId, runAttempt, findings, progress: told }: KeptState): string {
  const state = JSON.stringify({
    v: VERSION,
    head: headSha,
    run: runId,
    attempt: runAttempt,
    findings,
    progress: told,
  });
  return `<!-- pgfence:state ${Buffer.from(state, 'utf8').toString('base64')} -->`;
}

/** Reads the state line back; undefined if there is none or it is not of our making. */
export function readState(body: string): KeptState | undefined {
  const encoded = STATE_LINE.exec(body)?.[1];
  if (encoded === undefined || encoded.length > 20_000) return undefined;
  const state = json(Buffer.from(encoded, 'base64').toString('utf8'));
  const headSha = objectId(member(state, 'head'));
  const runId = whole(member(state, 'run'));
  const runAttempt = whole(member(state, 'attempt'));
  if (
    member(state, 'v') !== VERSION ||
    headSha === undefined ||
    runId === undefined ||
    runAttempt === undefined
  )
    return undefined;
  const ids = list(member(state, 'findings')).slice(0, MOST_FINDINGS);
  const findings = ids.flatMap((id) => (/^[0-9a-f]{8}$/.test(text(id) ?? '') ? [String(id)] : []));
  const fresh = whole(member(state, 'progress', 'fresh'));
  const resolved = whole(member(state, 'progress', 'resolved'));
  const told = fresh === undefined || resolved === undefined ? {} : { progress: { fresh, resolved } };
  return { headSha, runId, runAttempt, findings, ...told };
}

/** A body without its state line: what a reader sees. */
export const withoutState = (body: string): string => body.replace(STATE_LINE, '');

const STATE_LINE = /^<!-- pgfence:state ([A-Za-z0-9+/=]+) -->$/m;

/** How the findings differ from those that an earlier run left in its comment. */
export interface Progress {
  readonly fresh: number;
  readonly resolved: number;
}

/** Whether two states tell of the same findings at the same commit. */
export function tellSame(a: CommentState, b: CommentState): boolean {
  return a.headSha === b.headSha && a.findings.join() === b.findings.join();
}

export function progress(before: CommentState | undefined, now: CommentState): Progress {
  const earlier = new Set(before?.findings ?? []);
  const present = new Set(now.findings);
  return {
    fresh: now.findings.filter((id) => !earlier.has(id)).length,
    resolved: [...earlier].filter((id) => !present.has(id)).length,
  };
}
