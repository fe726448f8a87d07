import type { AlterTableOperation } from '../../postgres/operations/alter-table';
import type { OperationOf } from '../../postgres/operation';
import { columnOf, heirs, tableById, isIndex, isTable, isView, ownedSequences } from '../catalog/find';
import type { Column, Relation, RelationId, Table } from '../catalog/relation';
import { relationOf, tableOf } from '../catalog/resolve';
import { relationsMoved } from '../catalog/whole-database';
import type { Session } from '../session';
import { changeRule } from './rule';
import { addCheck } from './check';
import type { Folded } from './change';
import { changeTable, put } from './change';
import { clusterOn, withoutCluster } from './cluster';
import {
  addColumn,
  addIdentity,
  changeType,
  dropColumn,
  dropIdentity,
  onColumn,
  setDefault,
  setExpression,
  setIdentity,
} from './change-column';
import {
  alterConstraint,
  dropConstraint,
  markInherited,
  renameConstraint,
  validateConstraint,
} from './change-constraint';
import { detachPartition } from './detach-partition';
import { addForeignKey } from './foreign-key';
import { addExclusion, addKey } from './key';
import { assumeColumn, dropNotNull, setNotNull } from './not-null';
import { attachIndex, attachPartition } from './partition';
import { renameColumnOf } from './rename-column';
import { renameRelation, setSchema } from './rename-relation';
import { enableTrigger } from './trigger';

/**
 * One subcommand of ALTER TABLE, INDEX, VIEW, SEQUENCE; `start` is the session before the first of them. What changes nothing that the
 * catalog holds leaves it as it was.
 */
export function alterTable(session: Session, operation: AlterTableOperation, start: Session): Folded {
  const relation = relationOf(session, operation.table);
  if (relation === undefined) return session;
  const { id } = relation;
  const prepared = 'column' in operation ? withAssumedColumn(session, relation, operation) : session;
  switch (operation.kind) {
    case 'add-column':
      return addColumn(prepared, id, operation);
    case 'drop-column':
      return dropColumn(prepared, id, operation);
    case 'alter-column-type':
      return changeType(prepared, id, operation);
    case 'set-default':
    case 'drop-default':
      return setDefault(prepared, id, operation);
    case 'set-not-null':
      return setNotNull(prepared, id, notNullFact(operation.column), !operation.only);
    case 'drop-not-null':
      return dropNotNull(prepared, id, operation.column, !operation.only);
    case 'set-expression':
    case 'drop-expression':
      return setExpression(prepared, id, operation);
    case 'add-identity':
      return addIdentity(prepared, id, operation, start);
    case 'set-identity':
      return setIdentity(prepared, id, operation);
    case 'drop-identity':
      return dropIdentity(prepared, id, operation);
    case 'set-storage': {
      const { storage } = operation;
      return onColumn(prepared, id, operation.column, operation.only, (column) => ({ ...column, storage }));
    }
    case 'set-compression': {
      const compression = operation.method;
      return onColumn(prepared, id, operation.column, true, (column) => ({ ...column, compression }));
    }
    case 'set-statistics':
    case 'set-column-options':
      return prepared;
    case 'rename-column':
      return renameColumnOf(prepared, id, operation.column, operation.to);
    case 'add-check':
      return addCheck(session, id, operation.constraint);
    case 'add-not-null': {
      const { column, name, valid, noInherit } = operation.constraint;
      return setNotNull(session, id, { column, name, valid, noInherit, inherited: false }, !operation.only);
    }
    case 'add-unique':
    case 'add-primary-key':
      return addKey(session, id, operation.constraint, operation.only);
    case 'add-exclusion':
      return addExclusion(session, id, operation.constraint);
    case 'add-foreign-key':
      return addForeignKey(session, id, operation.constraint);
    case 'validate-constraint':
      return validateConstraint(session, id, operation.constraint);
    case 'alter-constraint':
      return alterConstraint(session, id, operation);
    case 'drop-constraint':
      return dropConstraint(session, id, operation);
    case 'rename-constraint':
      return renameConstraint(session, id, operation.constraint, operation.to);
    case 'rename-table':
      return renameRelation(session, id, operation.to);
    case 'set-schema':
      return setSchema(session, id, operation.schema);
    case 'attach-partition':
      return attachPartition(session, id, operation);
    case 'detach-partition':
      return detachPartition(session, id, operation);
    case 'attach-index':
      return attachIndex(session, id, operation);
    case 'add-inherit':
    case 'drop-inherit':
      return changeParent(session, relation, operation);
    case 'set-tablespace':
      return setTablespace(session, relation, operation.tablespace);
    case 'set-access-method':
      return changeTable(session, id, (table) => ({ ...table, accessMethod: operation.method }));
    case 'set-logged':
      return setPersistence(session, relation, operation.logged ? 'permanent' : 'unlogged');
    case 'set-options':
      return setOptions(session, relation, operation);
    case 'enable-trigger':
      return enableTrigger(session, id, operation);
    case 'row-security':
      return changeTable(session, id, (table) => ({
        ...table,
        rowSecurity: rowSecurity(table, operation.change),
      }));
    case 'replica-identity':
      return setReplicaIdentity(session, id, operation);
    case 'add-of-type':
      return changeTable(session, id, (table) => ({ ...table, ofType: operation.type }));
    case 'drop-of-type':
      return changeTable(session, id, (table) => ({ ...table, ofType: null }));
    case 'enable-rule':
      return changeRule(session, operation);
    case 'change-owner':
      return put(session, { ...relation, owner: operation.owner });
    case 'cluster-on':
      return clusterOn(session, relation, operation.index);
    case 'set-without-cluster':
      return withoutCluster(session, relation);
    case 'set-without-oids':
      return withoutOids(session, relation);
    case 'set-index-statistics':
    case 'set-foreign-options':
    case 'depends-on-extension':
      return session;
  }
}

/** From 12 on no table has them. */
function withoutOids(session: Session, { id }: Relation): Session {
  const family = session.major > 11 ? [] : [id, ...heirs(session.catalog, id).map((heir) => heir.id)];
  return family.reduce(
    (next, member) =>
      changeTable(next, member, (table) => ({ ...table, options: { ...table.options, oids: 'false' } })),
    session,
  );
}

type ColumnOperation = Extract<AlterTableOperation, { readonly column: unknown }>;

/** A column that a statement names exists, though the catalog has not seen it: what the statement says of it can be kept. */
function withAssumedColumn(session: Session, relation: Relation, operation: ColumnOperation): Session {
  const { kind, column } = operation;
  if (!isTable(relation) || relation.complete || typeof column !== 'string' || kind === 'drop-column')
    return session;
  return put(session, assumeColumn(relation, column));
}

function notNullFact(column: string): Parameters<typeof setNotNull>[2] {
  return { column, name: null, valid: true, noInherit: false, inherited: false };
}

function changeParent(
  session: Session,
  relation: Relation,
  operation: OperationOf<'add-inherit'> | OperationOf<'drop-inherit'>,
): Folded {
  const parent = tableOf(session, operation.parent);
  if (!isTable(relation) || parent === undefined) return session;
  const known = relation.parents.includes(parent.id);
  if (operation.kind === 'add-inherit') {
    const missing = parent.columns.some((column) => {
      const own = columnOf(relation, column.name);
      return own === undefined || (own.notNull === false && passesNotNull(parent, column));
    });
    if (known || relation.partition !== null || (missing && relation.complete)) return null;
    return put(session, { ...relation, parents: [...relation.parents, parent.id] });
  }
  if (!known) return relation.complete ? null : session;
  const parents = relation.parents.filter((id) => id !== parent.id);
  const others = parents.flatMap((id) => tableById(session.catalog, id) ?? []);
  return markInherited(put(session, { ...relation, parents }), parent, relation.id, false, others);
}

/** Whether heirs of a table need NOT NULL on a column, too. */
function passesNotNull({ constraints }: Table, { name, notNull }: Column): boolean {
  const own = constraints.find((each) => each.kind === 'not-null' && each.column === name);
  return notNull === true && !(own?.kind === 'not-null' && own.noInherit);
}

/** ALTER … ALL IN TABLESPACE. */
export function moveAll(session: Session, operation: OperationOf<'move-all'>): Session {
  return relationsMoved(session.catalog, operation).reduce(
    (next, relation) => setTablespace(next, relation, operation.to),
    session,
  );
}

function setTablespace(session: Session, relation: Relation, tablespace: string): Session {
  return isTable(relation) || isIndex(relation) ? put(session, { ...relation, tablespace }) : session;
}

/** Nothing of a partitioned table (from 18 on it is refused). Indexes follow their table; sequences that it owns do from 15 on. Source: tablecmds.c, ATExecChangePersistence. */
function setPersistence(
  session: Session,
  relation: Relation,
  persistence: 'permanent' | 'unlogged',
): Session {
  if (relation.kind === 'partitioned table') return session;
  const sequences = session.major >= 15 ? ownedSequences(session.catalog, relation.id) : [];
  const parts = [
    'indexes' in relation ? relation.indexes : [],
    sequences.map((sequence) => sequence.id),
  ].flat();
  return [relation.id, ...parts].reduce((next, id) => {
    const part = next.catalog.relations.get(id);
    return part === undefined ? next : put(next, { ...part, persistence });
  }, session);
}

function setOptions(session: Session, relation: Relation, operation: OperationOf<'set-options'>): Session {
  if (!isTable(relation) && !isView(relation)) return session;
  const names = Object.keys(operation.options);
  const options = operation.reset
    ? Object.fromEntries(Object.entries(relation.options).filter(([name]) => !names.includes(name)))
    : { ...relation.options, ...operation.options };
  return put(session, { ...relation, options });
}

function rowSecurity(table: Table, change: OperationOf<'row-security'>['change']): Table['rowSecurity'] {
  switch (change) {
    case 'enable':
    case 'disable':
      return { ...table.rowSecurity, enabled: change === 'enable' };
    case 'force':
    case 'no-force':
      return { ...table.rowSecurity, forced: change === 'force' };
  }
}

function setReplicaIdentity(
  session: Session,
  id: RelationId,
  operation: OperationOf<'replica-identity'>,
): Folded {
  if (operation.to !== 'index') {
    const { to } = operation;
    return changeTable(session, id, (table) => ({ ...table, replicaIdentity: to }));
  }
  const table = session.catalog.relations.get(id);
  if (table === undefined || operation.index === null) return session;
  const index = relationOf(session, { schema: table.schema, name: operation.index });
  if (index === undefined || !isIndex(index)) return isTable(table) && table.complete ? null : session;
  return changeTable(session, id, (before) => ({ ...before, replicaIdentity: index.id }));
}
