/**
 * The relations that an effect speaks of, seen from one operation. Each name has one resolver in analysis/roles, which also
 * tells whether the catalog knows all of them.
 */
export type RoleName =
  /** The relation that the statement names. */
  'table';
