import type { Body } from '../body';
import type { SequenceOption } from '../definition';
import type { Expression } from '../expression';
import type { ObjectName, RelationName } from '../name';
import type { Query } from '../query';
import type { TypeName } from '../type-name';
import type { Persistence } from './table';

/** What DROP, COMMENT, RENAME and GRANT can name beside tables and indexes. The parser's OBJECT_* in words. */
export type ObjectType =
  | 'access method'
  | 'aggregate'
  | 'cast'
  | 'collation'
  | 'column'
  | 'constraint'
  | 'conversion'
  | 'database'
  | 'default acl'
  | 'domain'
  | 'domain constraint'
  | 'event trigger'
  | 'extension'
  | 'foreign data wrapper'
  | 'foreign table'
  | 'function'
  | 'index'
  | 'language'
  | 'large object'
  | 'materialized view'
  | 'operator'
  | 'operator class'
  | 'operator family'
  | 'parameter'
  | 'policy'
  | 'procedure'
  | 'publication'
  | 'role'
  | 'routine'
  | 'rule'
  | 'schema'
  | 'sequence'
  | 'server'
  | 'statistics'
  | 'subscription'
  | 'table'
  | 'tablespace'
  | 'text search configuration'
  | 'text search dictionary'
  | 'text search parser'
  | 'text search template'
  | 'transform'
  | 'trigger'
  | 'type'
  | 'user mapping'
  | 'view';

interface Drop {
  readonly ifExists: boolean;
  readonly cascade: boolean;
}

/** A domain's constraint. */
export type DomainConstraint =
  | {
      readonly kind: 'check';
      readonly name: string | null;
      readonly expression: Expression;
      readonly valid: boolean;
    }
  | { readonly kind: 'not-null'; readonly name: string | null };

/** A parameter of a function: IN, INOUT and VARIADIC ones make the signature. */
export interface FunctionParameter {
  readonly name: string | null;
  readonly mode: 'in' | 'out' | 'inout' | 'variadic' | 'table';
  readonly type: TypeName;
  readonly default: Expression | null;
}

/** Everything about objects that are not tables or indexes. */
export type ObjectOperation =
  // views
  | {
      readonly kind: 'create-view';
      readonly view: RelationName;
      readonly replace: boolean;
      readonly persistence: Persistence;
      readonly recursive: boolean;
      readonly columnNames: readonly string[];
      readonly query: Query;
      readonly options: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'create-materialized-view';
      readonly view: RelationName;
      readonly ifNotExists: boolean;
      readonly columnNames: readonly string[];
      readonly query: Query;
      readonly withData: boolean;
    }
  | {
      readonly kind: 'refresh-materialized-view';
      readonly view: RelationName;
      readonly concurrently: boolean;
      readonly withData: boolean;
    }
  | ({
      readonly kind: 'drop-view';
      readonly views: readonly RelationName[];
      readonly materialized: boolean;
    } & Drop)
  // sequences
  | {
      readonly kind: 'create-sequence';
      readonly sequence: RelationName;
      readonly ifNotExists: boolean;
      readonly persistence: Persistence;
      readonly options: readonly SequenceOption[];
      readonly ownedBy: { readonly table: RelationName; readonly column: string } | 'none' | null;
    }
  | {
      readonly kind: 'alter-sequence';
      readonly sequence: RelationName;
      readonly ifExists: boolean;
      readonly options: readonly SequenceOption[];
      readonly ownedBy: { readonly table: RelationName; readonly column: string } | 'none' | null;
    }
  | ({ readonly kind: 'drop-sequence'; readonly sequences: readonly RelationName[] } & Drop)
  // types and domains
  | { readonly kind: 'create-enum'; readonly type: ObjectName; readonly values: readonly string[] }
  | {
      readonly kind: 'add-enum-value';
      readonly type: ObjectName;
      readonly value: string;
      readonly ifNotExists: boolean;
      readonly neighbour: { readonly value: string; readonly after: boolean } | null;
    }
  | {
      readonly kind: 'rename-enum-value';
      readonly type: ObjectName;
      readonly value: string;
      readonly to: string;
    }
  | {
      readonly kind: 'create-composite-type';
      readonly type: ObjectName;
      readonly attributes: readonly { readonly name: string; readonly type: TypeName }[];
    }
  | {
      readonly kind: 'alter-composite-type';
      readonly type: ObjectName;
      readonly change:
        | { readonly kind: 'add'; readonly attribute: string; readonly type: TypeName }
        | { readonly kind: 'drop'; readonly attribute: string; readonly missingOk: boolean }
        | { readonly kind: 'alter'; readonly attribute: string; readonly type: TypeName }
        | { readonly kind: 'rename'; readonly attribute: string; readonly to: string };
      readonly cascade: boolean;
    }
  | { readonly kind: 'create-range-type'; readonly type: ObjectName }
  | { readonly kind: 'create-base-type'; readonly type: ObjectName }
  | {
      readonly kind: 'create-domain';
      readonly domain: ObjectName;
      readonly type: TypeName;
      readonly collation: ObjectName | null;
      readonly default: Expression | null;
      readonly constraints: readonly DomainConstraint[];
    }
  | {
      readonly kind: 'alter-domain';
      readonly domain: ObjectName;
      readonly change:
        | { readonly kind: 'add-constraint'; readonly constraint: DomainConstraint }
        | {
            readonly kind: 'drop-constraint';
            readonly constraint: string;
            readonly missingOk: boolean;
            readonly cascade: boolean;
          }
        | { readonly kind: 'validate-constraint'; readonly constraint: string }
        | { readonly kind: 'rename-constraint'; readonly constraint: string; readonly to: string }
        | { readonly kind: 'set-not-null' | 'drop-not-null' | 'drop-default' }
        | { readonly kind: 'set-default'; readonly default: Expression };
    }
  | ({ readonly kind: 'drop-type'; readonly types: readonly ObjectName[]; readonly domain: boolean } & Drop)
  // functions
  | {
      readonly kind: 'create-function';
      readonly name: ObjectName;
      readonly procedure: boolean;
      readonly replace: boolean;
      readonly parameters: readonly FunctionParameter[];
      readonly returns: TypeName | null;
      readonly returnsSet: boolean;
      readonly language: string;
      readonly volatility: 'immutable' | 'stable' | 'volatile' | null;
      readonly securityDefiner: boolean;
      readonly settings: Readonly<Record<string, string>>;
      readonly body: Body;
      /** The text between the quotes, or of BEGIN ATOMIC; null where a library is named. */
      readonly source: string | null;
    }
  | {
      readonly kind: 'alter-function';
      readonly name: ObjectName;
      readonly volatility: 'immutable' | 'stable' | 'volatile' | null;
      readonly settings: Readonly<Record<string, string>>;
    }
  | ({
      readonly kind: 'drop-function';
      readonly functions: readonly {
        readonly name: ObjectName;
        readonly parameters: readonly TypeName[] | null;
      }[];
      readonly what: 'function' | 'procedure' | 'routine' | 'aggregate';
    } & Drop)
  // triggers, rules, policies
  | {
      readonly kind: 'create-trigger';
      readonly trigger: string;
      readonly table: RelationName;
      readonly replace: boolean;
      readonly constraint: boolean;
      readonly row: boolean;
      readonly timing: 'before' | 'after' | 'instead-of';
      readonly events: readonly ('insert' | 'update' | 'delete' | 'truncate')[];
      /** UPDATE OF. */
      readonly columns: readonly string[];
      readonly when: Expression | null;
      readonly function: ObjectName;
      readonly args: readonly string[];
      /** FROM of a constraint trigger. */
      readonly referenced: RelationName | null;
    }
  | ({ readonly kind: 'drop-trigger'; readonly trigger: string; readonly table: RelationName } & Drop)
  | {
      readonly kind: 'rename-trigger';
      readonly trigger: string;
      readonly table: RelationName;
      readonly to: string;
    }
  | { readonly kind: 'create-event-trigger'; readonly trigger: string }
  | { readonly kind: 'alter-event-trigger'; readonly trigger: string }
  | {
      readonly kind: 'create-rule';
      readonly rule: string;
      readonly table: RelationName;
      readonly replace: boolean;
      readonly event: string;
      readonly instead: boolean;
      readonly query: Query;
    }
  | ({ readonly kind: 'drop-rule'; readonly rule: string; readonly table: RelationName } & Drop)
  | { readonly kind: 'rename-rule'; readonly rule: string; readonly table: RelationName; readonly to: string }
  | {
      readonly kind: 'create-policy';
      readonly policy: string;
      readonly table: RelationName;
      readonly permissive: boolean;
      readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete';
      readonly roles: readonly string[];
      readonly using: Expression | null;
      readonly check: Expression | null;
    }
  | {
      readonly kind: 'alter-policy';
      readonly policy: string;
      readonly table: RelationName;
      readonly using: Expression | null;
      readonly check: Expression | null;
    }
  | ({ readonly kind: 'drop-policy'; readonly policy: string; readonly table: RelationName } & Drop)
  | {
      readonly kind: 'rename-policy';
      readonly policy: string;
      readonly table: RelationName;
      readonly to: string;
    }
  // schemas, extensions, roles, privileges
  | { readonly kind: 'create-schema'; readonly schema: string; readonly ifNotExists: boolean }
  | { readonly kind: 'rename-schema'; readonly schema: string; readonly to: string }
  | ({ readonly kind: 'drop-schema'; readonly schemas: readonly string[] } & Drop)
  | {
      readonly kind: 'create-extension';
      readonly extension: string;
      readonly ifNotExists: boolean;
      readonly schema: string | null;
      readonly version: string | null;
    }
  | {
      readonly kind: 'alter-extension';
      readonly extension: string;
      readonly change: 'update' | 'set-schema' | 'contents';
    }
  | ({ readonly kind: 'drop-extension'; readonly extensions: readonly string[] } & Drop)
  | {
      readonly kind: 'grant' | 'revoke';
      readonly objectType: ObjectType;
      /** `names`: those objects; `in-schema`: ALL … IN SCHEMA. */
      readonly target: 'names' | 'in-schema';
      readonly names: readonly ObjectName[];
      /** Empty: ALL. */
      readonly privileges: readonly string[];
      readonly grantees: readonly string[];
      readonly cascade: boolean;
      readonly grantOption: boolean;
    }
  | {
      readonly kind: 'grant-role' | 'revoke-role';
      readonly roles: readonly string[];
      readonly grantees: readonly string[];
    }
  | { readonly kind: 'alter-default-privileges' }
  | { readonly kind: 'create-role' | 'alter-role' | 'drop-role'; readonly roles: readonly string[] }
  | { readonly kind: 'reassign-owned'; readonly roles: readonly string[]; readonly to: string }
  | { readonly kind: 'drop-owned'; readonly roles: readonly string[]; readonly cascade: boolean }
  // publications and subscriptions
  | {
      readonly kind: 'create-publication';
      readonly publication: string;
      readonly allTables: boolean;
      readonly tables: readonly PublishedTable[];
      readonly schemas: readonly string[];
      readonly options: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'alter-publication';
      readonly publication: string;
      readonly action: 'add' | 'set' | 'drop' | 'options';
      readonly tables: readonly PublishedTable[];
      readonly schemas: readonly string[];
      readonly options: Readonly<Record<string, string>>;
    }
  | ({ readonly kind: 'drop-publication'; readonly publications: readonly string[] } & Drop)
  | {
      readonly kind: 'create-subscription' | 'alter-subscription' | 'drop-subscription';
      readonly subscription: string;
      /** `refresh`, `set-publication`, `connection`, `enable`, … of ALTER; null otherwise. */
      readonly action: string | null;
      readonly options: Readonly<Record<string, string>>;
      readonly ifExists: boolean;
    }
  // statistics and comments
  | {
      readonly kind: 'create-statistics';
      readonly name: ObjectName | null;
      readonly ifNotExists: boolean;
      readonly table: RelationName;
      readonly columns: readonly string[];
      readonly expressions: readonly Expression[];
    }
  | { readonly kind: 'alter-statistics'; readonly name: ObjectName; readonly ifExists: boolean }
  | ({ readonly kind: 'drop-statistics'; readonly names: readonly ObjectName[] } & Drop)
  | {
      readonly kind: 'comment' | 'security-label';
      readonly objectType: ObjectType;
      readonly name: ObjectName;
      /** The relation of a column, constraint, trigger, rule or policy; for a table or view itself the same as `name`. */
      readonly relation: RelationName | null;
      /** Of `comment`: null removes it. */
      readonly text: string | null;
    }
  // all other objects: their CREATE, ALTER, RENAME, DROP touch no table unless CASCADE takes one along
  | {
      readonly kind: 'create-object';
      readonly objectType: ObjectType;
      readonly name: ObjectName;
      readonly replace: boolean;
      readonly ifNotExists: boolean;
    }
  | {
      readonly kind: 'alter-object';
      readonly objectType: ObjectType;
      readonly name: ObjectName;
      readonly change: 'rename' | 'set-schema' | 'change-owner' | 'options' | 'contents' | 'depends';
      /** New name, schema or owner. */
      readonly to: string | null;
    }
  | ({
      readonly kind: 'drop-object';
      readonly objectType: ObjectType;
      readonly names: readonly ObjectName[];
    } & Drop)
  | { readonly kind: 'import-foreign-schema'; readonly schema: string }
  | {
      readonly kind: 'create-database' | 'alter-database' | 'drop-database';
      readonly database: string;
      readonly setting: string | null;
      readonly tablespace: string | null;
    }
  | {
      readonly kind: 'create-tablespace' | 'drop-tablespace' | 'alter-tablespace';
      readonly tablespace: string;
    }
  | {
      readonly kind: 'move-all';
      readonly what: 'table' | 'index' | 'materialized view';
      readonly from: string;
      readonly to: string;
      readonly nowait: boolean;
    };

/** One table of a publication. */
export interface PublishedTable {
  readonly table: RelationName;
  readonly only: boolean;
  readonly columns: readonly string[];
  readonly where: Expression | null;
}
