/**
 * A session that has once seen the bound of a partition keeps it, and does not lock the ancestors to look again. Writing the same row
 * of the catalog once more makes it forget, so that what a statement locks does not depend on those before it.
 */
export const FORGET_BOUNDS = 'UPDATE pg_class SET relname = relname WHERE relispartition';
