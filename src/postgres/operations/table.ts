import type { LockMode } from '../lock-mode';
import type { ColumnDefinition, ConstraintDefinition, PartitionBound, Partitioning } from '../definition';
import type { RelationName } from '../name';
import type { Query } from '../query';

/** How long a relation lives and whether it is logged. */
export type Persistence = 'permanent' | 'temporary' | 'unlogged';

/** CREATE and DROP of tables, and what treats whole tables. */
export type TableOperation =
  | {
      readonly kind: 'create-table';
      readonly table: RelationName;
      readonly ifNotExists: boolean;
      /** IF NOT EXISTS is the tool's own: whoever called it means to create. */
      readonly isMeant?: true;
      readonly persistence: Persistence;
      readonly foreign: boolean;
      /** Of a foreign table. */
      readonly server?: string;
      readonly columns: readonly ColumnDefinition[];
      /** Table constraints and inline ones alike. */
      readonly constraints: readonly ConstraintDefinition[];
      readonly partitioning: Partitioning | null;
      readonly partitionOf: { readonly parent: RelationName; readonly bound: PartitionBound } | null;
      readonly inherits: readonly RelationName[];
      readonly like: readonly {
        readonly table: RelationName;
        readonly including: readonly LikeOption[];
        /** How many columns are written before it; absent where it comes first. */
        readonly after?: number;
      }[];
      readonly ofType: RelationName | null;
      readonly onCommit: 'preserve' | 'delete' | 'drop';
      readonly options: Readonly<Record<string, string>>;
      readonly tablespace: string | null;
      readonly accessMethod: string | null;
    }
  | {
      /** CREATE TABLE AS, SELECT INTO. */
      readonly kind: 'create-table-as';
      readonly table: RelationName;
      readonly ifNotExists: boolean;
      readonly persistence: Persistence;
      readonly query: Query;
      readonly withData: boolean;
      readonly onCommit: 'preserve' | 'delete' | 'drop';
      /** Column names written before AS. */
      readonly columnNames: readonly string[];
    }
  | {
      readonly kind: 'drop-table';
      readonly tables: readonly RelationName[];
      readonly foreign: boolean;
      readonly ifExists: boolean;
      readonly cascade: boolean;
    }
  | {
      readonly kind: 'truncate';
      readonly tables: readonly { readonly table: RelationName; readonly only: boolean }[];
      readonly cascade: boolean;
      readonly restartIdentity: boolean;
    }
  | {
      readonly kind: 'lock-table';
      readonly tables: readonly { readonly table: RelationName; readonly only: boolean }[];
      /** As the manual spells it. */
      readonly mode: LockMode;
      readonly nowait: boolean;
    }
  | {
      readonly kind: 'cluster';
      /** Null: every table that was clustered before. */
      readonly table: RelationName | null;
      readonly index: string | null;
    }
  | {
      readonly kind: 'vacuum';
      /** Empty: the whole database. */
      readonly tables: readonly MaintainedTable[];
      readonly full: boolean;
      readonly analyze: boolean;
      /** Options by lower-case name, value as written (`truncate: 'false'`). */
      readonly options: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'analyze';
      readonly tables: readonly MaintainedTable[];
      readonly options: Readonly<Record<string, string>>;
    };

/** A table as VACUUM and ANALYZE name it. */
interface MaintainedTable {
  readonly table: RelationName;
  /** ONLY: without partitions and heirs. */
  readonly only: boolean;
  readonly columns: readonly string[];
}

/** INCLUDING of LIKE; `all` is spelled out. */
export type LikeOption =
  | 'comments'
  | 'compression'
  | 'constraints'
  | 'defaults'
  | 'generated'
  | 'identity'
  | 'indexes'
  | 'statistics'
  | 'storage';
