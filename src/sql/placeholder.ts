/**
 * The character that marks a name or a literal which stands for text that nobody knows before the run: a private use character,
 * which PostgreSQL takes for a letter and which no real migration contains.
 */
export const PLACEHOLDER = '\uE000';

/** True if a name or literal of a parse tree is unknown, wholly or in part. */
export function isPlaceholder(name: string): boolean {
  return name.includes(PLACEHOLDER);
}

/** A name of the same length as the template expression that it stands for: expressions that differ stay apart. */
export function placeholderFor(expression: string): string {
  return PLACEHOLDER + expression.slice(1).replace(/\W/g, '_');
}

/** Spaces in the place of everything but line ends. */
export function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
