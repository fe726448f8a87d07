/**
 * Whether a text of YAML may nest deeper than `most` levels. The library reads what nests by calls within calls, and what nests by
 * the thousand may end the process.
 */
export function nestsTooDeep(text: string, most: number): boolean {
  let brackets = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const marks = /^[\s?:-]*/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
    if (indent > MOST_INDENT || marks > most) return true;
    for (const [bracket] of line.matchAll(/[[{}\]]/g)) {
      brackets = bracket === '[' || bracket === '{' ? brackets + 1 : Math.max(0, brackets - 1);
      if (brackets > most) return true;
    }
  }
  return false;
}

/** With one blank a level, this is deeper than any file that people write; the text of a long scalar may stand as deep. */
const MOST_INDENT = 500;
