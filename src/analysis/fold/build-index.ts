import type { IndexKey } from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';
import { chooseRelationName, indexColumnNames, joinColumnNames } from '../catalog/generated-name';
import { constraintFor } from '../catalog/constraint-for';
import {
  childrenOf,
  constraintNamed,
  indexById,
  indexesOf,
  isTable,
  isView,
  relationNamed,
} from '../catalog/find';
import type { Constraint, Index, RelationId, Table, View } from '../catalog/relation';
import { originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { create, put } from './change';

/** An index before it has a name and a place. */
export interface IndexPlan {
  /** Null: the server makes it up. */
  readonly name: string | null;
  readonly method: string;
  readonly unique: boolean;
  readonly keys: readonly IndexKey[];
  readonly include: readonly string[];
  /** Of the index that it is a copy of, where they are not those of the columns. */
  readonly columnNames?: readonly string[];
  readonly predicate: Expression | null;
  readonly nullsNotDistinct: boolean;
  readonly tablespace: string | null;
  /** The constraint that it is built for. */
  readonly constraint: ConstraintPlan | null;
}

/** The constraint of an index before it has a name. */
export interface ConstraintPlan {
  readonly kind: 'unique' | 'primary-key' | 'exclude';
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
}

/** Where an index stands among those of the parent table. */
export interface IndexPlace {
  /** ON ONLY: not on the partitions. */
  readonly only: boolean;
  /** The parent table's index that it becomes a part of. */
  readonly parent: RelationId | null;
  /** No index that a partition has already is made a part of it. */
  readonly anew?: true;
}

const ALONE: IndexPlace = { only: false, parent: null };

/**
 * An index on a table or materialized view, with its constraint; on a partitioned table one on each partition too, where an
 * equal one is adopted. Null: its name is taken. Source: indexcmds.c, DefineIndex.
 */
export function buildIndex(
  session: Session,
  owner: Table | View,
  written: IndexPlan,
  place: IndexPlace = ALONE,
): readonly [Session, Index] | null {
  const plan: IndexPlan = { ...written, keys: written.keys.map(plainKey) };
  const { schema } = owner;
  const name = plan.name ?? generatedName(session, owner, plan);
  if (plan.name !== null && relationNamed(session.catalog, { schema, name }) !== undefined) return null;
  if (plan.constraint !== null && isTable(owner) && constraintNamed(owner, name) !== undefined) return null;
  if (isTable(owner) && plan.unique && !coversPartitionKey(owner, plan)) return null;
  const partitioned = owner.kind === 'partitioned table';
  const partitions = partitioned ? childrenOf(session.catalog, owner.id) : [];
  const [created, index] = create<Index>(session, {
    kind: partitioned ? 'partitioned index' : 'index',
    schema,
    name,
    persistence: owner.persistence,
    origin: originOf(session),
    table: owner.id,
    method: plan.method,
    unique: plan.unique,
    keys: plan.keys,
    include: plan.include,
    ...(plan.columnNames === undefined ? {} : { columnNames: plan.columnNames }),
    predicate: plan.predicate,
    nullsNotDistinct: plan.nullsNotDistinct,
    valid: !place.only || partitions.length === 0,
    constraint: plan.constraint === null ? null : name,
    parent: place.parent,
    tablespace: plan.tablespace,
    complete: true,
  });
  const result = put(created, withIndex(created, owner, index, plan, place));
  const everywhere = place.only ? result : onPartitions(result, index, plan, partitions, place);
  return everywhere === null ? null : [everywhere, index];
}

/** The index of a partitioned table whose parts are gone, with new ones on each partition. */
export function buildParts(session: Session, index: Index): Folded {
  const partitions = childrenOf(session.catalog, index.table);
  const anew: IndexPlace = { only: false, parent: index.parent, anew: true };
  return onPartitions(
    put(session, { ...index, valid: true }),
    index,
    planOf(session, index),
    partitions,
    anew,
  );
}

/** The index of a partition that could be a part of the parent's: of the same shape, with a constraint if the parent's has one, not yet part of another. */
export function adoptable(
  session: Session,
  partition: Table,
  plan: IndexPlan,
  sameKind = false,
): Index | undefined {
  return indexesOf(session.catalog, partition.id).find(
    (index) =>
      index.parent === null &&
      index.valid &&
      sameShape(index, plan) &&
      sameConstraint(partition, index, plan, sameKind),
  );
}

/** Makes an index of a partition a part of the parent's index; its constraint is then inherited. */
export function adopt(session: Session, index: Index, parent: RelationId): Session {
  const attached = put(session, { ...index, parent });
  const table = session.catalog.relations.get(index.table);
  if (index.constraint === null || table === undefined || !isTable(table)) return attached;
  const own = constraintNamed(table, index.constraint);
  const found = own === undefined ? undefined : constraintFor(session, table, own);
  return put(attached, {
    ...table,
    constraints: table.constraints.map((each) => (each === found ? { ...each, inherited: true } : each)),
  });
}

/** The plan that makes an index like this one. */
export function planOf(session: Session, index: Index): IndexPlan {
  const owner = session.catalog.relations.get(index.table);
  const constraint =
    owner === undefined || !isTable(owner) || index.constraint === null
      ? undefined
      : constraintNamed(owner, index.constraint);
  return {
    name: null,
    method: index.method,
    unique: index.unique,
    keys: index.keys,
    include: index.include,
    ...(index.columnNames === undefined ? {} : { columnNames: index.columnNames }),
    predicate: index.predicate,
    nullsNotDistinct: index.nullsNotDistinct,
    tablespace: index.tablespace,
    constraint:
      constraint !== undefined && 'index' in constraint
        ? {
            kind: constraint.kind,
            deferrable: constraint.deferrable,
            initiallyDeferred: constraint.initiallyDeferred,
          }
        : null,
  };
}

/** `(email)` and `(email COLLATE "C")` are no expressions to the server. Source: indexcmds.c, ComputeIndexAttrs. */
function plainKey(key: IndexKey): IndexKey {
  let { expression, collation } = key;
  while (expression?.kind === 'collate') {
    collation ??= expression.collation;
    expression = expression.arg;
  }
  return expression?.kind === 'column'
    ? { ...key, column: expression.name, expression: null, collation }
    : key;
}

/** A unique index of a partitioned table has to hold the partition key. */
function coversPartitionKey(owner: Table, plan: IndexPlan): boolean {
  const columns = new Set(plan.keys.map((key) => key.column));
  return owner.partitioning?.keys.every((key) => key.column !== null && columns.has(key.column)) ?? true;
}

/** Builds or adopts on each partition. An index of a foreign table cannot be, and is not needed. */
function onPartitions(
  session: Session,
  index: Index,
  plan: IndexPlan,
  partitions: readonly Table[],
  { anew }: IndexPlace,
): Folded {
  let result = session;
  for (const partition of partitions) {
    if (partition.kind === 'foreign table') continue;
    const known = anew === true ? undefined : adoptable(result, partition, plan);
    if (known !== undefined) {
      result = adopt(result, known, index.id);
      continue;
    }
    const owner = result.catalog.relations.get(partition.id);
    if (owner === undefined || !isTable(owner)) continue;
    const place: IndexPlace = { only: false, parent: index.id, ...(anew === true ? { anew } : {}) };
    const built = buildIndex(result, owner, { ...plan, name: null }, place);
    if (built === null) return null;
    [result] = built;
  }
  return result;
}

function withIndex(
  session: Session,
  owner: Table | View,
  index: Index,
  plan: IndexPlan,
  place: IndexPlace,
): Table | View {
  const indexes = [...owner.indexes, index.id];
  if (isView(owner) || plan.constraint === null) return { ...owner, indexes };
  const shared = {
    name: index.name,
    origin: originOf(session),
    inherited: place.parent !== null,
    index: index.id,
    deferrable: plan.constraint.deferrable,
    initiallyDeferred: plan.constraint.initiallyDeferred,
    valid: true as const,
  };
  const constraint: Constraint =
    plan.constraint.kind === 'exclude'
      ? { kind: 'exclude', ...shared }
      : { kind: plan.constraint.kind, columns: plan.keys.flatMap((key) => key.column ?? []), ...shared };
  return { ...owner, indexes, constraints: [...owner.constraints, constraint] };
}

/** The name that the server gives to an index without one. */
export function generatedName(session: Session, owner: Table | View, plan: IndexPlan): string {
  const { schema, name } = owner;
  if (plan.constraint?.kind === 'primary-key')
    return chooseRelationName(session, schema, name, null, 'pkey', true);
  const columns = joinColumnNames(plan.columnNames ?? indexColumnNames(plan.keys, plan.include));
  const label = plan.constraint === null ? 'idx' : plan.constraint.kind === 'exclude' ? 'excl' : 'key';
  return chooseRelationName(session, schema, name, columns, label, plan.constraint !== null);
}

function sameShape(index: Index, plan: IndexPlan): boolean {
  return (
    index.complete &&
    index.method === plan.method &&
    index.unique === plan.unique &&
    index.nullsNotDistinct === plan.nullsNotDistinct &&
    index.include.join('\u0000') === plan.include.join('\u0000') &&
    JSON.stringify(index.keys.map(normalKey)) === JSON.stringify(plan.keys.map(normalKey)) &&
    JSON.stringify(index.predicate) === JSON.stringify(plan.predicate)
  );
}

/** The order of rows does not matter to the server when it compares two indexes. Source: index.c, CompareIndexInfo. */
function normalKey(key: IndexKey): unknown {
  return [key.column, key.expression, key.collation, key.operatorClass, key.excludeOperator];
}

function sameConstraint(partition: Table, index: Index, plan: IndexPlan, sameKind: boolean): boolean {
  if (plan.constraint === null) return true;
  const constraint = index.constraint === null ? undefined : constraintNamed(partition, index.constraint);
  return sameKind ? constraint?.kind === plan.constraint.kind : constraint !== undefined;
}

/** Whether every partition has its part of a partitioned index, so that it becomes valid. */
export function isCovered(session: Session, index: Index): boolean {
  return childrenOf(session.catalog, index.table).every((partition) =>
    indexesOf(session.catalog, partition.id).some((part) => part.parent === index.id && part.valid),
  );
}

/** An index after a part of it changed: valid as soon as all parts are there, and so on upwards. */
export function revalidate(session: Session, id: RelationId): Session {
  const index = indexById(session.catalog, id);
  if (index === undefined || index.valid || !isCovered(session, index)) return session;
  const valid = put(session, { ...index, valid: true });
  return index.parent === null ? valid : revalidate(valid, index.parent);
}
