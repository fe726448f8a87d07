import type { Body } from '../body';
import type { Query } from '../query';
import type { Expression } from '../expression';
import type { ObjectName } from '../name';
import type { TypeName } from '../type-name';
import type { Drop } from './drop';

/** A parameter of a function: IN, INOUT and VARIADIC ones make the signature. */
export interface FunctionParameter {
  readonly name: string | null;
  readonly mode: 'in' | 'out' | 'inout' | 'variadic' | 'table';
  readonly type: TypeName;
  readonly default: Expression | null;
}

/** Functions and procedures. */
export type FunctionOperation =
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
      readonly strict: boolean;
      readonly securityDefiner: boolean;
      readonly settings: Readonly<Record<string, string>>;
      readonly body: Body;
      /** The text between the quotes, or of BEGIN ATOMIC; null where a library is named. */
      readonly source: string | null;
      /** Of BEGIN ATOMIC and RETURN: what the server looks up at once, so that the function depends on it. */
      readonly atomic: { readonly query: Query; readonly types: readonly TypeName[] } | null;
    }
  | {
      readonly kind: 'alter-function';
      readonly name: ObjectName;
      /** Null: none are written, so that there is one function of the name. */
      readonly parameters: readonly TypeName[] | null;
      readonly volatility: 'immutable' | 'stable' | 'volatile' | null;
      readonly settings: Readonly<Record<string, string>>;
      /** Null: not spoken of. */
      readonly strict: boolean | null;
      readonly securityDefiner: boolean | null;
    }
  | ({
      readonly kind: 'drop-function';
      readonly functions: readonly {
        readonly name: ObjectName;
        readonly parameters: readonly TypeName[] | null;
      }[];
      readonly what: 'function' | 'procedure' | 'routine' | 'aggregate';
    } & Drop);
