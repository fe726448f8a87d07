/** Statements by ids that number them. */
export function named(group: string, statements: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(statements.map((sql, at) => [`${group}/${String(at + 1)}`, sql]));
}
