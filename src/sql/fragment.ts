import type { Question } from './question';
import type { SourceFile, Span } from './source';

/**
 * Who puts the statements into a transaction: `file` (the runner opens one round each file), `call` (what is sent in one call
 * is one implicit transaction), `all` (one round all pending files), `none` (each statement by itself), or nobody knows.
 */
export type Transaction = 'file' | 'call' | 'all' | 'none' | 'unknown';

/**
 * From `sqlStart` to the next segment, the SQL came from `at`: character by character (`verbatim`), or all of it from that one
 * place (`whole`: a builder call, a constant of another file).
 */
export interface Segment {
  readonly sqlStart: number;
  readonly at: Span;
  readonly mapping: 'verbatim' | 'whole';
}

/** A stretch of a migration of which all runs or nothing. */
export interface Branch {
  /** As no other of the migration. */
  readonly id: string;
  /** It runs if the answer is yes. */
  readonly question?: Question;
}

/** One piece of SQL handed to the database in one call, with its way back to the source. */
export interface Fragment {
  readonly sql: string;
  readonly source: SourceFile;
  /** In the order of `sqlStart`; the first starts at zero. */
  readonly segments: readonly Segment[];
  /** The other files that segments stand in. */
  readonly others?: readonly SourceFile[];
  readonly transaction: Transaction;
  /** IF NOT EXISTS is the tool's own: whoever called it means to create. */
  readonly meansToCreate?: true;
  /** Within one migration, fragments of the same number are sent to the server in one call. */
  readonly call: number;
  /** Which of the connections that the migration opens besides the runner's sends it; absent where it is the runner's. */
  readonly connection?: number;
  /** The branches that it stands in and that may not run, the outermost first. */
  readonly branches?: readonly Branch[];
  /** What decides about the branch, in the words of the source. */
  readonly condition?: string;
}

/** A stretch of an SQL file as a fragment: by default the whole file, in a call of its own (numbered by where it starts). */
export function verbatimFragment(
  source: SourceFile,
  transaction: Transaction,
  start = 0,
  end = source.text.length,
  call = start,
): Fragment {
  const at: Span = { file: source.path, start, end };
  return {
    sql: start === 0 && end === source.text.length ? source.text : source.text.slice(start, end),
    source,
    segments: [{ sqlStart: 0, at, mapping: 'verbatim' }],
    transaction,
    call,
  };
}

/**
 * Where a stretch of a fragment's SQL (UTF-16, end exclusive) stands in the source. A stretch over several segments reaches
 * from the first to the last of them; if the last stands in another file, or before the first, it stays in the first.
 */
export function spanAt(fragment: Fragment, sqlStart: number, sqlEnd: number): Span {
  const first = segmentAt(fragment, sqlStart);
  const last = segmentAt(fragment, Math.max(sqlStart, sqlEnd - 1));
  if (first === undefined || last === undefined) return { file: fragment.source.path, start: 0, end: 0 };
  const start = first.mapping === 'whole' ? first.at.start : clampTo(first, sqlStart);
  const end = last.mapping === 'whole' ? last.at.end : clampTo(last, sqlEnd);
  const joined = first.at.file === last.at.file && start <= end;
  return { file: first.at.file, start, end: joined ? end : first.at.end };
}

function clampTo(segment: Segment, offset: number): number {
  return Math.min(segment.at.start + offset - segment.sqlStart, segment.at.end);
}

function segmentAt(fragment: Fragment, offset: number): Segment | undefined {
  const { segments } = fragment;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.sqlStart ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}
