import type { Expression } from '../expression';
import type { ObjectName, RelationName } from '../name';
import type { Drop } from './drop';
import type { AttachmentOperation } from './attachment';
import type { TypeName } from '../type-name';
import type { FunctionOperation } from './function';
import type { PublicationOperation } from './publication';
import type { TypeOperation } from './type';
import type { ViewOperation } from './view';

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

/** Everything about objects that are not tables or indexes. */
export type ObjectOperation =
  | ViewOperation
  | TypeOperation
  | FunctionOperation
  | AttachmentOperation
  | PublicationOperation
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
      /** Of a user mapping the role, with the server in the place of a schema; so in the other two. */
      readonly name: ObjectName;
      /** Of a server. */
      readonly wrapper?: string;
      readonly replace: boolean;
      readonly ifNotExists: boolean;
    }
  | {
      readonly kind: 'alter-object';
      readonly objectType: ObjectType;
      readonly name: ObjectName;
      /** Of functions and their like; null: none are written. */
      readonly parameters?: readonly TypeName[] | null;
      readonly change: 'rename' | 'set-schema' | 'change-owner' | 'options' | 'contents' | 'depends';
      /** New name, schema or owner. */
      readonly to: string | null;
    }
  | ({
      readonly kind: 'drop-object';
      readonly objectType: ObjectType;
      readonly names: readonly ObjectName[];
    } & Drop)
  | { readonly kind: 'import-foreign-schema'; readonly schema: string; readonly server: string }
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
      /** OWNED BY; empty: whoever owns it. */
      readonly owners: readonly string[];
      readonly nowait: boolean;
    };
