/** What was found to differ between a server and our reading of a statement. */
export interface Mismatch {
  readonly aspect: 'refusal' | 'transaction' | 'locks' | 'rewrite' | 'index rebuild' | 'scan' | 'catalog';
  readonly server: unknown;
  readonly ours: unknown;
  /** Of a scan: the tables that the statement locks. */
  readonly touched?: readonly string[];
}

/** The names that only one side has. */
export function differingNames(
  server: readonly string[],
  ours: readonly string[],
): Omit<Mismatch, 'aspect'> | null {
  const missed = server.filter((name) => !ours.includes(name));
  const invented = ours.filter((name) => !server.includes(name));
  return missed.length + invented.length === 0 ? null : { server: missed, ours: invented };
}
