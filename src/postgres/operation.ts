import type { TableOperation } from './operations/table';
import type { AlterTableOperation } from './operations/alter-table';
import type { IndexOperation } from './operations/index-operation';
import type { ObjectOperation } from './operations/object';
import type { DataOperation } from './operations/data';
import type { SessionOperation } from './operations/session';

/**
 * One thing that a statement does to schema, data or session. One statement may give several: `ADD COLUMN … REFERENCES`
 * is `add-column` and `add-foreign-key`. The operations of one ALTER TABLE stand in the server's pass order
 * (tablecmds.c, AT_PASS_*), not in the order they are written.
 */
export type Operation =
  | TableOperation
  | AlterTableOperation
  | IndexOperation
  | ObjectOperation
  | DataOperation
  | SessionOperation
  /** Parsed, but no line of the effect table speaks of it: a gap, never skipped. `node` is the parser's name of it. */
  | { readonly kind: 'unmodelled'; readonly node: string };

/** The name of an operation: what effects and rules are indexed by. */
export type OperationKind = Operation['kind'];

/** The operation of a given kind. */
export type OperationOf<K extends OperationKind> = Extract<Operation, { readonly kind: K }>;
