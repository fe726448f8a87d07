import type { Expression } from './expression';
import type { Operation } from './operation';

/**
 * What a DO block or a function does when it runs, as far as it can be read. `language` other than plpgsql and sql is
 * `unread`. Offsets count UTF-16 units from the start of the outer statement's text.
 */
export interface Body {
  readonly language: string;
  readonly statements: readonly BodyStatement[];
}

/** One statement of a body. */
export type BodyStatement =
  | {
      readonly kind: 'sql';
      readonly text: string;
      readonly start: number;
      readonly operations: readonly Operation[];
      readonly dynamic: boolean;
    }
  /** IF and CASE; a missing ELSE is an empty branch. A condition that lowering could read is an expression. */
  | {
      readonly kind: 'branch';
      readonly branches: readonly {
        readonly condition: BodyCondition | null;
        readonly body: readonly BodyStatement[];
      }[];
    }
  | { readonly kind: 'loop'; readonly body: readonly BodyStatement[]; readonly query: readonly Operation[] }
  | {
      readonly kind: 'block';
      readonly body: readonly BodyStatement[];
      /** EXCEPTION WHEN: a subtransaction whose failure is caught. Conditions are lower-case names or SQLSTATEs. */
      readonly handlers: readonly {
        readonly conditions: readonly string[];
        readonly body: readonly BodyStatement[];
      }[];
    }
  | { readonly kind: 'commit' | 'rollback' }
  | { readonly kind: 'return' }
  /** RAISE EXCEPTION aborts; lower levels only speak and are left out. */
  | { readonly kind: 'raise' }
  /** Dynamic SQL or anything else that may do something we cannot tell. */
  | {
      readonly kind: 'unread';
      readonly reason: 'dynamic-sql' | 'procedural-code' | 'syntax-error';
      readonly detail: string;
      readonly start: number;
    };

/** The condition of a branch. */
export type BodyCondition =
  /** EXISTS (SELECT … FROM pg_… or information_schema …), negated or not: what the catalog can answer. */
  | { readonly kind: 'exists'; readonly negated: boolean; readonly object: CatalogLookUp }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'unknown'; readonly text: string };

/** A look-up of one object in the system catalogs. Names are null where the query does not say. */
export type CatalogLookUp =
  | {
      /** `relation`: any of them, as a look-up of pg_class by the name alone. */
      readonly kind:
        | 'relation'
        | 'table'
        | 'index'
        | 'sequence'
        | 'view'
        | 'type'
        | 'schema'
        | 'extension'
        | 'function'
        | 'role'
        | 'publication';
      readonly schema: string | null;
      readonly name: string;
    }
  | { readonly kind: 'column'; readonly schema: string | null; readonly table: string; readonly name: string }
  | {
      readonly kind: 'constraint' | 'trigger' | 'policy';
      readonly schema: string | null;
      readonly table: string | null;
      readonly name: string;
    }
  | { readonly kind: 'enum-value'; readonly type: string | null; readonly name: string };
