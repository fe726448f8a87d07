import type { OperationOf } from '../../postgres/operation';
import type { Publication } from '../catalog/catalog';
import { heirs } from '../catalog/find';
import type { RelationId } from '../catalog/relation';
import { tableOf } from '../catalog/resolve';
import type { Session } from '../session';
import type { Folded } from './change';
import { withCatalog } from './change';

/** CREATE PUBLICATION. */
export function createPublication(session: Session, operation: OperationOf<'create-publication'>): Folded {
  if (session.catalog.publications.has(operation.publication)) return null;
  return set(session, {
    name: operation.publication,
    allTables: operation.allTables,
    schemas: operation.schemas,
    tables: tablesOf(session, operation),
    options: operation.options,
  });
}

/** ALTER PUBLICATION. */
export function alterPublication(session: Session, operation: OperationOf<'alter-publication'>): Folded {
  const known = session.catalog.publications.get(operation.publication);
  if (known === undefined) return session;
  const named = tablesOf(session, operation);
  const ids = new Set(named.map(({ table }) => table));
  const others = known.tables.filter(({ table }) => !ids.has(table));
  switch (operation.action) {
    case 'options':
      return set(session, { ...known, options: { ...known.options, ...operation.options } });
    case 'set':
      return set(session, { ...known, tables: named, schemas: operation.schemas });
    case 'add':
      return set(session, {
        ...known,
        tables: [...others, ...named],
        schemas: [...new Set([...known.schemas, ...operation.schemas])],
      });
    case 'drop':
      return set(session, {
        ...known,
        tables: others,
        schemas: known.schemas.filter((schema) => !operation.schemas.includes(schema)),
      });
  }
}

/** DROP PUBLICATION. */
export function dropPublications(session: Session, operation: OperationOf<'drop-publication'>): Folded {
  const missing = operation.publications.some((name) => !session.catalog.publications.has(name));
  if (missing && !operation.ifExists && session.catalog.complete) return null;
  const publications = operation.publications.reduce(
    (map, name) => map.delete(name),
    session.catalog.publications,
  );
  return withCatalog(session, { ...session.catalog, publications });
}

/** A publication under another name. */
export function renamePublication(session: Session, name: string, to: string): Folded {
  const known = session.catalog.publications.get(name);
  if (known === undefined) return session;
  const publications = session.catalog.publications.delete(name).set(to, { ...known, name: to });
  return withCatalog(session, { ...session.catalog, publications });
}

function tablesOf(
  session: Session,
  operation: OperationOf<'create-publication'> | OperationOf<'alter-publication'>,
): Publication['tables'] {
  const found = new Map<RelationId, Publication['tables'][number]>();
  for (const published of operation.tables) {
    const table = tableOf(session, published.table);
    if (table === undefined) continue;
    // Partitions are published with their parent; other heirs have to be named, or are by the lack of ONLY.
    const descends = !published.only && table.kind !== 'partitioned table';
    for (const { id } of [table, ...(descends ? heirs(session.catalog, table.id) : [])])
      if (!found.has(id)) found.set(id, { ...published, table: id });
  }
  return [...found.values()];
}

function set(session: Session, publication: Publication): Session {
  const publications = session.catalog.publications.set(publication.name, publication);
  return withCatalog(session, { ...session.catalog, publications });
}
