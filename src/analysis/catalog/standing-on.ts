import type { OperationOf } from '../../postgres/operation';
import type { Catalog } from './catalog';
import { isTable } from './find';
import type { Table } from './relation';

/**
 * The tables that stand on objects of which the catalog keeps nothing else: foreign ones on their server, others on their access
 * method. Where it is not known which wrapper a server has, its tables stand on any.
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
    const wrapper = catalog.servers.get(table.server ?? '') ?? null;
    return objectType === 'foreign data wrapper' && (wrapper === null || named(wrapper));
  };
  return [...catalog.relations.values()].filter(
    (relation): relation is Table => isTable(relation) && stands(relation),
  );
}
