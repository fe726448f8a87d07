import type { CatalogDescription, RelationDescription } from '../../../src/analysis/catalog/describe';
import type { Asker } from './asker';
import { catalogQuery } from './server-catalog-query';
import type { ServerCatalog, ServerRelation } from './server-catalog-query';

/** The catalog of the server in the words of `describeCatalog`, as this session sees it: its own uncommitted changes included. */
export async function describeServer(client: Asker, major: number): Promise<CatalogDescription> {
  const { rows } = await client.query<{ catalog: ServerCatalog }>(catalogQuery(major));
  const [row] = rows;
  if (row === undefined) throw new Error('The server does not tell its catalog');
  const { relations, types, functions, schemas, extensions, publications } = row.catalog;
  return {
    relations: record(relations, describeRelation),
    types: record(types, ({ description }) => description),
    functions: [...(functions ?? [])].sort(),
    schemas: [...(schemas ?? [])].sort(),
    extensions: [...(extensions ?? [])].sort(),
    publications: record(publications, ({ description }) => description),
  };
}

function record<T extends { readonly name: string }, U>(
  items: readonly T[] | null,
  describe: (item: T) => U,
): Readonly<Record<string, U>> {
  const named = (items ?? []).map((item) => [item.name, describe(item)] as const);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describeRelation(relation: ServerRelation): RelationDescription {
  const { kind, persistence } = relation;
  switch (kind) {
    case 'table':
    case 'partitioned table':
    case 'foreign table':
      return {
        kind,
        persistence,
        columns: relation.columns ?? [],
        constraints: sorted(relation.constraints),
        indexes: sorted(relation.indexes),
        triggers: sorted(relation.triggers),
        policies: sorted(relation.policies),
        rules: sorted(relation.rules),
        parents: sorted(relation.parents),
        rowSecurity: relation.row_security,
        replicaIdentity: relation.replica_identity,
        statistics: sorted(relation.statistics),
      };
    case 'index':
    case 'partitioned index':
      return {
        kind,
        persistence,
        on: relation.index?.on ?? '?',
        definition: relation.index?.definition ?? '?',
        partOf: relation.parents?.[0] ?? '',
      };
    case 'view':
    case 'materialized view':
      return { kind, persistence, indexes: sorted(relation.indexes), reads: sorted(relation.reads) };
    case 'sequence':
      return { kind, persistence, type: relation.sequence_type ?? '?', ownedBy: relation.owned_by ?? '' };
    case 'composite type':
      return { kind, persistence, columns: relation.columns ?? [] };
  }
}

function sorted(names: readonly string[] | null): readonly string[] {
  return [...(names ?? [])].sort();
}
