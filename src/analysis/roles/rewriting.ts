import type { RoleName } from '../../postgres/effects/role';
import { isView } from '../catalog/find';
import type { Relation } from '../catalog/relation';
import { isAside, writtenThrough } from './behind-view';
import { reads, writesKept } from './query';
import type { Resolver, Situation } from './situation';
import { all } from './situation';

/**
 * What a query reaches behind views where it is parsed and not planned: all that they read, but neither partitions nor heirs. Source:
 * rewriteHandler.c, fireRIRrules.
 */
export const REWRITING_ROLES = {
  'rewritten-read': (situation) => all(readBehind(situation, 'none')),
  'rewritten-row-locked': (situation) => all(readBehind(situation, 'locked')),
  'rewritten-written': (situation) =>
    all(
      writesKept(situation).flatMap(({ relation, write }) => {
        const through = isView(relation) ? writtenThrough(situation, relation, write) : null;
        return through === null ? [] : [...through.views, through.base];
      }),
    ),
} satisfies Partial<Record<RoleName, Resolver>>;

function readBehind(situation: Situation, locking: 'none' | 'locked'): readonly Relation[] {
  return reads(situation).flatMap(({ relation, read }) =>
    locking === 'none' || read.locking !== 'none' ? behind(situation, relation, locking === 'locked') : [],
  );
}

/** @param inFrom only what FOR UPDATE of the view reaches */
function behind({ session }: Situation, relation: Relation, inFrom: boolean): readonly Relation[] {
  const found = new Set([relation]);
  for (const view of found) {
    if (view.kind !== 'view') continue;
    for (const id of view.reads) {
      const read = session.catalog.relations.get(id);
      if (read !== undefined && !(inFrom && isAside(view, id))) found.add(read);
    }
  }
  found.delete(relation);
  return [...found];
}
