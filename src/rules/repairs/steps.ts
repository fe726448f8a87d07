import type { RepairStep } from '../../findings/finding';
import type { RuleOptions } from '../rule';

/** The lock_timeout that repairs write: short where the runner tries again, and still bearable where nobody does. */
export const LOCK_TIMEOUT = '2s';

/** Alone: one statement in one call, outside of any transaction. */
export function alone(sql: string, note: string): RepairStep {
  return { run: 'migration', transaction: 'none', sql: closed(sql), note };
}

/** A migration of its own that takes no strong lock, so that it may wait. */
export function migration(sql: string | readonly string[], note: string): RepairStep {
  return { run: 'migration', transaction: 'own', sql: lines(sql), note };
}

/** A migration of its own that takes a strong lock for a moment: it gives up quickly instead of queueing everybody. */
export function briefly(
  sql: string | readonly string[],
  note: string,
  options: Pick<RuleOptions, 'lockTimeout'>,
): RepairStep {
  const timeout =
    options.lockTimeout.setBy === 'elsewhere' ? [] : [`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`];
  return migration([...timeout, ...(typeof sql === 'string' ? [sql] : sql)], note);
}

/** In the place of what stands there, in the same transaction. */
export function inPlace(sql: string | readonly string[], note: string): RepairStep {
  return { run: 'statement', transaction: 'same', sql: lines(sql), note };
}

/** Statements that need one transaction: in the place of what stands there if that has one, else in a migration of their own. */
export function together(
  sql: readonly string[],
  note: string,
  inTransaction: boolean,
  options: Pick<RuleOptions, 'lockTimeout'>,
): RepairStep {
  return inTransaction ? inPlace(sql, note) : briefly(sql, note, options);
}

/** Outside of any migration, in many short transactions. */
export function batches(sql: string, note: string): RepairStep {
  return { run: 'batches', transaction: 'own', sql: closed(sql), note };
}

/** A release of the application. */
export function deploy(note: string): RepairStep {
  return { run: 'deploy', transaction: 'own', note };
}

/** On every server that replicates from this one. */
export function onSubscribers(sql: string | readonly string[], note: string): RepairStep {
  return { run: 'subscribers', transaction: 'own', sql: lines(sql), note };
}

function lines(sql: string | readonly string[]): string {
  return (typeof sql === 'string' ? [sql] : sql).map(closed).join('\n');
}

/** With its semicolon. */
function closed(sql: string): string {
  return sql.endsWith(';') ? sql : `${sql};`;
}
