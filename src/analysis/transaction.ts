import type { Operation, OperationOf } from '../postgres/operation';
import { changeTable, withCatalog } from './fold/change';
import { dropRelations } from './fold/drop';
import type { OperationAmong } from './operation-among';
import { PersistentMap } from './persistent-map';
import type { OpenTransaction, Session } from './session';
import { restored, settingName, withSetting } from './settings';
import { withConstraintsSet } from './deferrals';

/**
 * The session in which the next statement runs: in the open transaction, or in one of its own (autocommit), which gets the next
 * ordinal. What the one before made ON COMMIT DROP is gone by then.
 */
export function beforeStatement(session: Session): Session {
  return session.transaction === null
    ? endTemporary({ ...session, transactionOrdinal: session.transactionOrdinal + 1 })
    : session;
}

/**
 * Opens a transaction. BEGIN inside an implicit one takes it over, with all that it did so far; inside any other it only warns.
 * Source: xact.c, BeginTransactionBlock.
 */
export function openTransaction(
  session: Session,
  opener: OpenTransaction['opener'],
  assumed = false,
): Session {
  const open = session.transaction;
  if (open !== null) {
    return open.opener === 'call' && opener === 'begin'
      ? { ...session, transaction: { ...open, opener } }
      : session;
  }
  const ordinal = opener === 'begin' ? session.transactionOrdinal : session.transactionOrdinal + 1;
  return {
    ...session,
    transactionOrdinal: ordinal,
    transaction: {
      opener,
      assumed,
      ordinal,
      before: { catalog: session.catalog, settings: session.settings },
      savepoints: [],
      held: [],
      local: PersistentMap.empty(),
      aborted: false,
      pendingEvents: [],
      deferred: PersistentMap.empty(),
    },
  };
}

/**
 * COMMIT: settings made with SET LOCAL are put back, temporary tables of ON COMMIT DROP go. A transaction that something certainly
 * aborted is committed here all the same: what was meant is what later files build on, once the failure is repaired.
 */
export function commit(session: Session, chain = false): Session {
  const open = session.transaction;
  if (open === null) return session;
  let { settings } = session;
  for (const [name, value] of open.local.entries()) {
    settings = value === null ? settings.delete(name) : settings.set(name, value);
  }
  return chained(endTemporary({ ...session, settings, transaction: null }), chain);
}

/** ROLLBACK: catalog and settings as they were, but no id is given twice. */
export function rollback(session: Session, chain = false): Session {
  const open = session.transaction;
  if (open === null) return session;
  const { settings } = open.before;
  const catalog = { ...open.before.catalog, nextId: session.catalog.nextId };
  return chained({ ...session, catalog, settings, transaction: null }, chain);
}

/** The session after an operation on transactions or settings; undefined for any other operation. */
export function applySessionOperation(session: Session, operation: Operation): Session | undefined {
  if (!concernsSession(operation)) return undefined;
  switch (operation.kind) {
    case 'begin':
      return openTransaction(session, 'begin');
    case 'commit':
      return commit(session, operation.chain);
    case 'rollback':
      return rollback(session, operation.chain);
    case 'prepare-transaction':
      return commit(session);
    case 'commit-prepared':
    case 'rollback-prepared':
      return session;
    case 'savepoint':
    case 'release-savepoint':
    case 'rollback-to-savepoint':
      return session.transaction === null ? session : withSavepoints(session, session.transaction, operation);
    case 'set':
      return set(session, operation.name, operation.value, operation.local);
    case 'reset':
      return reset(session, operation.name);
    case 'discard':
      return discard(session, operation.what);
    case 'set-constraints':
      return withConstraintsSet(session, operation);
    case 'prepare':
      return { ...session, prepared: session.prepared.set(operation.name, operation.operations) };
    case 'deallocate':
      return {
        ...session,
        prepared: operation.name === null ? PersistentMap.empty() : session.prepared.delete(operation.name),
      };
  }
}

const SESSION_KINDS = [
  'begin',
  'commit',
  'rollback',
  'prepare-transaction',
  'savepoint',
  'release-savepoint',
  'rollback-to-savepoint',
  'set',
  'reset',
  'discard',
  'set-constraints',
  'prepare',
  'deallocate',
] as const;
const KINDS: ReadonlySet<string> = new Set(SESSION_KINDS);

function concernsSession(operation: Operation): operation is OperationAmong<(typeof SESSION_KINDS)[number]> {
  return KINDS.has(operation.kind);
}

/**
 * SET, SET LOCAL and set_config. LOCAL outside of a transaction has no effect; inside it lasts to the end, and a plain SET that
 * comes later lasts longer. `value` null: TO DEFAULT.
 */
export function set(session: Session, name: string, value: string | null, local: boolean): Session {
  const open = session.transaction;
  if (local && open === null) return session;
  const settings = withSetting(session.settings, session.startSettings, name, value);
  return {
    ...session,
    settings,
    transaction: open === null ? null : rememberLocal(session, open, name, local),
  };
}

/** A setting that gets a value nobody can tell. */
export function setUnknown(session: Session, name: string, local: boolean): Session {
  const open = session.transaction;
  if (local && open === null) return session;
  const settings = session.settings.set(settingName(name), null);
  return {
    ...session,
    settings,
    transaction: open === null ? null : rememberLocal(session, open, name, local),
  };
}

/** The session as a connection finds it: settings of role and database, no temporary tables, nothing prepared. */
export function reconnect(session: Session): Session {
  return withoutTemporary({ ...session, settings: session.startSettings, prepared: PersistentMap.empty() });
}

function rememberLocal(
  session: Session,
  open: OpenTransaction,
  name: string,
  local: boolean,
): OpenTransaction {
  const key = settingName(name);
  if (!local) return { ...open, local: open.local.delete(key) };
  if (isRemembered(open, key)) return open;
  return { ...open, local: open.local.set(key, session.settings.get(key) ?? null) };
}

function isRemembered(open: OpenTransaction, key: string): boolean {
  return open.local.get(key) !== undefined;
}

function reset(session: Session, name: string | null): Session {
  if (name === null) return { ...session, settings: session.startSettings };
  return { ...session, settings: restored(session.settings, session.startSettings, settingName(name)) };
}

function discard(session: Session, what: OperationOf<'discard'>['what']): Session {
  if (what === 'all') return reconnect(session);
  return what === 'temporary' ? withoutTemporary(session) : session;
}

type SavepointOperation = OperationOf<'savepoint' | 'release-savepoint' | 'rollback-to-savepoint'>;

function withSavepoints(
  session: Session,
  open: OpenTransaction,
  { kind, name }: SavepointOperation,
): Session {
  const { savepoints } = open;
  if (kind === 'savepoint') {
    const { catalog, settings } = session;
    return {
      ...session,
      transaction: { ...open, savepoints: [...savepoints, { name, catalog, settings, held: open.held }] },
    };
  }
  const place = savepoints.map((each) => each.name).lastIndexOf(name);
  const known = savepoints[place];
  if (known === undefined) return session;
  if (kind === 'release-savepoint') {
    return { ...session, transaction: { ...open, savepoints: savepoints.slice(0, place) } };
  }
  return {
    ...session,
    catalog: { ...known.catalog, nextId: session.catalog.nextId },
    settings: known.settings,
    transaction: { ...open, savepoints: savepoints.slice(0, place + 1), held: known.held, aborted: false },
  };
}

function chained(session: Session, chain: boolean): Session {
  if (!chain) return session;
  return openTransaction({ ...session, transactionOrdinal: session.transactionOrdinal + 1 }, 'begin');
}

function endTemporary(session: Session): Session {
  if (session.catalog.temporary.length === 0) return session;
  return session.catalog.temporary.reduce((next, id) => {
    const table = next.catalog.relations.get(id);
    if (table === undefined || !('onCommit' in table) || table.onCommit === 'preserve') return next;
    if (table.onCommit === 'delete') return changeTable(next, id, (before) => ({ ...before, rows: 'none' }));
    return dropRelations(next, [id], true) ?? next;
  }, session);
}

function withoutTemporary(session: Session): Session {
  if (session.catalog.temporary.length === 0) return session;
  const dropped = dropRelations(session, session.catalog.temporary, true) ?? session;
  return withCatalog(session, dropped.catalog);
}
