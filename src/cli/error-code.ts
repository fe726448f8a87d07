/** What the system says of a failed call: `ENOENT`, `EISDIR`. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}
