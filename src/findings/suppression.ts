import type { SourceFile } from '../sql/source';

/** A comment that accepts findings: `pgfence allow <id>[, <id>]: <reason>`. */
export interface Suppression {
  /** Of the comment's text, in the source. */
  readonly start: number;
  readonly end: number;
  /** One-based. */
  readonly line: number;
  readonly scope: 'statement' | 'file';
  /** Empty: every rule, which only the earlier form could say. */
  readonly rules: readonly string[];
  /** Empty where none is given. */
  readonly reason: string;
  /** `pgfence-ignore`, the form of earlier versions. */
  readonly legacy: boolean;
}

const MARK =
  /pgfence[ \t]+(allow(?:-file)?)[ \t]+([^\n:]*?)[ \t]*(?::[ \t]*([^\n]*?))?[ \t]*(?:\*\/|$)|pgfence-ignore(?:[ \t]*:[ \t]*|[ \t]+)?([^\n]*?)[ \t]*(?:\*\/|$)/gm;

/** A stretch of comment, in UTF-16 offsets of the source. */
export interface CommentRange {
  readonly start: number;
  readonly end: number;
}

/** The suppressions that stand in the comments of a source, in their order. */
export function findSuppressions(
  source: SourceFile,
  comments: Iterable<CommentRange>,
): readonly Suppression[] {
  if (!source.text.includes('pgfence')) return [];
  const found: Suppression[] = [];
  for (const comment of comments) {
    const text = source.text.slice(comment.start, comment.end);
    for (const match of text.matchAll(MARK)) {
      const start = comment.start + match.index;
      found.push({ start, end: start + match[0].length, line: lineAt(source.text, start), ...read(match) });
    }
  }
  return found;
}

/**
 * The comments of a JavaScript or TypeScript source, and of the SQL in its strings: every stretch of a line from `//`, `--` or `/*`
 * on. It may take a stretch of a string for a comment, which can only accept what its author wrote.
 */
export function* commentLike(text: string): Iterable<CommentRange> {
  for (const match of text.matchAll(/(?:\/\/|--|\/\*|^[ \t]*\*)[^\n]*/gm)) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}

function read(match: RegExpMatchArray): Pick<Suppression, 'scope' | 'rules' | 'reason' | 'legacy'> {
  const [, word, ids, reason, legacyIds] = match;
  const legacy = word === undefined;
  return {
    scope: word === 'allow-file' ? 'file' : 'statement',
    rules: splitIds(legacy ? (legacyIds ?? '') : (ids ?? '')),
    reason: legacy ? '' : (reason ?? '').trim(),
    legacy,
  };
}

function splitIds(text: string): readonly string[] {
  return text
    .split(/[\s,]+/)
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
