import { lockTimeout, statementTimeout } from '../../analysis/settings';
import type { Step } from '../../analysis/step';
import type { TextEdit } from '../../findings/finding';
import type { ParsedStatement } from '../../sql/parse';
import { isSqlFile } from '../../sql/sql-file';
import { spanIn } from '../../sql/statement';
import { isVerbatim } from '../sql-text';

/** One change of a statement's text, at UTF-16 offsets from its start. An empty stretch inserts. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Changes of a statement as edits of its source; undefined where the source does not hold the SQL as it is sent, or would have
 * to escape what is written into it.
 */
export function editsOf(
  statement: ParsedStatement,
  changes: readonly Change[],
): readonly TextEdit[] | undefined {
  if (!isVerbatim(statement) || changes.length === 0) return undefined;
  if (!changes.every(({ text }) => fits(statement, text))) return undefined;
  return changes.map(({ start, end, text }) => ({ at: spanIn(statement, start, end), text }));
}

/** The text after the changes. */
export function changed(text: string, changes: readonly Change[]): string {
  return [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, text: instead }) => result.slice(0, start) + instead + result.slice(end),
      text,
    );
}

/** An optional property of a repair. */
export function withEdits(edits: readonly TextEdit[] | undefined): { readonly edits?: readonly TextEdit[] } {
  return edits === undefined ? {} : { edits };
}

/**
 * Whether a statement of several phases may stand in the place of this one: outside of a transaction, and with no timeout in
 * force that would break it off half-way.
 */
export function runsAlone(step: Step): boolean {
  const timeouts = [lockTimeout(step.before), statementTimeout(step.before)];
  return (
    !step.inTransaction && step.inner.length === 0 && timeouts.every((time) => time === null || time === 0)
  );
}

/** SQL files take any text, template literals all but their own signs, other literals only what no language escapes. */
function fits({ fragment, at }: ParsedStatement, text: string): boolean {
  const { path, text: source } = fragment.source;
  if (isSqlFile(path)) return true;
  const opening = fragment.segments.find(
    ({ at: piece }) => piece.file === at.file && piece.start <= at.start,
  );
  if (opening !== undefined && source[opening.at.start - 1] === '`') return !/[`\\]|\$\{/.test(text);
  return /^[\w ,.()=;]*$/.test(text);
}
