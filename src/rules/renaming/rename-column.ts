import { columnOf } from '../../analysis/catalog/find';
import { relationOf } from '../../analysis/catalog/resolve';
import type { OperationOf } from '../../postgres/operation';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { columnsIn } from '../object-names';
import { renamedColumnSteps } from '../repairs/renamed-column';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { hasColumnAtEnd } from '../successors';
import { isMadeHere, isOurs, startOfTransaction } from '../together';
import { describeTypeName } from '../../analysis/catalog/describe';

interface Match extends MatchBase {
  readonly operation: OperationOf<'rename-column'>;
  /** As SQL writes it; null where it is not known. */
  readonly type: string | null;
}

/** RENAME COLUMN of a column that clients use. */
export const renameColumn = stepRule<Match>({
  id: 'rename-column',
  title: 'Renaming a column breaks every running client that names it',
  group: 'renaming',
  severity: 'error',
  judges: 'effect',
  kinds: ['rename-column'],

  check(step, run) {
    return actsOf(step, 'rename-column').flatMap(({ operation, before }): readonly Match[] => {
      const relation = relationOf(before, operation.table);
      if (relation === undefined) return before.catalog.complete ? [] : [{ operation, type: null }];
      if (relation.kind === 'index' || isOurs(relation, step, run)) return [];
      const column = columnOf(relation, operation.column);
      if (column !== undefined && isMadeHere(column.addedBy, step, run)) return [];
      if (hasColumnAtEnd(relation, operation.column, step, run)) return [];
      // It takes the place of a column that was renamed out of the way.
      const then = startOfTransaction(step, run).catalog.relations.get(relation.id);
      if (then !== undefined && columnOf(then, operation.to) !== undefined) return [];
      const type = column?.type ?? null;
      return [{ operation, type: type === null ? null : describeTypeName(type) }];
    });
  },

  message({ operation }) {
    return `From the commit on, clients that name ${columnsIn(operation.table, [operation.column])} fail (42703) until they know it as "${operation.to}", and so do function bodies`;
  },

  help() {
    return 'Add a column under the new name, let the application move to it, and drop the old one later.';
  },

  repair({ operation, type }, run): Repair | null {
    if (operation.as === 'view' || operation.as === 'materialized view') return null;
    return {
      summary: 'two names for one release',
      steps: renamedColumnSteps({ ...operation, type: type ?? 'text' }, run.options),
    };
  },
});
