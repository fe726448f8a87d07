import type { Catalog, Publication } from '../analysis/catalog/catalog';
import { indexById, primaryKeyOf, tableById } from '../analysis/catalog/find';
import type { RelationId, Table } from '../analysis/catalog/relation';
import { isStaging } from './object-names';
import type { RuleOptions } from './rule';

/** How a table is published: by which publication, or by configuration. */
export interface Published {
  /** In a message: `the publication "audit"`. */
  readonly by: string;
  /** The columns that are published; empty: all. */
  readonly columns: readonly string[];
  /** Updates or deletes are published too, for which rows must be told apart. */
  readonly changes: boolean;
}

/** Who publishes a table, for certain; null where nobody does as far as is known. */
export function publishedBy(
  catalog: Catalog,
  table: Table,
  { publications }: Pick<RuleOptions, 'publications'>,
): Published | null {
  if (table.persistence !== 'permanent' || table.kind === 'foreign table') return null;
  const found = [...catalog.publications.values()].flatMap((publication): readonly Published[] => {
    const named = publication.tables.find((each) => each.table === table.id);
    if (named === undefined && !publication.allTables && !publication.schemas.includes(table.schema))
      return [];
    return [
      {
        by: `the publication "${publication.name}"`,
        columns: named?.columns ?? [],
        changes: publishesChanges(publication),
      },
    ];
  });
  const [first] = [...found].sort((a, b) => Number(b.changes) - Number(a.changes));
  if (first !== undefined) return first;
  const configured = isStaging(table, { staging: publications });
  return configured ? { by: 'a publication that configuration names', columns: [], changes: true } : null;
}

/** `publish` names what is published; without it all is. */
export function publishesChanges({ options }: Pick<Publication, 'options'>): boolean {
  const publish = options['publish'];
  return publish === undefined || /update|delete/i.test(publish);
}

/** Whether rows of a table can be told apart on a subscriber; unknown where the catalog has not seen all of the table. */
export function hasIdentity(catalog: Catalog, id: RelationId): boolean | 'unknown' {
  const table = tableById(catalog, id);
  if (table === undefined) return 'unknown';
  const { replicaIdentity } = table;
  if (replicaIdentity === 'full') return true;
  if (replicaIdentity === 'nothing') return false;
  if (replicaIdentity !== 'default') return indexById(catalog, replicaIdentity) !== undefined;
  if (primaryKeyOf(table) !== undefined) return true;
  return table.complete ? false : 'unknown';
}
