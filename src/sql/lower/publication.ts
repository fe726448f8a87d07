import type { AlterPublicationStmt, CreatePublicationStmt, Node } from '@pgsql/types';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { PublishedTable } from '../../postgres/operations/publication';
import { optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { relationName, strings } from './names';
import { optionRecord } from './options';

/** CREATE PUBLICATION. */
export function createPublication(node: CreatePublicationStmt, lowering: Lowering): readonly Operation[] {
  return [
    {
      kind: 'create-publication',
      publication: node.pubname ?? '',
      allTables: node.for_all_tables === true,
      ...published(node.pubobjects, lowering),
      options: optionRecord(node.options),
    },
  ];
}

/** ALTER PUBLICATION. */
export function alterPublication(node: AlterPublicationStmt, lowering: Lowering): readonly Operation[] {
  return [
    {
      kind: 'alter-publication',
      publication: node.pubname ?? '',
      action: node.options === undefined ? action(node.action) : 'options',
      ...published(node.pubobjects, lowering),
      options: optionRecord(node.options),
    },
  ];
}

function action(written: AlterPublicationStmt['action']): OperationOf<'alter-publication'>['action'] {
  switch (written) {
    case 'AP_DropObjects':
      return 'drop';
    case 'AP_SetObjects':
      return 'set';
    case 'AP_AddObjects':
    case undefined:
      return 'add';
  }
}

interface Published {
  readonly tables: readonly PublishedTable[];
  readonly schemas: readonly string[];
}

/** The tables and schemas of a publication; CURRENT_SCHEMA is `current_schema`. */
function published(nodes: readonly Node[] | undefined, lowering: Lowering): Published {
  const tables: PublishedTable[] = [];
  const schemas: string[] = [];
  for (const node of nodes ?? []) {
    if (!('PublicationObjSpec' in node)) continue;
    const { pubtable, pubobjtype, name } = node.PublicationObjSpec;
    if (pubtable === undefined) {
      lowering.needs.since(15, 'TABLES IN SCHEMA of a publication');
      schemas.push(pubobjtype === 'PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA' ? 'current_schema' : (name ?? ''));
      continue;
    }
    const where = optionalExpression(pubtable.whereClause, lowering);
    const columns = strings(pubtable.columns);
    if (where !== null || columns.length > 0)
      lowering.needs.since(15, 'a row filter or column list of a publication');
    tables.push({
      table: relationName(pubtable.relation),
      only: pubtable.relation?.inh !== true,
      columns,
      where,
    });
  }
  return { tables, schemas };
}
