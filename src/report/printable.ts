/**
 * Text of a stranger's file made fit for a terminal: control characters (escape sequences among them), and marks that turn the
 * direction of writing, become visible escapes; line ends and tabs become one blank.
 */
export function printable(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(UNPRINTABLE, escaped);
}

/** The same for text of several lines: line ends stay. */
export function printableLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .replace(UNPRINTABLE, (mark) => (mark === '\n' ? mark : escaped(mark)));
}

/** Control characters by their category, marks of direction and the invisible. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

function escaped(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
