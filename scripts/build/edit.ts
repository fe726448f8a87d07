/** A replacement in a text, from and to an offset. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with edits made that do not meet; what is put at one place stands in the order of the edits. */
export function applied(text: string, edits: readonly Edit[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, text: put } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    made += text.slice(at, start) + put;
    at = end;
  }
  return made + text.slice(at);
}
