/** Finds where the pieces of a body stand in the text of the statement around it. */
export interface BodyPosition {
  /**
   * Where a piece of SQL stands, in UTF-16 units of the statement's text. Pieces are asked for in the order of the body.
   *
   * @param sql the piece as the parser prints it: it drops INTO and its target
   * @param line the line of the statement it belongs to, counted in the body from one; zero if nobody knows
   */
  find(sql: string, line: number): number;
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
    find(sql, line) {
      const lineStart = line > 0 ? start + (lines[line - 1] ?? 0) : start;
      const least = Math.max(from, lineStart);
      const at = firstIn(text, sql, least, end);
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

function firstIn(text: string, sql: string, from: number, end: number): number {
  const whole = text.indexOf(sql, from);
  if (whole >= 0 && whole < end) return whole;
  const [word = ''] = /^\S+/.exec(sql) ?? [];
  const first = word === '' ? -1 : text.indexOf(word, from);
  return first >= 0 && first < end ? first : Math.min(from, end);
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
