import type { Body } from '../body';
import type { Operation } from '../operation';
import type { Expression } from '../expression';
import type { ObjectName, RelationName } from '../name';
import type { Query } from '../query';

/** Statements that read or write rows, or run code. */
export type DataOperation =
  /** SELECT, INSERT, UPDATE, DELETE, MERGE, VALUES, with whatever their CTEs write. */
  | {
      readonly kind: 'query';
      readonly command: 'select' | 'insert' | 'update' | 'delete' | 'merge' | 'values';
      readonly query: Query;
    }
  | {
      readonly kind: 'copy-from';
      readonly table: RelationName;
      readonly columns: readonly string[];
      readonly query: Query;
    }
  /** COPY (query) TO. */
  | { readonly kind: 'copy-to'; readonly query: Query }
  /** COPY table TO: not planned as a query is. */
  | { readonly kind: 'copy-table-to'; readonly table: RelationName; readonly query: Query }
  | { readonly kind: 'explain'; readonly analyze: boolean; readonly operations: readonly Operation[] }
  | { readonly kind: 'do-block'; readonly language: string; readonly body: Body }
  | { readonly kind: 'call'; readonly procedure: ObjectName; readonly args: readonly Expression[] }
  | {
      readonly kind: 'declare-cursor';
      readonly cursor: string;
      readonly hold: boolean;
      readonly query: Query;
    }
  | { readonly kind: 'cursor'; readonly command: 'fetch' | 'move' | 'close'; readonly cursor: string }
  | { readonly kind: 'prepare'; readonly name: string; readonly operations: readonly Operation[] }
  | { readonly kind: 'execute'; readonly name: string }
  | { readonly kind: 'deallocate'; readonly name: string | null };
