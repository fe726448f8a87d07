const ENDING = /\.sql$/i;

/** Whether a path is that of an SQL file: it ends in `.sql`, in capitals or not. */
export function isSqlFile(path: string): boolean {
  return ENDING.test(path);
}

/** A path or name without `.sql`; any other as it is. */
export function withoutSqlEnding(path: string): string {
  return path.replace(ENDING, '');
}
