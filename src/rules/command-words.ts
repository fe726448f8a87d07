import type { Operation } from '../postgres/operation';

/** What a statement is called in a message, by what it does: the words of SQL, without names. */
export function commandOf(operation: Operation): string {
  if (operation.kind === 'vacuum') return operation.full ? 'VACUUM FULL' : 'VACUUM';
  if (operation.kind === 'add-enum-value') return 'ALTER TYPE … ADD VALUE';
  if (operation.kind === 'do-block') return 'DO';
  if (operation.kind === 'query') return operation.command.toUpperCase();
  const concurrently = 'concurrently' in operation && operation.concurrently ? ' CONCURRENTLY' : '';
  const what =
    operation.kind === 'reindex' || operation.kind === 'discard' ? ` ${operation.what.toUpperCase()}` : '';
  return `${operation.kind.replaceAll('-', ' ').toUpperCase()}${what}${concurrently}`;
}
