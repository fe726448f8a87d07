/** A stretch of an SQL text that runs only if something holds which is known at run time; the end is exclusive. */
export interface ConditionalRange {
  readonly start: number;
  readonly end: number;
  /** As the text has it. */
  readonly condition: string;
}

/** The branches of a text whose commands are read one after the other: `\if … \endif`, `{{ if }} … {{ end }}`. */
export interface Branches {
  /** A branch begins behind a command. */
  open(condition: string, at: number): void;
  /** The other branch of the innermost one; without a condition of its own it runs where the first does not. */
  turn(condition: string | undefined, start: number, end: number): void;
  close(at: number): void;
  /** All ranges, those that nobody closed up to the end of the text. */
  ranges(textLength: number): readonly ConditionalRange[];
}

export function branches(): Branches {
  const opened: { readonly start: number; readonly condition: string }[] = [];
  const closed: ConditionalRange[] = [];
  return {
    open(condition, at) {
      opened.push({ start: at, condition });
    },
    turn(condition, start, end) {
      const last = opened.pop();
      if (last === undefined) return;
      closed.push({ ...last, end: start });
      opened.push({ start: end, condition: condition ?? `not ${last.condition}` });
    },
    close(at) {
      const last = opened.pop();
      if (last !== undefined) closed.push({ ...last, end: at });
    },
    ranges(textLength) {
      const rest = opened.map((branch) => ({ ...branch, end: textLength }));
      return [...closed, ...rest].sort((a, b) => a.start - b.start || b.end - a.end);
    },
  };
}
