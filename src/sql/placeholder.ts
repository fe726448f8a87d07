/**
 * The character that marks a name or a literal which stands for text that nobody knows before the run: a private use character,
 * which PostgreSQL takes for a letter and which no real migration contains.
 */
export const PLACEHOLDER = '\uE000';

/** True if a name or literal of a parse tree is unknown, wholly or in part. */
export function isPlaceholder(name: string): boolean {
  return name.includes(PLACEHOLDER);
}
