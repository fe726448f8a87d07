import type { PublishedTable } from '../../postgres/operations/publication';
import type { DomainConstraint } from '../../postgres/operations/type';
import type { Body } from '../../postgres/body';
import type { Expression } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import type { FunctionParameter } from '../../postgres/operations/function';
import type { TypeName } from '../../postgres/type-name';
import { PersistentMap } from '../persistent-map';
import type { Callers } from './callers';
import type { Origin, Relation, RelationId } from './relation';

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

/** A function or procedure that users made. */
export interface UserFunction {
  readonly schema: string;
  readonly name: string;
  readonly procedure: boolean;
  readonly parameters: readonly FunctionParameter[];
  readonly returns: TypeName | null;
  readonly language: string;
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly body: Body;
  readonly source: string | null;
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
 * `referencedBy`, `readersOf`, `usersOfType`) are kept by the same functions that change relations, so that no look-up walks
 * the whole catalog.
 */
export interface Catalog {
  readonly relations: PersistentMap<RelationId, Relation>;
  readonly names: PersistentMap<NameKey, RelationId>;
  /** Heirs by INHERITS and partitions alike. */
  readonly childrenOf: PersistentMap<RelationId, readonly RelationId[]>;
  /** Tables that have a foreign key to it (itself too, for a self-reference), each once. */
  readonly referencedBy: PersistentMap<RelationId, readonly RelationId[]>;
  /** Views and materialized views whose query reads it. */
  readonly readersOf: PersistentMap<RelationId, readonly RelationId[]>;
  /** Relations with a column of a user-made type (also as array), and domains over it under their own key. */
  readonly usersOfType: PersistentMap<NameKey, readonly RelationId[]>;
  /** Sequences that a column of the table owns (OWNED BY, serial, identity). */
  readonly sequencesOf: PersistentMap<RelationId, readonly RelationId[]>;
  readonly callers: Callers;
  /** Tables with a default that calls the sequence of that name, whoever owns it (LIKE … INCLUDING DEFAULTS copies such). */
  readonly usersOfSequence: PersistentMap<NameKey, readonly RelationId[]>;
  /** How many constraints of a name a schema has: the server makes up names that are new to the schema. */
  readonly constraintNames: PersistentMap<NameKey, number>;
  /** Temporary tables: they end with the session, some with the transaction. */
  readonly temporary: readonly RelationId[];
  readonly types: PersistentMap<NameKey, UserType>;
  readonly functions: PersistentMap<NameKey, readonly UserFunction[]>;
  readonly schemas: PersistentMap<string, Origin>;
  readonly extensions: PersistentMap<string, Origin>;
  readonly publications: PersistentMap<string, Publication>;
  /** Of relations, and of all functions of a name; absent where no statement speaks of them. */
  readonly privileges: PersistentMap<RelationId, Privileges>;
  readonly functionPrivileges: PersistentMap<NameKey, Privileges>;
  /** ALTER DEFAULT PRIVILEGES was run: what is made later may have other privileges than statements say. */
  readonly defaultPrivileges: boolean;
  /** Settings of roles and databases for later sessions, by name, in lower case. */
  readonly laterSettings: PersistentMap<string, string>;
  /** True: the fold began at an empty database, so what is not here does not exist. */
  readonly complete: boolean;
  readonly nextId: number;
}

/** A catalog that knows nothing. `complete`: of a database known to be empty. */
export function emptyCatalog(complete: boolean): Catalog {
  const before: Origin = { source: 'history', transaction: null, certain: true };
  return {
    relations: PersistentMap.empty(),
    names: PersistentMap.empty(),
    childrenOf: PersistentMap.empty(),
    referencedBy: PersistentMap.empty(),
    readersOf: PersistentMap.empty(),
    usersOfType: PersistentMap.empty(),
    sequencesOf: PersistentMap.empty(),
    callers: PersistentMap.empty(),
    usersOfSequence: PersistentMap.empty(),
    constraintNames: PersistentMap.empty(),
    temporary: [],
    types: PersistentMap.empty(),
    functions: PersistentMap.empty(),
    schemas: PersistentMap.empty<string, Origin>().set('public', before).set('pg_catalog', before),
    extensions: PersistentMap.empty(),
    publications: PersistentMap.empty(),
    privileges: PersistentMap.empty(),
    functionPrivileges: PersistentMap.empty(),
    defaultPrivileges: false,
    laterSettings: PersistentMap.empty(),
    complete,
    nextId: 1,
  };
}

/** An object name after the search_path has decided on its schema. */
export interface ResolvedName extends ObjectName {
  readonly schema: string;
}
