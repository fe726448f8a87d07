import type {
  GeneratedDefinition,
  IndexKey,
  PartitionBound,
  Partitioning,
  ReferentialAction,
} from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import type { TypeName } from '../../postgres/type-name';
import type { OperationOf } from '../../postgres/operation';
import type { TransitionTables, TriggerCondition } from '../../postgres/operations/attachment';
import type { Persistence } from '../../postgres/operations/table';
import type { ExtendedStatistics } from './extended-statistics';
import type { PlainRows } from './plain-rows';
import type { Rule } from './rule';

export type { Rule } from './rule';

/** Identifies a relation for as long as it lives: a rename keeps it, a drop ends it. */
export type RelationId = number & { readonly __brand: 'RelationId' };

/** The table of an index that is only named (`DROP INDEX i` without history): no relation has this id. */
export const UNKNOWN_RELATION = 0 as RelationId;

/** Where the catalog has a fact from. `assumed`: a statement names it, history does not. */
export type FactSource = 'history' | 'snapshot' | 'migration' | 'assumed';

/** How a relation came to be. */
export interface Origin {
  readonly source: FactSource;
  /** The ordinal of the transaction that created it (Session.transactionOrdinal); null where it was there before. */
  readonly transaction: number | null;
  /** False: created with IF NOT EXISTS, in a branch, or only assumed to exist. */
  readonly certain: boolean;
  /** It may not exist at all: made in a branch that nobody knows to be taken. What IF NOT EXISTS made exists, whoever made it. */
  readonly doubtful?: true;
}

/** What all relations share. */
interface RelationBase {
  readonly id: RelationId;
  readonly schema: string;
  readonly name: string;
  readonly persistence: Persistence;
  readonly origin: Origin;
  /** Who owns it, where a statement gave it to somebody. */
  readonly owner?: string;
  /** The index that CLUSTER goes by without USING. */
  readonly clusteredOn?: RelationId;
}

/** A relation of the catalog. Lists are in the order of creation. */
export type Relation = Table | View | Index | Sequence | CompositeRelation;

/** A table, partitioned table or foreign table. */
export interface Table extends RelationBase {
  readonly kind: 'table' | 'partitioned table' | 'foreign table';
  readonly columns: readonly Column[];
  /** False: it may have columns, constraints, indexes, keys that the catalog has not seen. */
  readonly complete: boolean;
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly RelationId[];
  readonly triggers: readonly Trigger[];
  readonly policies: readonly Policy[];
  readonly rules: readonly Rule[];
  readonly rowSecurity: { readonly enabled: boolean; readonly forced: boolean };
  /** Parents by INHERITS (a partition's parent is in `partition`). */
  readonly parents: readonly RelationId[];
  readonly partitioning: Partitioning | null;
  readonly partition: {
    readonly parent: RelationId;
    readonly bound: PartitionBound;
    readonly detachPending: boolean;
  } | null;
  /** Of a foreign table. */
  readonly server?: string;
  /** A partition was taken from it once: the server goes on to plan it as a table with partitions. */
  readonly hadPartitions?: true;
  readonly ofType: ObjectName | null;
  readonly replicaIdentity: 'default' | 'full' | 'nothing' | RelationId;
  readonly options: Readonly<Record<string, string>>;
  readonly accessMethod: string | null;
  readonly tablespace: string | null;
  /** `none`: created and never filled, for certain. */
  readonly rows: 'none' | 'some' | 'unknown';
  readonly onCommit: 'preserve' | 'delete' | 'drop';
  readonly statistics: readonly ExtendedStatistics[];
}

/** One column of a table, view or composite type. */
export interface Column {
  readonly name: string;
  /** Null where it cannot be told (a view's expression, SELECT *). */
  readonly type: TypeName | null;
  readonly collation: ObjectName | null;
  /** `unknown`: known only from a statement that names it. */
  readonly notNull: boolean | 'unknown';
  readonly default: Expression | null;
  readonly identity: 'always' | 'by default' | null;
  readonly generated: (GeneratedDefinition & { readonly storage: 'stored' | 'virtual' }) | null;
  readonly storage: string | null;
  readonly compression: string | null;
  readonly addedBy: Origin;
  /** Inherited from a parent, not declared here. */
  readonly inherited: boolean;
}

/** One constraint of a table. */
export type Constraint = {
  readonly name: string;
  readonly origin: Origin;
  readonly inherited: boolean;
} & ConstraintFact;

/** What a constraint says. `valid`: all rows are known to meet it. */
export type ConstraintFact =
  | {
      readonly kind: 'check';
      readonly expression: Expression;
      readonly valid: boolean;
      readonly enforced: boolean;
      readonly noInherit: boolean;
    }
  /** A row of pg_constraint from 18 on; kept on every major, so that the fold is one. */
  | {
      readonly kind: 'not-null';
      readonly column: string;
      readonly valid: boolean;
      readonly noInherit: boolean;
    }
  | {
      readonly kind: 'unique' | 'primary-key';
      readonly columns: readonly string[];
      readonly index: RelationId;
      readonly deferrable: boolean;
      readonly initiallyDeferred: boolean;
      readonly valid: true;
    }
  | {
      readonly kind: 'exclude';
      readonly index: RelationId;
      readonly deferrable: boolean;
      readonly initiallyDeferred: boolean;
      readonly valid: true;
    }
  | {
      readonly kind: 'foreign-key';
      readonly columns: readonly string[];
      readonly referenced: RelationId;
      /** Resolved: never empty unless the referenced table is not known well enough. */
      readonly referencedColumns: readonly string[];
      readonly onDelete: ReferentialAction;
      readonly onUpdate: ReferentialAction;
      readonly deferrable: boolean;
      readonly initiallyDeferred: boolean;
      readonly valid: boolean;
      readonly enforced: boolean;
      /** Of a key to a partitioned table, from 12 on: what stands for it at the partitions. */
      readonly parts: readonly KeyPart[];
      /** DETACH of 12 left it to a partition: its triggers stand on the partitioned table that it refers to. */
      readonly left: boolean;
      /** The name of the key of the table of which it was a part, up to 14: neither goes without the other. */
      readonly releasedFrom?: string;
    };

/** The row of pg_constraint that a key to a partitioned table has for one of the partitions. */
export interface KeyPart {
  readonly partition: RelationId;
  /** Null from 18 on: made of the name of the key, so that it takes none from another. */
  readonly name: string | null;
}

type TriggerDefinition = OperationOf<'create-trigger'>;

/** A trigger, with all that CREATE TRIGGER says of it. */
export interface Trigger {
  readonly name: string;
  readonly timing: TriggerDefinition['timing'];
  readonly events: TriggerDefinition['events'];
  /** UPDATE OF. */
  readonly columns: readonly string[];
  readonly row: boolean;
  readonly transitions: TransitionTables;
  readonly when: TriggerCondition | null;
  readonly function: ObjectName;
  readonly args: readonly string[];
  /** Of a constraint trigger; null for any other. */
  readonly constraint: {
    readonly deferrable: boolean;
    readonly initiallyDeferred: boolean;
    /** FROM. */
    readonly referenced: RelationId | null;
  } | null;
  /** When it fires: in ordinary sessions, never, with session_replication_role = replica alone, or always. */
  readonly fires: 'origin' | 'never' | 'replica' | 'always';
  /** A partition has it from its parent. */
  readonly inherited: boolean;
}

/** A row security policy. */
export interface Policy {
  readonly name: string;
  readonly permissive: boolean;
  readonly command: string;
  /** TO; `public` where none is named. */
  readonly roles: readonly string[];
  readonly using: Expression | null;
  readonly check: Expression | null;
  /** What its subqueries read. */
  readonly reads: readonly RelationId[];
}

/** An index, of a table, a partitioned table or a materialized view. */
export interface Index extends RelationBase {
  readonly kind: 'index' | 'partitioned index';
  readonly table: RelationId;
  readonly method: string;
  readonly unique: boolean;
  readonly keys: readonly IndexKey[];
  readonly include: readonly string[];
  /** What its columns were called when it was made, where a column was renamed since: names of copies are made of these. */
  readonly columnNames?: readonly string[];
  readonly predicate: Expression | null;
  readonly nullsNotDistinct: boolean;
  readonly valid: boolean;
  /** The constraint that owns it. */
  readonly constraint: string | null;
  /** The partitioned index that it belongs to. */
  readonly parent: RelationId | null;
  /** Indexes of former partitions that DETACH of 11 left tied to it: they go with it. */
  readonly tied?: readonly RelationId[];
  readonly tablespace: string | null;
  /** Its keys are known: false for an index that is only named. */
  readonly complete: boolean;
}

/** A view or materialized view. */
export interface View extends RelationBase {
  readonly kind: 'view' | 'materialized view';
  readonly columns: readonly Column[];
  readonly complete: boolean;
  /** Every relation that its query reads. */
  readonly reads: readonly RelationId[];
  /** Those that it reads in expressions and in WITH alone, where FOR UPDATE does not reach. */
  readonly aside?: readonly RelationId[];
  /** Columns of them that it uses, `table id` → names; null: cannot be told, so any. */
  readonly readsColumns: readonly {
    readonly relation: RelationId;
    readonly columns: readonly string[] | null;
  }[];
  /** What it does not want of a relation: heirs (ONLY), rows that do not meet the condition. */
  readonly narrowed?: readonly {
    readonly relation: RelationId;
    readonly only: boolean;
    readonly condition: Expression | null;
  }[];
  /** Where it gives rows of one relation as they are. */
  readonly plain?: PlainRows;
  /** It groups, joins or cuts, so that nobody writes through it. */
  readonly composed?: true;
  readonly calls: readonly ObjectName[];
  /** What COLLATE names in its query. */
  readonly collations?: readonly ObjectName[];
  readonly indexes: readonly RelationId[];
  readonly populated: boolean;
  readonly options: Readonly<Record<string, string>>;
  readonly triggers: readonly Trigger[];
  readonly rules: readonly Rule[];
}

/** A sequence. */
export interface Sequence extends RelationBase {
  readonly kind: 'sequence';
  readonly type: 'int2' | 'int4' | 'int8' | null;
  readonly ownedBy: { readonly table: RelationId; readonly column: string } | null;
  readonly identity: boolean;
  /** What CREATE and ALTER SEQUENCE say of its numbers, the latest of each; null says that there is none. */
  readonly numbering?: Readonly<Record<string, string | number | null>>;
  /** START WITH; absent where it was not written. */
  readonly start?: number;
}

/** A composite type made by CREATE TYPE … AS (…): it is locked like a relation. */
export interface CompositeRelation extends RelationBase {
  readonly kind: 'composite type';
  readonly columns: readonly Column[];
}
