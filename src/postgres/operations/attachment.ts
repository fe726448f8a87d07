import type { Expression } from '../expression';
import type { ObjectName, RelationName } from '../name';
import type { Query } from '../query';
import type { Drop } from './drop';

/** WHEN of a trigger: as it is written, without its parentheses, and in our own words. The text is empty where its statement has several. */
export interface TriggerCondition {
  readonly text: string;
  readonly expression: Expression;
}

/** The names that REFERENCING gives to the rows before and after; null where it gives none. */
export interface TransitionTables {
  readonly old: string | null;
  readonly new: string | null;
}

/** What stands on a table: triggers, rules, policies; and event triggers, which stand on nothing. */
export type AttachmentOperation =
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
      /** REFERENCING: the names of the transition tables. */
      readonly transitions: TransitionTables;
      readonly when: TriggerCondition | null;
      readonly function: ObjectName;
      readonly args: readonly string[];
      /** DEFERRABLE and INITIALLY DEFERRED of a constraint trigger. */
      readonly deferrable: boolean;
      readonly initiallyDeferred: boolean;
      /** FROM of a constraint trigger. */
      readonly referenced: RelationName | null;
    }
  | {
      readonly kind: 'trigger-depends-on-extension';
      readonly trigger: string;
      readonly table: RelationName;
      readonly extension: string;
    }
  | ({ readonly kind: 'drop-trigger'; readonly trigger: string; readonly table: RelationName } & Drop)
  | {
      readonly kind: 'rename-trigger';
      readonly trigger: string;
      readonly table: RelationName;
      readonly to: string;
    }
  | {
      readonly kind: 'create-event-trigger';
      readonly trigger: string;
      readonly function: ObjectName;
    }
  | { readonly kind: 'alter-event-trigger'; readonly trigger: string }
  | {
      readonly kind: 'create-rule';
      readonly rule: string;
      readonly table: RelationName;
      readonly replace: boolean;
      readonly event: string;
      readonly instead: boolean;
      /** It has a WHERE. */
      readonly conditional: boolean;
      /** Something of it speaks of the rows of before (OLD), for which the relation itself is read. */
      readonly readsOld: boolean;
      /** Columns of NEW and OLD that it mentions; `*` for a whole row. */
      readonly rowColumns: readonly string[];
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
      /** Empty where they stay. */
      readonly roles: readonly string[];
      readonly using: Expression | null;
      readonly check: Expression | null;
    }
  | ({ readonly kind: 'drop-policy'; readonly policy: string; readonly table: RelationName } & Drop)
  | {
      readonly kind: 'rename-policy';
      readonly policy: string;
      readonly table: RelationName;
      readonly to: string;
    };
