import { columnOf, tableById } from '../analysis/catalog/find';
import type { Column, RelationId } from '../analysis/catalog/relation';
import type { Session } from '../analysis/session';

/** A column of a table in some session; undefined where table or column are gone. */
export function columnIn({ catalog }: Session, table: RelationId, column: string): Column | undefined {
  const known = tableById(catalog, table);
  return known === undefined ? undefined : columnOf(known, column);
}
