import { heirs, indexById, indexesOf, tableById } from '../catalog/find';
import type { Index, RelationId } from '../catalog/relation';
import type { Session } from '../session';
import { buildParts, generatedName, planOf } from './build-index';
import type { Folded } from './change';
import { each } from './change';
import { indexMentions } from './dependents';
import { withoutIndexes } from './drop';

/**
 * The indexes of partitioned tables over a changed column, put on again: each partition has a part then, with the name that the server
 * makes up, though the index was made with ON ONLY or the part had another name. As measured on 11 to 18.
 */
export function partsPutOnAgain(session: Session, id: RelationId, column: string): Folded {
  const { catalog } = session;
  const family = [id, ...heirs(catalog, id).map((heir) => heir.id)];
  const changed = family
    .flatMap((member) => indexesOf(catalog, member))
    .filter(
      (index) => index.kind === 'partitioned index' && index.parent === null && indexMentions(index, column),
    );
  if (changed.every((index) => isAsMade(session, index))) return session;
  const bare = withoutIndexes(
    session,
    changed.flatMap((index) => partsOf(session, index)).map((part) => part.id),
  );
  return each(bare, changed, (next, { id: root }) => {
    const index = indexById(next.catalog, root);
    return index === undefined ? next : buildParts(next, index);
  });
}

/** Whether nothing would change. */
function isAsMade(session: Session, index: Index): boolean {
  const plan = planOf(session, index);
  const parts = partsOf(session, index);
  const isWhole = [index, ...parts].every(({ valid }) => valid);
  return (
    isWhole &&
    parts.every((part) => {
      const owner = tableById(session.catalog, part.table);
      return (
        owner === undefined || generatedName(withoutIndexes(session, [part.id]), owner, plan) === part.name
      );
    })
  );
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
