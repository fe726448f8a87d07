import type { Step } from '../../analysis/step';
import type { RepairStep, TextEdit } from '../../findings/finding';
import { lexemes } from '../../sql/clauses';
import { isSqlFile } from '../../sql/sql-file';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import type { Change } from './edits';
import { changed, editsOf, runsAlone } from './edits';
import { alone } from './steps';

/** Steps, and the edits that do the same where the statement stands. */
export interface Rewritten {
  readonly steps: readonly RepairStep[];
  readonly edits: readonly TextEdit[] | undefined;
}

/** What CREATE INDEX CONCURRENTLY locks and leaves behind. */
export function buildNote(index: string | null): string {
  const which = index === null ? '' : ` "${index}"`;
  return `SHARE UPDATE EXCLUSIVE: reads and writes go on. If it fails it leaves an INVALID index${which}: drop it with DROP INDEX CONCURRENTLY and try again.`;
}

/** CREATE INDEX as it is written, with CONCURRENTLY; without IF NOT EXISTS, which would take a failed build for the index. */
export function buildConcurrently(step: Step, index: string | null): Rewritten | null {
  const { text } = step.statement;
  const changes = createIndexChanges(text, index);
  if (changes === null || step.inner.length > 0) return null;
  return {
    steps: [alone(changed(text, changes), buildNote(index))],
    edits: runsAlone(step) ? editsOf(step.statement, changes) : undefined,
  };
}

/** CREATE INDEX as it is written, CONCURRENTLY and under this name; null where the text is not that plain. */
export function builtAs(text: string, name: string): string | null {
  const tokens = lexemes(text).filter(({ depth }) => depth === 0);
  const at = tokens.findIndex(({ word }) => word === 'index');
  const [keyword, on] = [tokens[at], tokens.slice(at).find(({ word }) => word === 'on')];
  if (tokens[0]?.word !== 'create' || at > 2 || keyword === undefined || on === undefined) return null;
  return `${text.slice(0, keyword.end)} CONCURRENTLY ${quoteName(name)} ${text.slice(on.start)}`;
}

function createIndexChanges(text: string, index: string | null): readonly Change[] | null {
  const tokens = lexemes(text);
  const at = tokens.findIndex(({ word }) => word === 'index');
  const keyword = tokens[at];
  if (tokens[0]?.word !== 'create' || keyword === undefined || at > 2) return null;
  if (tokens[at + 1]?.word === 'concurrently') return null;
  const next = tokens[at + 1];
  const isNamed = next?.word !== 'on';
  const name = isNamed || index === null ? '' : ` ${quoteName(index)}`;
  const insert: Change = { start: keyword.end, end: keyword.end, text: ` CONCURRENTLY${name}` };
  const exists = tokens[at + 3];
  if (next?.word !== 'if' || exists?.word !== 'exists') return [insert];
  return [{ start: keyword.end, end: exists.end, text: ' CONCURRENTLY' }];
}

/** One DROP INDEX CONCURRENTLY for each index. */
export function dropConcurrently(
  indexes: readonly { readonly schema: string | null; readonly name: string }[],
  ifExists = false,
): readonly RepairStep[] {
  return indexes.map((index) =>
    alone(
      `DROP INDEX CONCURRENTLY ${ifExists ? 'IF EXISTS ' : ''}${quoteRelation(index)}`,
      'SHARE UPDATE EXCLUSIVE on the table: reads and writes go on. If it is broken off, repeat it.',
    ),
  );
}

/** `DROP INDEX` as it is written with CONCURRENTLY, where one statement may stay one. */
export function dropInPlace(step: Step): readonly TextEdit[] | undefined {
  const tokens = lexemes(step.statement.text);
  const keyword = tokens[1];
  if (keyword?.word !== 'index' || !runsAlone(step)) return undefined;
  return editsOf(step.statement, [{ start: keyword.end, end: keyword.end, text: ' CONCURRENTLY' }]);
}

/** What is left of a failed build goes first, then CREATE INDEX CONCURRENTLY as it is written, without IF NOT EXISTS. */
export function buildConcurrentlyAgain(step: Step, index: string): Rewritten | null {
  const { text, fragment } = step.statement;
  const tokens = lexemes(text);
  const at = tokens.findIndex(({ word }) => word === 'concurrently');
  const [concurrently, exists] = [tokens[at], tokens[at + 3]];
  if (at === -1 || concurrently === undefined || step.inner.length > 0) return null;
  const guard: readonly Change[] =
    exists?.word === 'exists' ? [{ start: concurrently.end, end: exists.end, text: '' }] : [];
  const drop = `DROP INDEX CONCURRENTLY IF EXISTS ${quoteName(index)}`;
  const oneByOne = runsAlone(step) && fragment.transaction === 'none' && isSqlFile(fragment.source.path);
  return {
    steps: [
      alone(drop, 'SHARE UPDATE EXCLUSIVE on the table: nothing happens where there is no such index.'),
      alone(changed(text, guard), buildNote(index)),
    ],
    edits: oneByOne
      ? editsOf(step.statement, [{ start: 0, end: 0, text: `${drop};\n` }, ...guard])
      : undefined,
  };
}
