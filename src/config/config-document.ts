/** A config file as a value, with the line that every part of it stands in. */
export interface ConfigDocument {
  readonly path: string;
  readonly value: unknown;
  /** The line (from one) of the value at a path of keys; of the nearest part around it where there is none. */
  lineOf(keys: readonly (string | number)[]): number;
}
