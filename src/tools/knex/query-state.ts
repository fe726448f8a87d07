import type { Host } from '../../javascript/host';
import type { TextValue, Value } from '../../javascript/value';

/** A clause that is joined to the one before by `and` or `or`. */
export interface Condition {
  readonly joint: 'and' | 'or';
  readonly sql: TextValue;
}

/** What the calls on a query builder add up to. */
export interface QueryState {
  kind: 'select' | 'insert' | 'update' | 'delete' | 'truncate';
  table: Value | undefined;
  schema: Value | undefined;
  alias: Value | undefined;
  isDistinct: boolean;
  isRecursive: boolean;
  readonly distinctOn: TextValue[];
  /** Further tables of an update or a deletion. */
  readonly tables: TextValue[];
  readonly with: TextValue[];
  readonly columns: TextValue[];
  readonly joins: TextValue[];
  readonly wheres: Condition[];
  readonly havings: Condition[];
  readonly groups: TextValue[];
  readonly orders: TextValue[];
  readonly unions: TextValue[];
  limit: TextValue | undefined;
  offset: TextValue | undefined;
  /** Rows of an insert, or the columns of an update. */
  values: Value | undefined;
  conflict:
    | { readonly target: TextValue | undefined; action: 'nothing' | 'update'; set: Value | undefined }
    | undefined;
  returning: TextValue | undefined;
}

export function newQuery(): QueryState {
  return {
    kind: 'select',
    table: undefined,
    schema: undefined,
    alias: undefined,
    isDistinct: false,
    isRecursive: false,
    distinctOn: [],
    tables: [],
    with: [],
    columns: [],
    joins: [],
    wheres: [],
    havings: [],
    groups: [],
    orders: [],
    unions: [],
    limit: undefined,
    offset: undefined,
    values: undefined,
    conflict: undefined,
    returning: undefined,
  };
}

const states = new WeakMap<Host, QueryState>();

/** Ties a builder to what it has collected, so that another builder can take it as a part. */
export function keepState(host: Host, state: QueryState): void {
  states.set(host, state);
}

export function stateOf(value: Value | undefined): QueryState | undefined {
  return value?.kind === 'host' ? states.get(value.host) : undefined;
}
