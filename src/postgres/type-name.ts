/**
 * A data type as a statement names it. `name` is the catalog's own spelling (`int4`, `varchar`, `timestamptz`,
 * pg_type.typname), whatever the statement wrote; `serial`, `bigserial` and `smallserial` stay as they are.
 */
export interface TypeName {
  readonly schema: string | null;
  readonly name: string;
  /** The modifiers in parentheses: `[10, 2]` of `numeric(10,2)`; empty without. Interval fields are not kept. */
  readonly modifiers: readonly number[];
  /** Modifiers that are no numbers, as extensions have them: `['Point']` of `geometry(Point, 4326)`. Absent without. */
  readonly modifierWords?: readonly string[];
  /** `1` for `int[]`. The server treats every number of dimensions alike. */
  readonly arrayDimensions: number;
}

/** A type of the system without modifiers, by the catalog's name for it. */
export function plainType(name: string): TypeName {
  return { schema: null, name, modifiers: [], arrayDimensions: 0 };
}
