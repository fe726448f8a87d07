import type { ConstraintDefinition, IndexKey } from '../../postgres/definition';
import { columnOf, constraintNamed, indexById, indexesOf, primaryKeyOf, tableById } from '../catalog/find';
import type { Constraint, Index, RelationId, Table } from '../catalog/relation';
import { originOf } from '../origin';
import type { Session } from '../session';
import type { IndexPlan } from './build-index';
import { buildIndex } from './build-index';
import type { Folded } from './change';
import { each, put } from './change';
import type { NotNull } from './not-null';
import { notNullOf, setNotNull } from './not-null';

type KeyDefinition = Extract<ConstraintDefinition, { readonly kind: 'unique' | 'primary-key' }>;
type ExclusionDefinition = Extract<ConstraintDefinition, { readonly kind: 'exclude' }>;

/** UNIQUE and PRIMARY KEY, with a new index or USING INDEX; the columns of a primary key become NOT NULL. */
export function addKey(session: Session, id: RelationId, definition: KeyDefinition, only = false): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const primary = definition.kind === 'primary-key';
  if (primary && primaryKeyOf(table) !== undefined) return null;
  if (definition.usingIndex !== null)
    return adoptAsKey(session, table, definition, definition.usingIndex, only);
  if (
    table.complete &&
    [...definition.columns, ...definition.include].some((name) => columnOf(table, name) === undefined)
  ) {
    return null;
  }
  const prepared = primary ? columnsNotNull(session, id, definition.columns, { only }) : session;
  const owner = prepared === null ? undefined : tableById(prepared.catalog, id);
  if (prepared === null || owner === undefined) return null;
  return buildIndex(prepared, owner, keyPlan(definition), { only, parent: null })?.[0] ?? null;
}

/** EXCLUDE. */
export function addExclusion(session: Session, id: RelationId, definition: ExclusionDefinition): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const plan: IndexPlan = {
    name: definition.name,
    method: definition.method,
    unique: false,
    keys: definition.keys,
    include: definition.include,
    predicate: definition.predicate,
    nullsNotDistinct: false,
    tablespace: null,
    constraint: {
      kind: 'exclude',
      deferrable: definition.deferrable,
      initiallyDeferred: definition.initiallyDeferred,
    },
  };
  return buildIndex(session, table, plan)?.[0] ?? null;
}

/** The plan of the index behind UNIQUE or PRIMARY KEY. */
export function keyPlan(definition: KeyDefinition): IndexPlan {
  return {
    name: definition.name,
    method: definition.withoutOverlaps ? 'gist' : 'btree',
    unique: true,
    keys: definition.columns.map(columnKey),
    include: definition.include,
    predicate: null,
    nullsNotDistinct: definition.nullsNotDistinct,
    tablespace: null,
    constraint: {
      kind: definition.kind,
      deferrable: definition.deferrable,
      initiallyDeferred: definition.initiallyDeferred,
    },
  };
}

/** A plain column as the key of an index. */
export function columnKey(column: string): IndexKey {
  return {
    column,
    expression: null,
    collation: null,
    operatorClass: null,
    descending: false,
    nullsFirst: null,
    excludeOperator: null,
  };
}

/**
 * The columns of a primary key become NOT NULL, on heirs too; on 11 even with ONLY (index.c, index_check_primary_key). From 18 on
 * USING INDEX makes the NOT NULL of a parent the table's own.
 */
export function columnsNotNull(
  session: Session,
  id: RelationId,
  columns: readonly string[],
  { only = false, owns = false }: { readonly only?: boolean; readonly owns?: boolean } = {},
): Folded {
  const recurse = !only || session.major === 11;
  return each(session, columns, (next, column) => {
    const table = tableById(next.catalog, id);
    if (table === undefined || (columnOf(table, column) === undefined && !table.complete)) return next;
    const known = notNullOf(table, column);
    const stays = known !== undefined && !(owns && known.inherited);
    if (stays && columnOf(table, column)?.notNull === true) return next;
    return setNotNull(next, id, { ...KEY_NOT_NULL, column }, recurse);
  });
}

const KEY_NOT_NULL: Omit<NotNull, 'column'> = {
  name: null,
  valid: true,
  noInherit: false,
  inherited: false,
  heirsSeen: true,
};

/** USING INDEX: the index takes the name of the constraint. Refused for partial, not unique, not valid ones, and on partitioned tables. */
function adoptAsKey(
  session: Session,
  table: Table,
  definition: KeyDefinition,
  name: string,
  only: boolean,
): Folded {
  const index = indexesOf(session.catalog, table.id).find((known) => known.name === name);
  if (index === undefined) return table.complete ? null : session;
  if (!canBeKey(index) || table.kind === 'partitioned table') return null;
  const constraintName = definition.name ?? index.name;
  if (constraintNamed(table, constraintName) !== undefined) return null;
  const columns = index.keys.flatMap((key) => key.column ?? []);
  const prepared =
    definition.kind === 'primary-key'
      ? columnsNotNull(session, table.id, columns, { only, owns: session.major >= 18 })
      : session;
  const owner = prepared === null ? undefined : tableById(prepared.catalog, table.id);
  const known = prepared === null ? undefined : indexById(prepared.catalog, index.id);
  if (prepared === null || owner === undefined || known === undefined) return null;
  const constraint: Constraint = {
    kind: definition.kind,
    name: constraintName,
    columns,
    index: index.id,
    deferrable: definition.deferrable,
    initiallyDeferred: definition.initiallyDeferred,
    valid: true,
    inherited: false,
    origin: originOf(session),
  };
  const renamed = put(prepared, { ...known, name: constraintName, constraint: constraintName });
  return put(renamed, { ...owner, constraints: [...owner.constraints, constraint] });
}

function canBeKey(index: Index): boolean {
  if (!index.complete) return true;
  return (
    index.unique &&
    index.valid &&
    index.predicate === null &&
    index.constraint === null &&
    index.keys.every((key) => key.column !== null && !key.descending)
  );
}
