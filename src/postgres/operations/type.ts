import type { Expression } from '../expression';
import type { ObjectName } from '../name';
import type { TypeName } from '../type-name';
import type { Drop } from './drop';

/** A domain's constraint. */
export type DomainConstraint =
  | {
      readonly kind: 'check';
      readonly name: string | null;
      readonly expression: Expression;
      readonly valid: boolean;
    }
  | { readonly kind: 'not-null'; readonly name: string | null };

/** Types and domains. */
export type TypeOperation =
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
  | ({ readonly kind: 'drop-type'; readonly types: readonly ObjectName[]; readonly domain: boolean } & Drop);
