/** The columns that a text takes in a terminal: wide characters (CJK, emoji) two, combining marks and joiners none. No colour codes. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const cluster of clusters(text)) width += widthOf(cluster);
  return width;
}

/** The longest start of a text that fits into `columns`, with `…` as its last column where something is cut off. */
export function fit(text: string, columns: number): string {
  return displayWidth(text) <= columns ? text : `${startOf(text, columns - 1).trimEnd()}…`;
}

/** The longest start of a text that takes at most `columns`; no character is cut apart. */
export function startOf(text: string, columns: number): string {
  if (PLAIN.test(text)) return text.slice(0, columns);
  let width = 0;
  let kept = '';
  for (const cluster of clusters(text)) {
    width += widthOf(cluster);
    if (width > columns) break;
    kept += cluster;
  }
  return kept;
}

/** A text with blanks behind it, up to `columns`. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** Characters of one column that combine with nothing: ASCII, Latin letters, dashes, quotes, arrows, lines and ticks. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u259f\u2713\u2717]*$/;

/** Made when it is needed, which is seldom: it takes longer than all the rest of a small report. */
let segmenter: Intl.Segmenter | null = null;

/** What a reader takes for one character: a letter with its marks, an emoji with its skin, a flag. */
function* clusters(text: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** At most two: a flag is two letters, a family several people. */
function widthOf(cluster: string): number {
  if (/^\p{Extended_Pictographic}\ufe0f/u.test(cluster)) return 2;
  let width = 0;
  for (const character of cluster) width += widthOfOne(character);
  return Math.min(width, 2);
}

function widthOfOne(character: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u.test(character)) return 0;
  if (/^\p{Emoji_Presentation}$/u.test(character)) return 2;
  const code = character.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** Unicode's East Asian Width W and F, in runs (UAX 11). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
