/** What every DROP can say. */
export interface Drop {
  readonly ifExists: boolean;
  readonly cascade: boolean;
}
