import type { PublishedTable } from '../../postgres/operations/publication';
import type { DomainConstraint } from '../../postgres/operations/type';
import type { Body } from '../../postgres/body';
import type { Expression } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import type { FunctionParameter } from '../../postgres/operations/function';
import type { TypeName } from '../../postgres/type-name';
import type { PersistentMap } from '../persistent-map';
import type { Origin, Relation, RelationId, View } from './relation';
import type { UseIndex } from './uses';

/** `schema` and `name` joined by a character that no identifier holds. */
export type NameKey = string & { readonly __brand: 'NameKey' };

/** The key of a resolved name. */
export function nameKey(schema: string, name: string): NameKey {
  return `${schema}\u0000${name}` as NameKey;
}

/** A type that users made. Composite types are relations too (`CompositeRelation`). */
export type UserType =
  | {
      readonly kind: 'enum';
      readonly schema: string;
      readonly name: string;
      readonly values: readonly string[];
      readonly origin: Origin;
    }
  | {
      readonly kind: 'domain';
      readonly schema: string;
      readonly name: string;
      readonly type: TypeName;
      readonly collation: ObjectName | null;
      readonly default: Expression | null;
      readonly constraints: readonly (DomainConstraint & {
        readonly name: string;
        readonly validated: boolean;
      })[];
      readonly origin: Origin;
    }
  | {
      readonly kind: 'composite' | 'range' | 'base';
      readonly schema: string;
      readonly name: string;
      readonly origin: Origin;
    };

/** What a function depends on: the types of its signature, and what a body speaks of that the server parsed with it. */
export interface FunctionNeeds {
  /** Types that users made, rows of relations among them. */
  readonly types: readonly NameKey[];
  readonly reads: readonly RelationId[];
  /** As in `View`. */
  readonly readsColumns: View['readsColumns'];
  readonly calls: readonly NameKey[];
}

/** A function or procedure that users made. */
export interface UserFunction {
  readonly schema: string;
  readonly name: string;
  readonly procedure: boolean;
  readonly parameters: readonly FunctionParameter[];
  readonly returns: TypeName | null;
  readonly returnsSet: boolean;
  readonly language: string;
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  /** Not called where an argument is NULL. */
  readonly strict: boolean;
  readonly securityDefiner: boolean;
  /** SET in its definition: in force while it runs. */
  readonly settings: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly source: string | null;
  /** Null: on nothing that users made. */
  readonly needs: FunctionNeeds | null;
  readonly origin: Origin;
}

/** A publication. */
export interface Publication {
  readonly name: string;
  readonly allTables: boolean;
  readonly schemas: readonly string[];
  readonly tables: readonly (Omit<PublishedTable, 'table'> & { readonly table: RelationId })[];
  readonly options: Readonly<Record<string, string>>;
}

/** What GRANT and REVOKE said of an object: who has rights beside its owner, and whether any were taken away (PUBLIC's too). */
export interface Privileges {
  readonly grantees: readonly string[];
  readonly revoked: boolean;
}

/**
 * What is known of the database at one moment: an immutable value folded over statements. Reverse indexes (`childrenOf`,
 * `readersOf`, …) are kept by the same functions that change relations, so that no look-up walks the whole catalog.
 */
export interface Catalog {
  readonly relations: PersistentMap<RelationId, Relation>;
  readonly names: PersistentMap<NameKey, RelationId>;
  /** Heirs by INHERITS and partitions alike. */
  readonly childrenOf: PersistentMap<RelationId, readonly RelationId[]>;
  /** Views and materialized views whose query reads it. */
  readonly readersOf: PersistentMap<RelationId, readonly RelationId[]>;
  /** Sequences that a column of the table owns (OWNED BY, serial, identity). */
  readonly sequencesOf: PersistentMap<RelationId, readonly RelationId[]>;
  /** What finds the uses in these relations, when somebody asks for them (uses.ts). */
  readonly useIndex: UseIndex;
  /** How many constraints of a name a schema has: the server makes up names that are new to the schema. */
  readonly constraintNames: PersistentMap<NameKey, number>;
  /** Temporary tables: they end with the session, some with the transaction. */
  readonly temporary: readonly RelationId[];
  readonly types: PersistentMap<NameKey, UserType>;
  readonly functions: PersistentMap<NameKey, readonly UserFunction[]>;
  /** The names of those that depend on a type, function or relation (function-needs.ts). */
  readonly functionsNeeding: PersistentMap<string, readonly NameKey[]>;
  readonly schemas: PersistentMap<string, Origin>;
  readonly extensions: PersistentMap<string, Origin>;
  readonly publications: PersistentMap<string, Publication>;
  /** The wrapper of each foreign server; null where it cannot be told, or the server may not be there. */
  readonly servers: PersistentMap<string, string | null>;
  /** Collations, foreign data wrappers, servers and user mappings, by `otherObjectKey`. */
  readonly otherObjects: PersistentMap<string, Origin>;
  /** Of relations, and of all functions of a name; absent where no statement speaks of them. */
  readonly privileges: PersistentMap<RelationId, Privileges>;
  readonly functionPrivileges: PersistentMap<NameKey, Privileges>;
  /** ALTER DEFAULT PRIVILEGES was run: what is made later may have other privileges than statements say. */
  readonly defaultPrivileges: boolean;
  /** Settings of roles and databases for later sessions, by name, in lower case. */
  readonly laterSettings: PersistentMap<string, string>;
  /** True: the fold began at an empty database, so what is not here does not exist. */
  readonly complete: boolean;
  /** Something that could not be read was run: tables may have columns and more that nobody saw made, or no longer have them. */
  readonly unread: boolean;
  readonly nextId: number;
}

/** An object name after the search_path has decided on its schema. */
export interface ResolvedName extends ObjectName {
  readonly schema: string;
}
