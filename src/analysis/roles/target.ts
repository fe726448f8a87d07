import type { RelationName } from '../../postgres/name';
import type { Operation } from '../../postgres/operation';
import type { ObjectType } from '../../postgres/operations/object';
import { isTable } from '../catalog/find';
import { relationOf } from '../catalog/resolve';
import type { Relation, Table } from '../catalog/relation';
import type { Session } from '../session';
import type { Situation } from './situation';

/** A relation that a statement is about. */
export interface Target {
  readonly name: RelationName;
  /** ONLY: without heirs. */
  readonly only: boolean;
}

/** Kinds of objects that are relations, as GRANT and COMMENT name them. */
export const RELATION_TYPES: ReadonlySet<ObjectType> = new Set([
  'table',
  'view',
  'materialized view',
  'sequence',
  'foreign table',
  'index',
]);

/** The relations that an operation is about, as it writes them. New ones are not among them. */
export function targetNames(operation: Operation): readonly Target[] {
  const { kind } = operation;
  if (kind === 'create-table' || kind === 'create-table-as') return [];
  if (kind === 'create-index') return [{ name: operation.index.table, only: operation.only }];
  if (kind === 'truncate' || kind === 'lock-table' || kind === 'vacuum' || kind === 'analyze')
    return operation.tables.map(({ table, only }) => ({ name: table, only }));
  if (kind === 'drop-statistics') return [];
  if (kind === 'alter-sequence') return [whole(operation.sequence)];
  if (kind === 'refresh-materialized-view') return [whole(operation.view)];
  if (kind === 'grant' || kind === 'revoke') {
    return operation.target === 'names' && RELATION_TYPES.has(operation.objectType)
      ? operation.names.map(whole)
      : [];
  }
  if (!('table' in operation) || operation.table === null) return [];
  return [{ name: operation.table, only: 'only' in operation && operation.only }];
}

/** The relations that an operation is about, as far as the catalog has them. */
export function targetsOf({
  operation,
  session,
}: Situation): readonly { readonly relation: Relation; readonly only: boolean }[] {
  return targetNames(operation).flatMap(({ name, only }) => {
    const relation = relationOf(session, name);
    return relation === undefined ? [] : [{ relation, only }];
  });
}

/** The first relation that an operation names. */
export function targetOf({ operation, session }: Situation): Relation | undefined {
  if (operation !== asked.operation || session !== asked.session) {
    const [first] = targetNames(operation);
    const relation = first === undefined ? undefined : relationOf(session, first.name);
    asked = { operation, session, relation };
  }
  return asked.relation;
}

/** What was asked last: each reason to refuse an operation and each of its effects asks again. */
let asked: {
  readonly operation: Operation | null;
  readonly session: Session | null;
  readonly relation: Relation | undefined;
} = { operation: null, session: null, relation: undefined };

/** The first table that an operation names. */
export function targetTable(situation: Situation): Table | undefined {
  const relation = targetOf(situation);
  return relation !== undefined && isTable(relation) ? relation : undefined;
}

function whole(name: RelationName): Target {
  return { name, only: false };
}
