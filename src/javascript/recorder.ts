import type { Fragment, Segment, Transaction } from '../sql/fragment';
import type { Gap } from '../sql/gap';
import { PLACEHOLDER } from '../sql/placeholder';
import type { Given, Question, QuestionObject } from '../sql/question';
import type { SourceFile, Span } from '../sql/source';
import { split } from '../sql/split';
import { optionsOf } from './choice';
import type { Site } from './host';
import type { Guard, Unread } from './run';
import { textOf } from './text';
import type { Piece, TextValue, Value } from './value';

/** Collects what a migration sends to the database while it is read. */
export interface Recorder {
  readonly source: SourceFile;
  readonly fragments: Fragment[];
  readonly gaps: Gap[];
  /** What the runner does around the statements that follow. */
  transaction: Transaction;
  /** One call to the database; alternatives that depend on a condition become one conditional fragment each. */
  send(sql: Value, site: Site, more?: Pick<Fragment, 'meansToCreate'>): void;
  /** Starts a call of several statements; without it, each `send` is a call of its own. */
  inOneCall(body: () => void): void;
  /** The question whether something is there, asked now. */
  ask(object: QuestionObject): Question;
  /** The question what the query that was sent last gives. */
  askOfQuery(what: Given, parameters: readonly (string | null)[]): Question;
  report(unread: Unread): void;
  /** Records to the same place what another connection sends: outside of the runner's transaction, each call by itself. */
  elsewhere(): Recorder;
}

/** What the recorders of all connections of a migration share. */
interface Collected extends Pick<Recorder, 'source' | 'fragments' | 'gaps' | 'report'> {
  calls: number;
  connections: number;
  /** The conditions that were in force, by their numbers. */
  readonly guards: Map<Guard, number>;
}

export function createRecorder(source: SourceFile, transaction: Transaction): Recorder {
  const seen = new Set<string>();
  const gaps: Gap[] = [];
  const collected: Collected = {
    source,
    fragments: [],
    gaps,
    report({ at, reason, detail }) {
      const key = `${at.file}:${at.start}:${at.end}:${reason}`;
      if (seen.has(key)) return;
      seen.add(key);
      gaps.push({ kind: 'gap', at, reason, detail });
    },
    calls: 0,
    connections: 0,
    guards: new Map(),
  };
  return recorderOf(collected, transaction);
}

function recorderOf(collected: Collected, transaction: Transaction, connection?: number): Recorder {
  const { source, fragments, gaps, report } = collected;
  let sharedCall: number | undefined;
  const recorder: Recorder = {
    source,
    fragments,
    gaps,
    transaction,
    send(sql, site, more) {
      const options = optionsOf(sql);
      for (const option of options) {
        const text = textOf(option, site);
        const doubt =
          options.length > 1 ? { condition: 'one of several', parent: site.run.guard } : site.run.guard;
        if (isEmptySql(text)) continue;
        if (tellsNothing(text)) {
          report(unreadText(text, site));
          continue;
        }
        if (site.run.handling && isRollback(text)) continue;
        const sent = sentText(text);
        // Outside of transactions, a call of several statements is one: drivers send them in one message.
        const isOne = recorder.transaction === 'none' && (sharedCall !== undefined || hasSeveral(sent));
        const segments = segmentsOf(text.pieces, site.at);
        fragments.push({
          sql: sent,
          source,
          segments,
          ...othersOf(segments, source, site),
          ...more,
          transaction: isOne ? 'call' : recorder.transaction,
          call: sharedCall ?? collected.calls++,
          ...(connection !== undefined && { connection }),
          ...conditionOf(doubt, collected.guards),
        });
      }
    },
    inOneCall(body) {
      const outer = sharedCall;
      sharedCall ??= collected.calls++;
      try {
        body();
      } finally {
        sharedCall = outer;
      }
    },
    ask: (object) => ({ kind: 'exists', object, call: collected.calls, connection }),
    askOfQuery: (what, parameters) => ({
      kind: 'given',
      what,
      sent: (sharedCall ?? collected.calls) - (sharedCall === undefined ? 1 : 0),
      parameters,
      call: collected.calls,
      connection,
    }),
    report,
    elsewhere: () => recorderOf(collected, 'none', ++collected.connections),
  };
  return recorder;
}

/** True for the text of more than one statement. */
function hasSeveral(sql: string): boolean {
  return /;\s*[^\s;]/.test(sql) && split(sql).length > 1;
}

function sentText({ pieces }: TextValue): string {
  let sent = '';
  for (const piece of pieces) sent += piece.kind === 'known' ? piece.text : PLACEHOLDER;
  return sent;
}

function othersOf(
  segments: readonly Segment[],
  { path: own }: SourceFile,
  { run }: Site,
): Pick<Fragment, 'others'> {
  const paths = new Set(segments.map(({ at }) => at.file));
  paths.delete(own);
  if (paths.size === 0) return {};
  return { others: [...paths].map((path) => ({ path, text: run.load(path) ?? '' })) };
}

/** The conditions in force, the outermost first. */
function conditionOf(
  guard: Guard | undefined,
  numbers: Map<Guard, number>,
): Pick<Fragment, 'branches' | 'condition'> {
  if (guard === undefined) return {};
  const guards: Guard[] = [];
  for (let at: Guard | undefined = guard; at !== undefined; at = at.parent) guards.unshift(at);
  for (const each of guards) if (!numbers.has(each)) numbers.set(each, numbers.size);
  return {
    branches: guards.map((each) => ({
      id: String(numbers.get(each)),
      ...(each.question !== undefined && { question: each.question }),
    })),
    condition: [...new Set(guards.map(({ condition }) => condition))].join(' and '),
  };
}

/**
 * Where the text came from. If some of it stands in the call itself, what was put in from elsewhere has its place there, too,
 * between what stands before and behind it: a statement must not seem to reach from a constant at the top of the file to its use.
 */
function segmentsOf(pieces: readonly Piece[], call: Span): readonly Segment[] {
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'known')
    return [{ sqlStart: 0, at: only.at, mapping: only.mapping }];
  const segments: Segment[] = [];
  const own = pieces.map(({ kind, at }) => (kind === 'known' && isInside(at, call) ? at : undefined));
  const isOwn = own.some((at) => at !== undefined);
  const behind = own.map(() => call.end);
  for (let index = own.length - 2; index >= 0; index -= 1)
    behind[index] = own[index + 1]?.start ?? behind[index + 1] ?? call.end;
  let sqlStart = 0;
  let before = call.start;
  for (const [index, piece] of pieces.entries()) {
    const isKnown = piece.kind === 'known';
    if (isKnown && (!isOwn || own[index] !== undefined)) {
      segments.push({ sqlStart, at: piece.at, mapping: piece.mapping });
    } else {
      const end = behind[index] ?? call.end;
      // Where nothing stands between, as where the pieces are joined out of their order, it is the call as a whole.
      const at = before < end ? { ...call, start: before, end } : call;
      segments.push({ sqlStart, at: isOwn ? at : piece.at, mapping: 'whole' });
    }
    before = own[index]?.end ?? before;
    sqlStart += isKnown ? piece.text.length : PLACEHOLDER.length;
  }
  return segments;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

function isEmptySql({ pieces }: TextValue): boolean {
  return pieces.every((piece) => piece.kind === 'known' && !/[^\s;]/.test(piece.text));
}

/** True if what is known has no word of SQL, so that nothing can be said of the statement. */
function tellsNothing(text: TextValue): boolean {
  if (text.pieces.every(({ kind }) => kind === 'known')) return false;
  const known = text.pieces.map((piece) => (piece.kind === 'known' ? piece.text : ' ')).join('');
  return !/[A-Za-z]{2}/.test(known.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ''));
}

function unreadText(text: TextValue, site: Site): Unread {
  const hole = text.pieces.find((piece) => piece.kind === 'unknown');
  const why = hole?.kind === 'unknown' ? hole.why : 'it is not known';
  return { at: site.at, reason: 'dynamic-sql', detail: `The SQL is not known: ${why}` };
}

/** In the answer to a failure, a rollback takes back what did not happen in the run that is judged. */
function isRollback(text: TextValue): boolean {
  const [first] = text.pieces;
  return first?.kind === 'known' && /^\s*(?:rollback|abort)\b/i.test(first.text);
}
