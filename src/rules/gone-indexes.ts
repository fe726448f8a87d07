import { indexesOf } from '../analysis/catalog/find';
import type { Index } from '../analysis/catalog/relation';
import { isNew } from '../analysis/exemption';
import type { Step } from '../analysis/step';

/** The indexes of tables in use that a step drops, by DROP INDEX, with a constraint or with a column; their tables stay. */
export function goneIndexes(step: Step): readonly Index[] {
  const { before, after } = step;
  const tables = new Set(step.locks.map(({ relation }) => relation.id));
  return [...tables].flatMap((id) => {
    const table = before.catalog.relations.get(id);
    if (table === undefined || isNew(before, table) || after.catalog.relations.get(id) === undefined)
      return [];
    const left = new Set(indexesOf(after.catalog, id).map((index) => index.id));
    return indexesOf(before.catalog, id).filter((index) => index.complete && !left.has(index.id));
  });
}
