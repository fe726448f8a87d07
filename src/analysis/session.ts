import type { LockMode } from '../postgres/lock-mode';
import type { Operation } from '../postgres/operation';
import type { Catalog } from './catalog/catalog';
import { emptyCatalog } from './catalog/empty';
import type { RelationId } from './catalog/relation';
import { PersistentMap } from './persistent-map';

/** What the migrations alone determine of the database session: an immutable value, folded over the statements. */
export interface Session {
  readonly major: number;
  readonly catalog: Catalog;
  readonly settings: Settings;
  /** What the session began with (ALTER ROLE or DATABASE … SET of history): what RESET goes back to. */
  readonly startSettings: Settings;
  /** PREPARE: what EXECUTE of the name does. */
  readonly prepared: PersistentMap<string, readonly Operation[]>;
  readonly transaction: OpenTransaction | null;
  /** Counts every transaction, also the one-statement ones of autocommit: two steps share a transaction if they share it. */
  readonly transactionOrdinal: number;
  /** The ordinals of transactions that the same migration has open on other connections: what they make is not there for this one. */
  readonly openElsewhere: readonly number[];
  /** `history`: known, not judged; `change-set`: proposed. Decides the source of new facts. */
  readonly phase: 'history' | 'migration';
  /** Migrations of this change set are known to ship together, so that what an earlier one created nobody has used yet. */
  readonly knownChangeSet: boolean;
  /** The first transaction ordinal of the known change set. */
  readonly changeSetStart: number;
  /** The first transaction ordinal of the migration that runs. */
  readonly migrationStart: number;
  /** Indexes were built, rebuilt or dropped CONCURRENTLY, or partitions detached so. */
  readonly concurrently: boolean;
  /** Migrations were folded before the judged ones: a catalog that is complete then knows what is not there. */
  readonly hasHistory: boolean;
  /** The names of what the migrations up to the end of this one make, or that tables are among it; kept while there is no history. */
  readonly made: ReadonlySet<string> | 'tables';
}

/**
 * Settings by lower-case name. Timeouts are milliseconds, search_path a list of quoted names (settings.ts normalises both). A
 * name that is absent has the server's default; null: set to something that cannot be told.
 */
export type Settings = PersistentMap<string, string | null>;

/** A transaction block: the runner's, the file's own BEGIN, or the implicit one of a call with several statements. */
export interface OpenTransaction {
  readonly opener: 'begin' | 'runner' | 'call';
  /** The runner is not recognised: that it opens a transaction is assumed, nothing may gate by it alone. */
  readonly assumed: boolean;
  readonly ordinal: number;
  /** What a ROLLBACK puts back. */
  readonly before: { readonly catalog: Catalog; readonly settings: Settings };
  readonly savepoints: readonly Savepoint[];
  /** Locks on relations, strongest first taken first: what stays until the end of the transaction. */
  readonly held: readonly HeldLock[];
  /** Settings that SET LOCAL changed: their values of before, put back at the end. */
  readonly local: PersistentMap<string, string | null>;
  /** A statement failed for certain: everything up to the ROLLBACK is refused (25P02). */
  readonly aborted: boolean;
  /** Tables with deferred constraint events pending. */
  readonly pendingEvents: readonly RelationId[];
  /** SET CONSTRAINTS … DEFERRED / IMMEDIATE by name; `*` for ALL. */
  readonly deferred: PersistentMap<string, boolean>;
}

/** A savepoint: the session of that moment, kept. */
export interface Savepoint {
  readonly name: string;
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly held: readonly HeldLock[];
}

/** One lock that the transaction holds, with the step that took it. */
export interface HeldLock {
  readonly relation: RelationId;
  /** As it was named when the lock was taken. */
  readonly name: string;
  readonly mode: LockMode;
  /** The index of the step (Step.index). */
  readonly step: number;
  /** Other sessions can see the relation: not created by this transaction. */
  readonly visible: boolean;
}

/** The session after something that could not be read, which may have changed anything. */
export function afterUnread(session: Session): Session {
  return { ...session, catalog: { ...session.catalog, complete: false, unread: true } };
}

/** The session before the first statement. `complete`: of a database known to be empty. */
export function emptySession(major: number, complete: boolean): Session {
  return {
    major,
    catalog: emptyCatalog(complete),
    settings: PersistentMap.empty(),
    startSettings: PersistentMap.empty(),
    prepared: PersistentMap.empty(),
    transaction: null,
    transactionOrdinal: 0,
    openElsewhere: [],
    phase: 'history',
    knownChangeSet: false,
    changeSetStart: Number.POSITIVE_INFINITY,
    migrationStart: 1,
    concurrently: false,
    hasHistory: false,
    made: new Set(),
  };
}
