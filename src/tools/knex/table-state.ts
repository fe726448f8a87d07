import type { Site } from '../../javascript/host';
import type { Guard } from '../../javascript/run';
import type { TextValue, Value } from '../../javascript/value';

/** A statement of a builder, with the condition under which it is sent. */
export interface BuiltSql {
  readonly sql: TextValue;
  readonly guard: Guard | undefined;
}

/** A column as its chain of calls describes it. */
export interface ColumnState {
  readonly type: string;
  /** What the column method was given, the name first. */
  readonly args: readonly Value[];
  readonly site: Site;
  readonly guard: Guard | undefined;
  readonly modifiers: Map<string, readonly Value[]>;
  /** `alter()` changes the column instead of adding it. */
  alter: { readonly nullable: boolean; readonly type: boolean } | undefined;
}

/** A call on the table that becomes a statement of its own, after those of the columns. */
export interface TableCommand {
  readonly method: string;
  readonly args: readonly Value[];
  readonly site: Site;
  readonly guard: Guard | undefined;
  /** Foreign keys are described by the calls that follow. */
  readonly foreign?: Map<string, Value>;
}

/** What the callback of `createTable` and `alterTable` fills. */
export interface TableState {
  readonly kind: 'create' | 'alter';
  readonly ifNotExists: boolean;
  readonly like: Value | undefined;
  readonly schema: Value | undefined;
  readonly name: Value;
  readonly site: Site;
  readonly columns: ColumnState[];
  readonly commands: TableCommand[];
  readonly checks: TableCommand[];
  /** Statements that must come first: types that columns need. */
  readonly before: BuiltSql[];
  comment: Value | undefined;
  inherits: Value | undefined;
}
