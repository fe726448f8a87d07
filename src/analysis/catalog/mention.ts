import type { ObjectName } from '../../postgres/name';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { ObjectType } from '../../postgres/operations/object';
import type { AlterTableOperation } from '../../postgres/operations/alter-table';
import type { Query } from '../../postgres/query';
import type { RelationKind } from '../step';

/** A relation that an operation takes to exist. */
export interface Mention {
  readonly name: ObjectName;
  /** What the statement takes it to be. */
  readonly kind: Exclude<RelationKind, 'partitioned index'>;
  /** IF EXISTS. */
  readonly optional: boolean;
}

/** The relations that an operation names and takes to exist, beside those that it creates itself. */
export function mentionsOf(operation: Operation): readonly Mention[] {
  const optional = 'ifExists' in operation && operation.ifExists;
  return namesOf(operation).map(([name, kind]) => ({ name, kind, optional }));
}

/** The relations that an operation makes. */
export function creationsOf(operation: Operation): readonly ObjectName[] {
  if (operation.kind === 'create-table' || operation.kind === 'create-table-as') return [operation.table];
  if (operation.kind === 'create-view' || operation.kind === 'create-materialized-view')
    return [operation.view];
  if (operation.kind === 'create-sequence') return [operation.sequence];
  if (operation.kind !== 'create-index' || operation.index.name === null) return [];
  return [{ schema: operation.index.table.schema, name: operation.index.name }];
}

/** Whether two written names can mean one relation. */
export function sameName(a: ObjectName, b: ObjectName): boolean {
  return a.name === b.name && (a.schema === null || b.schema === null || a.schema === b.schema);
}

type Named = readonly [ObjectName, Mention['kind']];

function namesOf(operation: Operation): readonly Named[] {
  if ('as' in operation) return [[operation.table, operation.as], ...tables(alterNames(operation))];
  const read = 'query' in operation ? tables(queryNames(operation.query)) : [];
  const kind = operation.kind;
  if (kind === 'create-table') return tables(namesIn(operation));
  if (kind === 'create-table-as') return read;
  if (kind === 'drop-table') return ofKind(operation.tables, operation.foreign ? 'foreign table' : 'table');
  if (kind === 'drop-view')
    return ofKind(operation.views, operation.materialized ? 'materialized view' : 'view');
  if (kind === 'drop-sequence') return ofKind(operation.sequences, 'sequence');
  if (kind === 'drop-index') return ofKind(operation.indexes, 'index');
  if (kind === 'create-index') return tables([operation.index.table]);
  if (kind === 'reindex') return reindexed(operation);
  if (kind === 'refresh-materialized-view') return [[operation.view, 'materialized view']];
  if (kind === 'create-sequence') return tables(ownerOf(operation.ownedBy));
  if (kind === 'alter-sequence')
    return [[operation.sequence, 'sequence'], ...tables(ownerOf(operation.ownedBy))];
  if (kind === 'create-trigger' && operation.referenced !== null)
    return tables([operation.table, operation.referenced]);
  if (kind === 'comment' || kind === 'security-label') {
    return operation.relation === null ? [] : [[operation.relation, KINDS[operation.objectType] ?? 'table']];
  }
  if (kind === 'grant' || kind === 'revoke') {
    const granted = KINDS[operation.objectType];
    return operation.target === 'names' && granted !== undefined ? ofKind(operation.names, granted) : [];
  }
  if ('tables' in operation) return tables(operation.tables.map(({ table }) => table));
  return 'table' in operation && operation.table !== null ? [...tables([operation.table]), ...read] : read;
}

/** What the objects that a statement names by their relation are taken to stand on. */
const KINDS: Readonly<Partial<Record<ObjectType, Mention['kind']>>> = {
  table: 'table',
  column: 'table',
  constraint: 'table',
  trigger: 'table',
  rule: 'table',
  policy: 'table',
  view: 'view',
  'materialized view': 'materialized view',
  index: 'index',
  sequence: 'sequence',
  'foreign table': 'foreign table',
};

function ofKind(names: readonly ObjectName[], kind: Mention['kind']): readonly Named[] {
  return names.map((name) => [name, kind]);
}

function tables(names: readonly ObjectName[]): readonly Named[] {
  return ofKind(names, 'table');
}

function namesIn(operation: OperationOf<'create-table'>): readonly ObjectName[] {
  return [
    ...operation.constraints.flatMap((each) =>
      each.kind === 'foreign-key' && !sameName(each.referenced, operation.table) ? [each.referenced] : [],
    ),
    ...(operation.partitionOf === null ? [] : [operation.partitionOf.parent]),
    ...operation.inherits,
    ...operation.like.map(({ table }) => table),
  ];
}

function alterNames(operation: AlterTableOperation): readonly ObjectName[] {
  if (operation.kind === 'add-foreign-key') return [operation.constraint.referenced];
  if (operation.kind === 'attach-partition' || operation.kind === 'detach-partition')
    return [operation.partition];
  if (operation.kind === 'add-inherit' || operation.kind === 'drop-inherit') return [operation.parent];
  return [];
}

function reindexed({ what, name }: OperationOf<'reindex'>): readonly Named[] {
  return name !== null && (what === 'index' || what === 'table') ? [[name, what]] : [];
}

function queryNames(query: Query): readonly ObjectName[] {
  return [...query.reads, ...query.writes].map(({ relation }) => relation);
}

function ownerOf(ownedBy: OperationOf<'create-sequence'>['ownedBy']): readonly ObjectName[] {
  return ownedBy === null || ownedBy === 'none' ? [] : [ownedBy.table];
}
