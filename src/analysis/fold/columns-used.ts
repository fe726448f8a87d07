import type { ColumnUse, Query } from '../../postgres/query';
import { columnOf } from '../catalog/find';
import type { Relation, RelationId, View } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import type { Session } from '../session';

/**
 * Which columns of the relations that it reads a stored query uses; null for a relation that is not known well enough. Source:
 * parse_relation.c, colNameToVar: the innermost query that has a column of the name is meant.
 */
export function columnsUsed(
  session: Session,
  query: Query,
  reads: readonly Relation[],
): View['readsColumns'] {
  const { uses } = query;
  if (uses === undefined) return reads.map(({ id }) => ({ relation: id, columns: null }));
  const used = new Map<RelationId, Set<string>>();
  for (const use of uses) {
    for (const { relation, column } of ownersOf(session, use)) {
      const names = used.get(relation.id) ?? new Set<string>();
      used.set(relation.id, names.add(column));
    }
  }
  return reads.map((relation) => ({
    relation: relation.id,
    columns: 'complete' in relation && !relation.complete ? null : [...(used.get(relation.id) ?? [])],
  }));
}

/** The columns used after one of them has another name; the same list where it is not among them. */
export function renamedUses(
  used: View['readsColumns'],
  id: RelationId,
  from: string,
  to: string,
): View['readsColumns'] {
  const isIt = (read: View['readsColumns'][number]): boolean =>
    read.relation === id && read.columns?.includes(from) === true;
  if (!used.some(isIt)) return used;
  return used.map((read) =>
    isIt(read)
      ? { ...read, columns: read.columns?.map((column) => (column === from ? to : column)) ?? null }
      : read,
  );
}

function ownersOf(
  session: Session,
  { column, scopes }: ColumnUse,
): readonly { readonly relation: Relation; readonly column: string }[] {
  for (const { relations, open } of scopes) {
    const known = relations.flatMap((name) => relationOf(session, name) ?? []);
    const owners = known.flatMap((relation) => {
      if (typeof column === 'string')
        return columnOf(relation, column) === undefined ? [] : [{ relation, column }];
      const all = 'columns' in relation ? relation.columns : [];
      const meant = column === null ? all : all.slice(column - 1, column);
      return meant.map(({ name }) => ({ relation, column: name }));
    });
    if (owners.length > 0 || open) return owners;
  }
  return [];
}
