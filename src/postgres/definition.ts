import type { Expression } from './expression';
import type { ObjectName, RelationName } from './name';
import type { TypeName } from './type-name';

/** What a column is declared to be. Inline constraints stand with the table's or the statement's other constraints. */
export interface ColumnDefinition {
  readonly name: string;
  /** Null where it is inherited from the parent or from a typed table (`PARTITION OF p (c WITH OPTIONS …)`). */
  readonly type: TypeName | null;
  readonly collation: ObjectName | null;
  readonly notNull: boolean;
  /** What is said of NOT NULL beside it: the name of its constraint, which 18 keeps, and NO INHERIT. */
  readonly notNullConstraint?: { readonly name: string | null; readonly noInherit: boolean };
  /** `NULL` written out. */
  readonly explicitNull: boolean;
  readonly default: Expression | null;
  readonly identity: IdentityDefinition | null;
  readonly generated: GeneratedDefinition | null;
  readonly storage: string | null;
  readonly compression: string | null;
}

/** GENERATED { ALWAYS | BY DEFAULT } AS IDENTITY. */
export interface IdentityDefinition {
  readonly always: boolean;
  readonly options: readonly SequenceOption[];
}

/** GENERATED ALWAYS AS (…). No keyword is `virtual` from 18 on (and an error before). */
export interface GeneratedDefinition {
  readonly expression: Expression;
  readonly storage: 'stored' | 'virtual' | 'unspecified';
}

/** One option of CREATE or ALTER SEQUENCE: lower-case name (`start`, `increment`, `restart`, `owned_by`, `as`, …). */
export interface SequenceOption {
  readonly name: string;
  readonly value: string | number | null;
}

/** When a deferrable constraint is checked. */
export interface Deferral {
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
}

/** One element of an index, of a partition key or of EXCLUDE. */
export interface IndexKey {
  /** Null for an expression. */
  readonly column: string | null;
  readonly expression: Expression | null;
  readonly collation: ObjectName | null;
  readonly operatorClass: ObjectName | null;
  readonly descending: boolean;
  readonly nullsFirst: boolean | null;
  /** The operator of an EXCLUDE element, else null. */
  readonly excludeOperator: string | null;
}

/** A constraint as a statement declares it. `name` is null where the server makes one up. */
export type ConstraintDefinition =
  | {
      readonly kind: 'check';
      readonly name: string | null;
      readonly expression: Expression;
      readonly noInherit: boolean;
      readonly valid: boolean;
      readonly enforced: boolean;
      /** The column it stands at, where it is written inline. */
      readonly inlineAt: string | null;
    }
  | {
      readonly kind: 'not-null';
      readonly name: string | null;
      readonly column: string;
      readonly noInherit: boolean;
      readonly valid: boolean;
      readonly inlineAt: string | null;
    }
  | ({
      readonly kind: 'unique' | 'primary-key';
      readonly name: string | null;
      readonly columns: readonly string[];
      readonly include: readonly string[];
      readonly nullsNotDistinct: boolean;
      readonly withoutOverlaps: boolean;
      /** USING INDEX: the index that becomes the constraint's. */
      readonly usingIndex: string | null;
      readonly inlineAt: string | null;
    } & Deferral)
  | ({
      readonly kind: 'exclude';
      readonly name: string | null;
      readonly method: string;
      readonly keys: readonly IndexKey[];
      readonly include: readonly string[];
      readonly predicate: Expression | null;
    } & Deferral)
  | ({
      readonly kind: 'foreign-key';
      readonly name: string | null;
      readonly columns: readonly string[];
      readonly referenced: RelationName;
      /** Empty: the referenced table's primary key. */
      readonly referencedColumns: readonly string[];
      readonly onDelete: ReferentialAction;
      readonly onUpdate: ReferentialAction;
      readonly match: 'simple' | 'full' | 'partial';
      readonly period: boolean;
      readonly valid: boolean;
      readonly enforced: boolean;
      readonly inlineAt: string | null;
    } & Deferral);

/** ON DELETE and ON UPDATE. */
export type ReferentialAction = 'no-action' | 'restrict' | 'cascade' | 'set-null' | 'set-default';

/** CREATE INDEX, or the index behind a constraint. */
export interface IndexDefinition {
  readonly name: string | null;
  readonly table: RelationName;
  readonly method: string;
  readonly unique: boolean;
  readonly keys: readonly IndexKey[];
  readonly include: readonly string[];
  readonly predicate: Expression | null;
  readonly nullsNotDistinct: boolean;
  readonly tablespace: string | null;
}

/** FOR VALUES … of a partition. MINVALUE and MAXVALUE are constants of that text with value null. */
export type PartitionBound =
  | { readonly kind: 'range'; readonly from: readonly Expression[]; readonly to: readonly Expression[] }
  | { readonly kind: 'list'; readonly values: readonly Expression[] }
  | { readonly kind: 'hash'; readonly modulus: number; readonly remainder: number }
  | { readonly kind: 'default' };

/** PARTITION BY. */
export interface Partitioning {
  readonly strategy: 'range' | 'list' | 'hash';
  readonly keys: readonly IndexKey[];
}
