/** Transactions, settings and the rest of what concerns the session or the server. */
export type SessionOperation =
  | { readonly kind: 'begin'; readonly readOnly: boolean }
  | { readonly kind: 'commit' | 'rollback'; readonly chain: boolean }
  | { readonly kind: 'savepoint' | 'release-savepoint' | 'rollback-to-savepoint'; readonly name: string }
  | { readonly kind: 'prepare-transaction' | 'commit-prepared' | 'rollback-prepared'; readonly name: string }
  /** SET; `value` is null for TO DEFAULT. SET TIME ZONE is `timezone`, SET ROLE is `role`. */
  | { readonly kind: 'set'; readonly name: string; readonly value: string | null; readonly local: boolean }
  | { readonly kind: 'set-transaction'; readonly session: boolean }
  /** RESET; `name` is null for ALL. */
  | { readonly kind: 'reset'; readonly name: string | null }
  | { readonly kind: 'show'; readonly name: string }
  | { readonly kind: 'discard'; readonly what: 'all' | 'plans' | 'sequences' | 'temporary' }
  /** Empty: ALL. */
  | { readonly kind: 'set-constraints'; readonly constraints: readonly string[]; readonly deferred: boolean }
  | { readonly kind: 'listen' | 'notify' | 'unlisten'; readonly channel: string }
  | { readonly kind: 'load'; readonly library: string }
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'alter-system'; readonly setting: string | null }
  /** ALTER ROLE or DATABASE … SET: in force for later sessions. */
  | {
      readonly kind: 'set-for-later';
      readonly of: 'role' | 'database';
      readonly name: string | null;
      readonly setting: string | null;
      readonly value: string | null;
    };
