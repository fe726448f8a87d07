import type { Table, View } from '../../catalog/relation';

/**
 * The columns of a table that a view uses for certain: those that the catalog names, else those that its own columns are called
 * after.
 */
export function columnsRead(view: View, table: Table): readonly string[] {
  const read = view.readsColumns.find(({ relation }) => relation === table.id);
  if (read === undefined) return [];
  return read.columns ?? view.columns.map(({ name }) => name);
}
