import { heirs, indexById, indexesOf } from '../catalog/find';
import type { Index, RelationId } from '../catalog/relation';
import type { Session } from '../session';
import { buildParts } from './build-index';
import type { Folded } from './change';
import { changeTable, each } from './change';
import { indexMentions } from './dependents';
import { withoutIndexes } from './drop';

/**
 * The indexes of partitioned tables over a changed column, put on again: each partition has a part then, with the name that the server
 * makes up, though the index was made with ON ONLY or the part had another name. As measured on 11 to 18. On 11 those of a table come
 * the latest first, as its lists of what depends on a column do (pg_depend, among equal keys).
 */
export function partsPutOnAgain(session: Session, id: RelationId, column: string): Folded {
  const { catalog } = session;
  const family = [id, ...heirs(catalog, id).map((heir) => heir.id)];
  const rootsOn = (member: RelationId): readonly Index[] =>
    indexesOf(catalog, member).filter(
      (index) => index.kind === 'partitioned index' && index.parent === null && indexMentions(index, column),
    );
  const turns = session.major < 12 && family.some((member) => rootsOn(member).length > 1);
  const changed = family.flatMap((member) => (turns ? rootsOn(member).toReversed() : rootsOn(member)));
  if (changed.length === 0) return session;
  const bare = withoutIndexes(
    turns ? inOrder(session, changed) : session,
    changed.flatMap((index) => partsOf(session, index)).map((part) => part.id),
  );
  const made = each(bare, changed, (next, { id: root }) => {
    const index = indexById(next.catalog, root);
    return index === undefined ? next : buildParts(next, index);
  });
  const isAsBefore =
    made !== null && changed.every((index) => shownBy(made, index) === shownBy(session, index));
  return isAsBefore && !turns ? session : made;
}

/** Indexes that are made anew, in that order: they come after the others of their tables. */
function inOrder(session: Session, made: readonly Index[]): Session {
  const moved = new Set(made.map(({ id }) => id));
  return [...new Set(made.map(({ table }) => table))].reduce((next, table) => {
    const own = made.filter((index) => index.table === table).map(({ id }) => id);
    return changeTable(next, table, (before) => ({
      ...before,
      indexes: [...before.indexes.filter((each) => !moved.has(each)), ...own],
    }));
  }, session);
}

/** What tells whether the parts of an index are others. */
function shownBy(session: Session, { id }: Index): string {
  const index = indexById(session.catalog, id);
  const parts = index === undefined ? [] : [index, ...partsOf(session, index)];
  return parts
    .map(({ table, name, parent, valid }) => {
      const above = parent === null ? undefined : indexById(session.catalog, parent);
      return `${table} ${name} ${above?.name ?? ''} ${String(valid)}`;
    })
    .sort()
    .join('\n');
}

/** Those of partitions, and of theirs. */
function partsOf({ catalog }: Session, { id, table }: Index): readonly Index[] {
  const below = new Set([id]);
  return heirs(catalog, table)
    .flatMap((heir) => indexesOf(catalog, heir.id))
    .filter((index) => {
      if (index.parent === null || !below.has(index.parent)) return false;
      below.add(index.id);
      return true;
    });
}
