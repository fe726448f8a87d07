import type { ObjectName } from '../../postgres/name';
import { nameKey } from '../catalog/catalog';
import { renameHashParents, renameSequences } from '../catalog/expression-edit';
import { constraintNamed, isIndex, isTable, ownedSequences, relationNamed, tableById } from '../catalog/find';
import type { Relation, RelationId, Sequence, Table } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { usersOfSequence } from '../catalog/uses';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeTable, put, withCatalog } from './change';
import { renameTypeUses } from './rename-type';

/** RENAME of any relation: the id stays. The constraint of an index, the defaults that use a sequence and the columns of a row type follow. */
export function renameRelation(session: Session, id: RelationId, to: string): Folded {
  const relation = session.catalog.relations.get(id);
  if (relation === undefined) return session;
  return moveRelation(session, relation, { schema: relation.schema, name: to });
}

/** SET SCHEMA: indexes, constraints and owned sequences go along. */
export function setSchema(session: Session, id: RelationId, schema: string): Folded {
  const relation = session.catalog.relations.get(id);
  if (relation === undefined || relation.schema === schema) return session;
  if (relation.kind === 'sequence' && relation.ownedBy !== null) return null;
  const parts = [
    ...('indexes' in relation ? relation.indexes : []),
    ...ownedSequences(session.catalog, id).map((sequence) => sequence.id),
  ];
  return [id, ...parts].reduce<Folded>((next, part) => {
    const moving = next?.catalog.relations.get(part);
    return next === null || moving === undefined
      ? next
      : moveRelation(next, moving, { schema, name: moving.name });
  }, session);
}

/** Gives a relation another qualified name. Null: it is taken. */
export function moveRelation(
  session: Session,
  relation: Relation,
  to: { readonly schema: string; readonly name: string },
): Folded {
  if (relation.schema === to.schema && relation.name === to.name) return null;
  if (relationNamed(session.catalog, to) !== undefined) return null;
  const moved = put(session, { ...relation, ...to });
  if (isIndex(relation)) return withConstraintName(moved, relation.id, relation.constraint, to.name);
  if (relation.kind === 'sequence') return withDefaults(moved, relation, to);
  const checked = isHashed(relation) ? withChecks(session, moved, relation, to) : moved;
  const uses = renameTypeUses(checked, nameKey(relation.schema, relation.name), to);
  if (relation.kind !== 'composite type') return uses;
  const key = nameKey(relation.schema, relation.name);
  const type = uses.catalog.types.get(key);
  if (type === undefined) return uses;
  const types = uses.catalog.types.delete(key).set(nameKey(to.schema, to.name), { ...type, ...to });
  return withCatalog(uses, { ...uses.catalog, types });
}

function withConstraintName(session: Session, id: RelationId, constraint: string | null, to: string): Folded {
  const index = session.catalog.relations.get(id);
  if (constraint === null || constraint === to || index === undefined || !isIndex(index)) return session;
  const table = tableById(session.catalog, index.table);
  if (table !== undefined && constraintNamed(table, to) !== undefined) return null;
  const renamed = put(session, { ...index, constraint: to });
  return changeTable(renamed, index.table, (before) => ({
    ...before,
    constraints: before.constraints.map((each) =>
      'index' in each && each.index === id ? { ...each, name: to } : each,
    ),
  }));
}

/** The server's defaults hold the sequence itself; ours hold its name. */
function withDefaults(session: Session, sequence: Sequence, to: ObjectName): Session {
  const ids = usersOfSequence(session.catalog, nameKey(sequence.schema, sequence.name));
  const users = ids.flatMap((id) => session.catalog.relations.get(id) ?? []);
  const isIt = (name: ObjectName): boolean => name.name === sequence.name && name.schema === sequence.schema;
  return users.reduce((next, relation) => {
    if (!isTable(relation)) return next;
    let changed = false;
    const columns = relation.columns.map((column) => {
      if (column.default === null) return column;
      const renamed = renameSequences(column.default, (name) => (isIt(name) ? to : null));
      if (renamed === column.default) return column;
      changed = true;
      return { ...column, default: renamed };
    });
    return changed ? put(next, { ...relation, columns }) : next;
  }, session);
}

function isHashed(relation: Relation): relation is Table {
  return isTable(relation) && relation.partitioning?.strategy === 'hash';
}

/** The server's CHECKs hold the table that satisfies_hash_partition names; ours hold its name. */
function withChecks(before: Session, moved: Session, { id }: Table, to: ObjectName): Session {
  const change = (name: ObjectName): ObjectName | null => (relationOf(before, name)?.id === id ? to : null);
  return [...moved.catalog.relations.values()].reduce((next, relation) => {
    if (!isTable(relation)) return next;
    let changed = false;
    const constraints = relation.constraints.map((each) => {
      if (each.kind !== 'check') return each;
      const expression = renameHashParents(each.expression, change);
      if (expression === each.expression) return each;
      changed = true;
      return { ...each, expression };
    });
    return changed ? put(next, { ...relation, constraints }) : next;
  }, moved);
}
