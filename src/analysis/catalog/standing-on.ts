import type { OperationOf } from '../../postgres/operation';
import type { Catalog } from './catalog';
import { isTable } from './find';
import type { Table } from './relation';

/**
 * The tables that stand on objects of which the catalog keeps nothing else: foreign ones on their server, others on their access
 * method. Which wrapper a server has is not known, so that of a wrapper all foreign tables are.
 */
export function tablesOn(
  catalog: Catalog,
  { objectType, names }: OperationOf<'drop-object'>,
): readonly Table[] {
  const named = (name: string): boolean => names.some((each) => each.name === name);
  const stands = (table: Table): boolean => {
    if (objectType === 'access method') return table.accessMethod !== null && named(table.accessMethod);
    if (table.kind !== 'foreign table') return false;
    if (objectType === 'server') return table.server === undefined || named(table.server);
    return objectType === 'foreign data wrapper';
  };
  return [...catalog.relations.values()].filter(
    (relation): relation is Table => isTable(relation) && stands(relation),
  );
}
