import type { Session } from './session';

/**
 * Whether what the catalog does not have is not there. Before the first migration nobody knows, unless what is judged makes it
 * itself, as in `DROP TABLE IF EXISTS t; CREATE TABLE t`, or makes tables at all, as first migrations do.
 */
export function knowsAbsence({ catalog, phase, hasHistory, made }: Session, name: string): boolean {
  return catalog.complete && (phase === 'history' || hasHistory || made === 'tables' || made.has(name));
}
