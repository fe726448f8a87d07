import type { Fragment, Segment, Transaction } from '../../sql/fragment';
import { verbatimFragment } from '../../sql/fragment';
import type { SourceFile } from '../../sql/source';
import type { Marker, Stretch } from '../sql-sections';
import { fragmentOf, markersOf, stretchesOf } from '../sql-sections';
import type { ExtractContext, Extraction } from '../tool';
import type { PlannedFile } from './changelog';
import { runsOnPostgres } from './dbms';

/** How a file of changesets begins. */
export const FORMATTED = /^\s*--\s*liquibase\s+formatted\s+sql/i;

interface Changeset extends Stretch {
  readonly attributes: string;
}

/**
 * The changesets of a file that run on PostgreSQL. Each has a transaction of its own: in a file of several, its statements share
 * a call.
 */
export function readChangesets(file: SourceFile, { direction, transaction }: ExtractContext): Extraction {
  const markers = markersOf(file.text, /\s*--\s*changeset\s+(\S.*?)/i);
  const all = stretchesOf(file.text, markers).flatMap((stretch): readonly Changeset[] =>
    stretch.marker === null ? [] : [{ ...stretch, attributes: stretch.marker.groups[0] ?? '' }],
  );
  if (all.length === 0) {
    const used = transaction ?? 'file';
    const fragments = direction === 'up' ? [verbatimFragment(file, used)] : [];
    return { fragments, gaps: [], transaction: used };
  }
  const ours = all.filter(({ attributes }) => runsHere(attributes));
  const around = ours.map(({ attributes }) => transactionOf(attributes));
  const [only] = around;
  const used: Transaction = transaction ?? (around.length === 1 && only !== undefined ? only : 'none');
  const fragments = ours.map((changeset, index) => {
    const own = transaction ?? (around.length === 1 ? used : around[index] === 'file' ? 'call' : 'none');
    return direction === 'up' ? statements(file, changeset, own) : rollback(file, changeset, own);
  });
  return {
    fragments: (direction === 'up' ? fragments : fragments.reverse()).flat(),
    gaps: [],
    transaction: used,
  };
}

function runsHere(attributes: string): boolean {
  const dbms = /\bdbms:\s*"?([\w,!\s-]+?)"?(?=\s+\w+:|$)/i.exec(attributes)?.[1];
  if (dbms === undefined) return true;
  return runsOnPostgres(dbms);
}

function transactionOf(attributes: string): 'file' | 'none' {
  return /\brunInTransaction:\s*"?false\b/i.test(attributes) ? 'none' : 'file';
}

/** A file that a change of a change set sends, as far as it is for PostgreSQL: the change set says what is round it. */
export function readSqlFile(
  file: SourceFile,
  { direction, inTransaction, delimiter }: PlannedFile,
  context: ExtractContext,
): Extraction {
  const used = context.transaction ?? (inTransaction ? 'file' : 'none');
  const whole = { start: 0, end: file.text.length };
  const fragments = direction === context.direction ? cut(file, whole, delimiter ?? '', used) : [];
  return { fragments, gaps: [], transaction: used };
}

function statements(file: SourceFile, changeset: Changeset, transaction: Transaction): readonly Fragment[] {
  const delimiter = /\bendDelimiter:\s*"?([^\s"]+)/i.exec(changeset.attributes)?.[1] ?? '';
  return cut(file, changeset, delimiter, transaction);
}

/** With a delimiter of its own, a changeset is cut where that ends a line. */
function cut(
  file: SourceFile,
  changeset: Stretch,
  said: string,
  transaction: Transaction,
): readonly Fragment[] {
  const delimiter = said.replace(/^(?:\\n)+/, '');
  const call = changeset.start;
  if (delimiter === '' || delimiter === ';') return fragmentOf(file, changeset, transaction, call);
  const quoted = delimiter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = /^\w/.test(delimiter) ? '(?<!\\w)' : '';
  const line = new RegExp(`.*?(${before}${quoted})\\s*`, 'i');
  const cuts: readonly Marker[] = markersOf(file.text, line)
    .filter(({ start }) => start >= changeset.start && start < changeset.end)
    .map((marker) => ({ ...marker, start: file.text.lastIndexOf(marker.groups[0] ?? '', marker.end) }));
  return stretchesOf(file.text, cuts).flatMap((piece) => {
    const start = Math.max(piece.start, changeset.start);
    const end = Math.min(piece.end, changeset.end);
    return start < end ? fragmentOf(file, { start, end }, transaction, call) : [];
  });
}

/** A block comment for the way back; what stands in one is no line of a changeset. */
const BLOCK = /\/\*\s*liquibase\s+rollback\b([^]*?)\*\//gi;

/** What stands behind `--rollback` in the lines of a changeset, one statement over several lines if need be, and in blocks. */
function rollback(file: SourceFile, changeset: Changeset, transaction: Transaction): readonly Fragment[] {
  const segments: Segment[] = [];
  let sql = '';
  const add = (text: string, from: number): void => {
    segments.push({
      sqlStart: sql.length,
      at: { file: file.path, start: from, end: from + text.length },
      mapping: 'verbatim',
    });
    sql += `${text}\n`;
  };
  for (const { start, end, groups } of markersOf(file.text, /\s*--\s*rollback\b[ \t]*(.*?)/i)) {
    const [text = ''] = groups;
    if (start < changeset.start || start >= changeset.end || text === '') continue;
    const from = file.text.indexOf(text, start);
    if (from !== -1 && from < end) add(text, from);
  }
  const own = file.text.slice(changeset.start, changeset.end);
  for (const { 0: whole, 1: text = '', index } of own.matchAll(BLOCK))
    add(text, changeset.start + index + whole.indexOf(text, 'liquibase rollback'.length));
  return sql === '' ? [] : [{ sql, source: file, segments, transaction, call: changeset.start }];
}
