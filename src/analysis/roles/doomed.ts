import { readersOf } from '../catalog/find';
import type { CatalogObject } from '../fold/catalog-object';
import type { Dependent } from '../fold/dependents';
import { isDoomed, objectKey } from '../fold/catalog-object';
import { dependentsOf } from '../fold/dependents';
import type { Session } from '../session';

/** What a DROP takes along. */
export interface Doomed {
  readonly objects: readonly CatalogObject[];
  /** What certainly depends on it and goes only with CASCADE: without, the server refuses (2BP01). */
  readonly refusedBy: readonly Dependent[];
}

/**
 * The objects that go when the roots are dropped. Source: dependency.c, findDependentObjects and reportDependentObjects. Without
 * CASCADE only what goes by itself is followed.
 */
export function doomedBy(session: Session, roots: readonly CatalogObject[], cascade: boolean): Doomed {
  const doomed = new Map<string, CatalogObject>();
  const dependents: Dependent[] = [];
  const doom = (root: CatalogObject): void => {
    const open = [root];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const key = objectKey(next);
      if (doomed.has(key)) continue;
      doomed.set(key, next);
      for (const dependent of [
        ...dependentsOf(session.catalog, session.major, next),
        ...viewsNamingColumn(session, next),
      ]) {
        if (dependent.how === 'auto') open.push(dependent.object);
        else dependents.push(dependent);
      }
    }
  };
  roots.forEach(doom);
  const refusedBy: Dependent[] = [];
  for (let next = dependents.pop(); next !== undefined; next = dependents.pop()) {
    if (isDoomed(doomed, next.object)) continue;
    if (cascade) doom(next.object);
    else refusedBy.push(next);
  }
  return {
    objects: [...doomed.values()],
    refusedBy: refusedBy.filter(({ object, certain }) => certain && !isDoomed(doomed, object)),
  };
}

/** Views of which it is not known which columns they use, but that have one of the same name. */
function viewsNamingColumn({ catalog }: Session, object: CatalogObject): readonly Dependent[] {
  if (object.kind !== 'column') return [];
  const views = readersOf(catalog, object.table).filter(
    (view) =>
      view.readsColumns.some(({ relation, columns }) => relation === object.table && columns === null) &&
      view.columns.some(({ name }) => name === object.name),
  );
  return views.map((view) => ({
    object: { kind: 'relation', id: view.id },
    how: 'normal',
    certain: view.origin.certain,
  }));
}
