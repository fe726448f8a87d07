import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { OperationOf } from '../../../postgres/operation';
import type { Publication } from '../../catalog/catalog';
import { relationOf } from '../../catalog/resolve';
import type { Situation } from '../../roles/situation';
import type { RefusalJudge } from './names';

/** What publications cannot hold. Source: publicationcmds.c. */
export const PUBLICATION_REFUSALS = {
  'partitioned-not-published': (situation) => {
    const published = publishing(situation);
    return published?.tables.some((table) => isPartitioned(situation, table)) === true;
  },
  'not-publishable': (situation) =>
    publishing(situation)?.tables.some(({ table }) => {
      const relation = relationOf(situation.session, table);
      if (relation === undefined || relation.origin.source === 'assumed') return false;
      const isTable = relation.kind === 'table' || relation.kind === 'partitioned table';
      return !isTable || relation.persistence !== 'permanent';
    }) === true,
  'column-list-beside-schemas': (situation) => {
    const published = publishing(situation);
    if (published === undefined) return false;
    const before = publicationBefore(situation);
    const schemas = [...published.schemas, ...(before?.schemas ?? [])];
    const tables = [...published.tables, ...(before?.tables ?? [])];
    return schemas.length > 0 && tables.some(({ columns }) => columns.length > 0);
  },
  'partitioned-needs-root': (situation) => {
    const published = publishing(situation);
    if (published === undefined) return false;
    const options = { ...publicationOptions(situation), ...published.options };
    return (
      !/^(?:true|on|yes|1)$/i.test(options['publish_via_partition_root'] ?? 'false') &&
      published.tables.some(
        (table) => (table.columns.length > 0 || table.where !== null) && isPartitioned(situation, table),
      )
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** The operation, if it publishes something. */
function publishing({
  operation,
}: Situation): OperationOf<'create-publication'> | OperationOf<'alter-publication'> | undefined {
  if (operation.kind === 'create-publication') return operation;
  return operation.kind === 'alter-publication' && (operation.action === 'add' || operation.action === 'set')
    ? operation
    : undefined;
}

function publicationOptions({ operation, session }: Situation): Readonly<Record<string, string>> {
  return operation.kind === 'alter-publication'
    ? (session.catalog.publications.get(operation.publication)?.options ?? {})
    : {};
}

/** What the publication has besides; SET takes the place of it. */
function publicationBefore({ operation, session }: Situation): Publication | undefined {
  return operation.kind === 'alter-publication' && operation.action === 'add'
    ? session.catalog.publications.get(operation.publication)
    : undefined;
}

function isPartitioned(
  { session }: Situation,
  { table }: OperationOf<'create-publication'>['tables'][number],
): boolean {
  return relationOf(session, table)?.kind === 'partitioned table';
}
