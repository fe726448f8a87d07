import type { ColumnDefinition, ConstraintDefinition, PartitionBound, SequenceOption } from '../definition';
import type { Expression } from '../expression';
import type { ObjectName, RelationName } from '../name';
import type { TypeName } from '../type-name';

/** What every subcommand of ALTER TABLE (INDEX, VIEW, SEQUENCE, MATERIALIZED VIEW, FOREIGN TABLE) shares. */
export interface AlterTarget {
  readonly table: RelationName;
  /** The word after ALTER: it decides some lock modes (ALTER INDEX … RENAME against ALTER TABLE … RENAME). */
  readonly as: 'table' | 'index' | 'view' | 'materialized view' | 'sequence' | 'foreign table';
  readonly only: boolean;
  readonly ifExists: boolean;
  /**
   * Which subcommand of the statement it comes of, the first is 0. Said only where that decides: USING INDEX stands beside keys to
   * be built, or a column is added twice.
   */
  readonly place?: number;
}

/** One subcommand of ALTER TABLE, and the other statements that change one relation. */
export type AlterTableOperation = AlterTarget & AlterTableAction;

type ConstraintOf<K extends ConstraintDefinition['kind']> = Extract<
  ConstraintDefinition,
  { readonly kind: K }
>;

/** A key whose index is built, or named by USING INDEX. */
interface AddKey<Kind extends string> {
  readonly kind: Kind;
  readonly constraint: ConstraintOf<'unique' | 'primary-key'>;
  /** The column is added by the same subcommand (`ADD COLUMN … UNIQUE`). */
  readonly withColumn: boolean;
}

/** What one subcommand does. */
export type AlterTableAction =
  | { readonly kind: 'add-column'; readonly column: ColumnDefinition; readonly ifNotExists: boolean }
  | {
      readonly kind: 'drop-column';
      readonly column: string;
      readonly missingOk: boolean;
      readonly cascade: boolean;
    }
  | {
      readonly kind: 'alter-column-type';
      readonly column: string;
      readonly type: TypeName;
      readonly collation: ObjectName | null;
      readonly using: Expression | null;
    }
  | { readonly kind: 'set-default'; readonly column: string; readonly default: Expression }
  | { readonly kind: 'drop-default'; readonly column: string }
  | { readonly kind: 'set-not-null'; readonly column: string }
  | { readonly kind: 'drop-not-null'; readonly column: string }
  | { readonly kind: 'set-expression'; readonly column: string; readonly expression: Expression }
  | { readonly kind: 'drop-expression'; readonly column: string; readonly missingOk: boolean }
  | {
      readonly kind: 'add-identity';
      readonly column: string;
      readonly always: boolean;
      readonly options: readonly SequenceOption[];
    }
  | {
      readonly kind: 'set-identity';
      readonly column: string;
      /** Null: GENERATED is not named. */
      readonly always: boolean | null;
      readonly options: readonly SequenceOption[];
    }
  | { readonly kind: 'drop-identity'; readonly column: string; readonly missingOk: boolean }
  | { readonly kind: 'set-statistics'; readonly column: string; readonly target: number | null }
  | {
      readonly kind: 'set-column-options';
      readonly column: string;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'set-storage'; readonly column: string; readonly storage: string }
  | { readonly kind: 'set-compression'; readonly column: string; readonly method: string }
  | { readonly kind: 'add-check'; readonly constraint: ConstraintOf<'check'>; readonly withColumn: boolean }
  | {
      readonly kind: 'add-not-null';
      readonly constraint: ConstraintOf<'not-null'>;
      readonly withColumn: boolean;
    }
  | AddKey<'add-unique'>
  | AddKey<'add-primary-key'>
  | { readonly kind: 'add-exclusion'; readonly constraint: ConstraintOf<'exclude'> }
  | {
      readonly kind: 'add-foreign-key';
      readonly constraint: ConstraintOf<'foreign-key'>;
      readonly withColumn: boolean;
    }
  | { readonly kind: 'validate-constraint'; readonly constraint: string }
  | {
      readonly kind: 'alter-constraint';
      readonly constraint: string;
      readonly deferrable: boolean | null;
      readonly initiallyDeferred: boolean | null;
      /** (18) ENFORCED and NOT ENFORCED. */
      readonly enforced: boolean | null;
      /** (18) [NO] INHERIT. */
      readonly noInherit: boolean | null;
    }
  | {
      readonly kind: 'drop-constraint';
      readonly constraint: string;
      readonly missingOk: boolean;
      readonly cascade: boolean;
    }
  | { readonly kind: 'rename-constraint'; readonly constraint: string; readonly to: string }
  | { readonly kind: 'rename-table'; readonly to: string }
  | { readonly kind: 'rename-column'; readonly column: string; readonly to: string }
  | { readonly kind: 'set-schema'; readonly schema: string }
  | { readonly kind: 'change-owner'; readonly owner: string }
  | { readonly kind: 'set-tablespace'; readonly tablespace: string }
  | { readonly kind: 'set-access-method'; readonly method: string | null }
  | { readonly kind: 'set-logged'; readonly logged: boolean }
  | {
      readonly kind: 'set-options';
      readonly options: Readonly<Record<string, string>>;
      readonly reset: boolean;
    }
  | { readonly kind: 'cluster-on'; readonly index: string }
  | { readonly kind: 'set-without-cluster' }
  | { readonly kind: 'set-without-oids' }
  | {
      readonly kind: 'enable-trigger';
      readonly enable: 'enable' | 'disable' | 'replica' | 'always';
      /** Null with `which` other than `named`. */
      readonly trigger: string | null;
      readonly which: 'named' | 'all' | 'user';
    }
  | {
      readonly kind: 'enable-rule';
      readonly enable: 'enable' | 'disable' | 'replica' | 'always';
      readonly rule: string;
    }
  | { readonly kind: 'row-security'; readonly change: 'enable' | 'disable' | 'force' | 'no-force' }
  | {
      readonly kind: 'replica-identity';
      readonly to: 'default' | 'full' | 'nothing' | 'index';
      readonly index: string | null;
    }
  | { readonly kind: 'add-inherit'; readonly parent: RelationName }
  | { readonly kind: 'drop-inherit'; readonly parent: RelationName }
  | { readonly kind: 'add-of-type'; readonly type: ObjectName }
  | { readonly kind: 'drop-of-type' }
  | { readonly kind: 'attach-partition'; readonly partition: RelationName; readonly bound: PartitionBound }
  | {
      readonly kind: 'detach-partition';
      readonly partition: RelationName;
      readonly concurrently: boolean;
      readonly finalize: boolean;
    }
  /** ALTER INDEX … ATTACH PARTITION: `table` is the parent's index. */
  | { readonly kind: 'attach-index'; readonly index: RelationName }
  /** ALTER INDEX … ALTER COLUMN n SET STATISTICS. */
  | { readonly kind: 'set-index-statistics' }
  /** ALTER FOREIGN TABLE … OPTIONS, ALTER COLUMN … OPTIONS. */
  | { readonly kind: 'set-foreign-options' }
  /** ALTER … [NO] DEPENDS ON EXTENSION. */
  | { readonly kind: 'depends-on-extension'; readonly extension: string };
