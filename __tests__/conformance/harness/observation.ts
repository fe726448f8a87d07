import type { LockMode } from '../../../src/postgres/lock-mode';

/** What a server did for one statement: the shape of a result in fixtures/postgres/lock-facts.json. */
export interface Observation {
  /** The strongest mode per relation that existed before; empty after an error. */
  readonly locks: Readonly<Record<string, LockMode>>;
  /** Relations (no indexes) with a new file. It is work only where they were scanned: TRUNCATE copies no row. */
  readonly rewrite: readonly string[];
  /** Indexes with a new file. */
  readonly indexRebuild: readonly string[];
  /** Whether the rows of a relation were read; null after an error. */
  readonly scan: boolean | null;
  /** Whose rows were read; absent if nobody's. */
  readonly scanned?: readonly string[];
  /** The SQLSTATE of the refusal. */
  readonly error: string | null;
  /** Whether it ran in a transaction block; null if it was not even parsed. */
  readonly transaction: boolean | null;
  /** Relations that another session cannot read or write while the locks are held; absent where that was not asked. */
  readonly blocks?: { readonly read: readonly string[]; readonly write: readonly string[] };
}

/** What a relation is, in the words of lock-facts.json. */
export type RelationKind =
  | 'table'
  | 'partitioned table'
  | 'index'
  | 'partitioned index'
  | 'sequence'
  | 'view'
  | 'materialized view'
  | 'composite type'
  | 'foreign table';
