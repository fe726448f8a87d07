import type { IndexStmt, ReindexStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { OperationOf } from '../../postgres/operation';
import { optionalExpression } from './expression';
import { indexKeys } from './index-key';
import type { Lowering } from './lowering';
import { relationName } from './names';
import { findOption, isOn, optionText } from './options';

/** CREATE INDEX. */
export function createIndex(node: IndexStmt, lowering: Lowering): readonly Operation[] {
  if (node.nulls_not_distinct === true) lowering.needs.since(15, 'NULLS NOT DISTINCT');
  return [
    {
      kind: 'create-index',
      index: {
        name: node.idxname ?? null,
        table: relationName(node.relation),
        method: node.accessMethod ?? 'btree',
        unique: node.unique === true,
        keys: indexKeys(node.indexParams, lowering),
        include: indexKeys(node.indexIncludingParams, lowering).flatMap(({ column }) =>
          column === null ? [] : [column],
        ),
        predicate: optionalExpression(node.whereClause, lowering),
        nullsNotDistinct: node.nulls_not_distinct === true,
        tablespace: node.tableSpace ?? null,
      },
      concurrently: node.concurrent === true,
      ifNotExists: node.if_not_exists === true,
      only: node.relation?.inh !== true,
    },
  ];
}

const REINDEXED: Readonly<Record<NonNullable<ReindexStmt['kind']>, OperationOf<'reindex'>['what']>> = {
  REINDEX_OBJECT_INDEX: 'index',
  REINDEX_OBJECT_TABLE: 'table',
  REINDEX_OBJECT_SCHEMA: 'schema',
  REINDEX_OBJECT_SYSTEM: 'system',
  REINDEX_OBJECT_DATABASE: 'database',
};

/** REINDEX. The parser makes an option of CONCURRENTLY wherever it stands. */
export function reindex(node: ReindexStmt, { needs, text }: Lowering): readonly Operation[] {
  const what = REINDEXED[node.kind ?? 'REINDEX_OBJECT_TABLE'];
  const concurrently = isOn(node.params, 'concurrently');
  const space = findOption(node.params, 'tablespace');
  if (concurrently) needs.since(12, 'REINDEX CONCURRENTLY');
  if (space !== undefined || (concurrently && /^reindex\s*\([^)]*concurrently/i.test(text))) {
    needs.since(14, 'REINDEX (CONCURRENTLY) or REINDEX (TABLESPACE …)');
  }
  if ((what === 'system' || what === 'database') && node.name === undefined)
    needs.since(16, 'REINDEX of a database without its name');
  const schema = what === 'schema' ? { schema: null, name: node.name ?? '' } : null;
  return [
    {
      kind: 'reindex',
      what,
      name: node.relation === undefined ? schema : relationName(node.relation),
      concurrently,
      tablespace: space === undefined ? null : optionText(space),
    },
  ];
}
