import type { IndexDefinition } from '../definition';
import type { RelationName } from '../name';

/** CREATE, DROP and REINDEX. ALTER INDEX is among the operations of ALTER TABLE. */
export type IndexOperation =
  | {
      readonly kind: 'create-index';
      readonly index: IndexDefinition;
      readonly concurrently: boolean;
      readonly ifNotExists: boolean;
      /** ON ONLY: without the partitions. */
      readonly only: boolean;
    }
  | {
      readonly kind: 'drop-index';
      readonly indexes: readonly RelationName[];
      readonly concurrently: boolean;
      readonly ifExists: boolean;
      readonly cascade: boolean;
    }
  | {
      readonly kind: 'reindex';
      readonly what: 'index' | 'table' | 'schema' | 'system' | 'database';
      /** The index, table or (as a name without schema) schema; null for SYSTEM and DATABASE. */
      readonly name: RelationName | null;
      readonly concurrently: boolean;
      readonly tablespace: string | null;
    };
