import type { Operation } from '../postgres/operation';
import type { OperationAmong } from './operation-among';
import type { ObjectName } from '../postgres/name';
import { relationOf } from './catalog/resolve';
import type { Session } from './session';

/**
 * Whether the server refuses an operation in a transaction block, in a function and in a call with several statements (SQLSTATE
 * 25001). What depends on the kind of a relation that nobody knows is not said to be refused. Measured on 11 to 18.
 */
export function autocommitOnly(session: Session, operation: Operation): boolean {
  const { major } = session;
  if (!isRestricted(operation)) return false;
  switch (operation.kind) {
    case 'create-index':
    case 'drop-index':
      return operation.concurrently;
    case 'reindex':
      if (operation.concurrently) return major >= 12;
      if (operation.what === 'schema' || operation.what === 'system' || operation.what === 'database')
        return true;
      return major >= 14 && operation.name !== null && isPartitioned(session, operation.name);
    case 'cluster':
      return operation.table === null || (major >= 15 && isPartitioned(session, operation.table));
    case 'vacuum':
      // What it lacks for its columns is seen before.
      return operation.analyze || operation.tables.every(({ columns }) => columns.length === 0);
    case 'create-database':
    case 'drop-database':
    case 'create-tablespace':
    case 'drop-tablespace':
    case 'alter-system':
    case 'commit-prepared':
    case 'rollback-prepared':
      return true;
    case 'alter-database':
      return operation.tablespace !== null;
    case 'prepare-transaction':
    case 'alter-tablespace':
      return false;
    case 'discard':
      return operation.what === 'all';
    case 'add-enum-value':
      return major < 12;
    case 'create-subscription':
      return (
        isTrue(operation.options['create_slot'] ?? 'true') && isTrue(operation.options['connect'] ?? 'true')
      );
    case 'drop-subscription':
      return operation.options['slot_name']?.toLowerCase() !== 'none';
    case 'alter-subscription':
      return major >= 14 && refreshes(operation.action, operation.options);
    case 'detach-partition':
      return operation.concurrently && major >= 14;
  }
}

/** The kinds that may be refused; all others run in a transaction. */
const RESTRICTED = [
  'create-index',
  'drop-index',
  'reindex',
  'cluster',
  'vacuum',
  'create-database',
  'drop-database',
  'create-tablespace',
  'drop-tablespace',
  'alter-system',
  'commit-prepared',
  'rollback-prepared',
  'alter-database',
  'discard',
  'add-enum-value',
  'create-subscription',
  'drop-subscription',
  'alter-subscription',
  'detach-partition',
] as const;
const KINDS: ReadonlySet<string> = new Set(RESTRICTED);

function isRestricted(operation: Operation): operation is OperationAmong<(typeof RESTRICTED)[number]> {
  return KINDS.has(operation.kind);
}

function isPartitioned(session: Session, name: ObjectName): boolean {
  const kind = relationOf(session, name)?.kind;
  return kind === 'partitioned table' || kind === 'partitioned index';
}

function isTrue(value: string): boolean {
  return !['false', 'off', '0', 'no'].includes(value.toLowerCase());
}

function refreshes(action: string | null, options: Readonly<Record<string, string>>): boolean {
  if (action === 'refresh') return true;
  const sets = action === 'set-publication' || action === 'add-publication' || action === 'drop-publication';
  return sets && isTrue(options['refresh'] ?? 'true');
}
