import type { Operation } from '../postgres/operation';

/** What a statement is called in a message, by what it does: the words of SQL, without names. */
export function commandOf(operation: Operation): string {
  switch (operation.kind) {
    case 'create-index':
      return operation.concurrently ? 'CREATE INDEX CONCURRENTLY' : 'CREATE INDEX';
    case 'drop-index':
      return operation.concurrently ? 'DROP INDEX CONCURRENTLY' : 'DROP INDEX';
    case 'reindex':
      return `REINDEX ${operation.what.toUpperCase()}${operation.concurrently ? ' CONCURRENTLY' : ''}`;
    case 'detach-partition':
      return operation.concurrently ? 'DETACH PARTITION CONCURRENTLY' : 'DETACH PARTITION';
    case 'attach-partition':
      return 'ATTACH PARTITION';
    case 'vacuum':
      return operation.full ? 'VACUUM FULL' : 'VACUUM';
    case 'add-enum-value':
      return 'ALTER TYPE … ADD VALUE';
    case 'refresh-materialized-view':
      return operation.concurrently ? 'REFRESH MATERIALIZED VIEW CONCURRENTLY' : 'REFRESH MATERIALIZED VIEW';
    case 'discard':
      return `DISCARD ${operation.what.toUpperCase()}`;
    default:
      return operation.kind.replaceAll('-', ' ').toUpperCase();
  }
}
