/** Finds where the pieces of a body stand in the text of the statement around it. */
export interface BodyPosition {
  /**
   * Where a piece of SQL stands, in UTF-16 units of the statement's text. Pieces are asked for in the order of the body.
   *
   * @param sql the piece as the parser prints it: it puts blanks in the place of INTO and its target
   * @param line the line of the statement it belongs to, counted in the body from one; zero if nobody knows
   * @param behind a keyword that comes before the piece
   */
  find(sql: string, line: number, behind?: string): number;
  /** Lets the search begin again where it stood: a loop that is read several times. */
  mark(): () => void;
}

/** Prepares the search for the pieces of a body. A body whose quotes are doubled in the text has no better place than its start. */
export function bodyPosition(text: string, source: string): BodyPosition {
  const start = text.indexOf(source);
  if (start < 0) return { find: () => 0, mark: () => () => undefined };
  const end = start + source.length;
  const lines = lineStarts(source);
  let from = start;
  return {
    find(sql, line, behind) {
      const lineStart = line > 0 ? start + (lines[line - 1] ?? 0) : start;
      const least = Math.max(from, lineStart);
      const at = firstIn(text, sql, behind === undefined ? least : afterWord(text, behind, least), end);
      from = at + 1;
      return at;
    },
    mark() {
      const marked = from;
      return () => {
        from = marked;
      };
    },
  };
}

/** How far behind the last piece the next is looked for. */
const REACH = 65536;

function firstIn(text: string, sql: string, from: number, bodyEnd: number): number {
  const end = Math.min(bodyEnd, from + REACH);
  const whole = text.slice(from, end + sql.length).indexOf(sql);
  if (whole >= 0) return from + whole;
  const [blank = ''] = (sql.match(/\s{5,}/g) ?? []).sort((a, b) => b.length - a.length);
  const head = blank === '' ? sql : sql.slice(0, sql.indexOf(blank));
  const tail = sql.slice(head.length + blank.length);
  for (let at = text.indexOf(head, from); at >= 0 && at < end; at = text.indexOf(head, at + 1)) {
    if (text.startsWith(tail, at + sql.length - tail.length)) return at;
  }
  return Math.min(from, end);
}

function afterWord(text: string, word: string, from: number): number {
  const pattern = new RegExp(`\\b${word}\\b`, 'gi');
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
