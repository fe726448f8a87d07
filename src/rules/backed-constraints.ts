import { indexById, tableById } from '../analysis/catalog/find';
import type { Index, Table } from '../analysis/catalog/relation';
import { relationOf } from '../analysis/catalog/resolve';
import type { Step } from '../analysis/step';
import { performed } from './performed';

/** A constraint whose own index is to be dropped. */
export interface BackedConstraint {
  readonly name: string;
  readonly index: Index;
  readonly table: Table;
}

/** The constraints that own what DROP INDEX names; not those of a partition, which its parent's index keeps. */
export function backedConstraints(step: Step): readonly BackedConstraint[] {
  return performed(step, 'drop-index').flatMap(({ operation, session }) =>
    operation.indexes.flatMap((name): readonly BackedConstraint[] => {
      const relation = relationOf(session, name);
      const index = relation === undefined ? undefined : indexById(session.catalog, relation.id);
      const table = index === undefined ? undefined : tableById(session.catalog, index.table);
      const owner = table?.constraints.find((constraint) => constraint.name === index?.constraint);
      if (index === undefined || table === undefined || owner === undefined) return [];
      if (owner.origin.doubtful === true || index.parent !== null) return [];
      return [{ name: owner.name, index, table }];
    }),
  );
}
