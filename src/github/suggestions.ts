import type { GitHub, ReviewComment } from './github';
import type { ChangedLines } from './patch';
import type { Refusal } from './refusal';

/** A replacement of lines, offered as a review comment that can be applied with one click. */
export interface Suggestion {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** What the lines become, without the last line end. */
  readonly replacement: string;
  readonly message: string;
  /** Of the finding, so that it is offered once. */
  readonly id: string;
}

/** A replacement of a stretch of a text, in UTF-16 units from zero. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Turns edits of one text into a replacement of whole lines. Undefined if they overlap or lie outside. */
export function replacedLines(
  source: string,
  edits: readonly TextEdit[],
): Pick<Suggestion, 'startLine' | 'endLine' | 'replacement'> | undefined {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (
    ordered.some(
      ({ start, end }, index) => start > end || end > source.length || start < (ordered[index - 1]?.end ?? 0),
    )
  )
    return undefined;
  const from = source.slice(0, first.start).lastIndexOf('\n') + 1;
  const newline = source.indexOf('\n', last.end);
  const to = newline < 0 ? source.length : newline;
  let replacement = '';
  let position = from;
  for (const { start, end, text } of ordered) {
    replacement += source.slice(position, start) + text;
    position = end;
  }
  replacement += source.slice(position, to);
  const startLine = source.slice(0, from).split('\n').length;
  return {
    startLine,
    endLine: startLine + source.slice(from, to).split('\n').length - 1,
    replacement: replacement.replace(/\r$/, ''),
  };
}

/** GitHub takes a suggestion on lines of one hunk only; ours stay within one run of added lines. */
export function isWithinDiff({ startLine, endLine }: Suggestion, { added }: ChangedLines): boolean {
  return added === 'whole' || added.some(({ start, end }) => start <= startLine && endLine <= end);
}

export type SuggestionOutcome =
  | { readonly kind: 'posted'; readonly posted: number; readonly dropped: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Each new comment notifies people. */
const MOST = 10;
const MARKER = '<!-- pgfence:suggestion v=1 id=';

/**
 * Offers suggestions in one review. If GitHub finds one of them invalid it refuses them all: then they are posted one by
 * one, a second apart, without the bad ones. What an earlier run offered is not offered again.
 */
export async function publishSuggestions(
  github: GitHub,
  place: { readonly pullRequest: number; readonly headSha: string },
  suggestions: readonly Suggestion[],
  wait: (milliseconds: number) => Promise<void>,
): Promise<SuggestionOutcome> {
  if (suggestions.length === 0) return { kind: 'posted', posted: 0, dropped: 0 };
  const earlier = await github.ownReviewComments(place.pullRequest, MARKER);
  if (earlier.kind === 'refused') return earlier;
  const known = new Set(earlier.value.map((body) => body.slice(MARKER.length).split(' ')[0]));
  const comments = suggestions
    .filter(({ id }) => !known.has(id))
    .slice(0, MOST)
    .map(reviewComment);
  if (comments.length === 0) return { kind: 'posted', posted: 0, dropped: 0 };
  const body = `pgfence suggests ${String(comments.length)} safer ${comments.length === 1 ? 'form' : 'forms'}. Each can be applied on its own.`;
  const review = await github.createReview(place.pullRequest, { commit: place.headSha, body, comments });
  if (review.kind === 'ok') return { kind: 'posted', posted: comments.length, dropped: 0 };
  if (review.refusal.kind !== 'invalid') return review;
  let posted = 0;
  for (const [index, comment] of comments.entries()) {
    if (index > 0) await wait(1000);
    const answer = await github.createReviewComment(place.pullRequest, place.headSha, comment);
    if (answer.kind === 'ok') posted++;
    else if (answer.refusal.kind !== 'invalid')
      return posted > 0 ? { kind: 'posted', posted, dropped: comments.length - posted } : answer;
  }
  return { kind: 'posted', posted, dropped: comments.length - posted };
}

function reviewComment({ path, startLine, endLine, replacement, message, id }: Suggestion): ReviewComment {
  const fence = '`'.repeat(Math.max(3, longestRun(replacement) + 1));
  return {
    path,
    body: `${MARKER}${id} -->\n${message}\n\n${fence}suggestion\n${replacement}\n${fence}`,
    line: endLine,
    ...(startLine < endLine ? { startLine } : {}),
  };
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
