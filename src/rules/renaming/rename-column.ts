import { columnOf, isTable } from '../../analysis/catalog/find';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { OperationOf } from '../../postgres/operation';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { columnsIn } from '../object-names';
import { batchKey } from '../repairs/made';
import { takesSyncTrigger } from '../repairs/sync-trigger';
import { twoNames, twoNamesOfView } from '../repairs/two-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { printType } from '../sql-text';
import { hasColumnAtEnd } from '../successors';
import { isMadeHere, isOurs, startOfTransaction } from '../together';

interface Match extends MatchBase {
  readonly operation: OperationOf<'rename-column'>;
  readonly step: Step;
  readonly before: Session;
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
      if (relation === undefined) return before.catalog.complete ? [] : [{ operation, step, before }];
      if (relation.kind === 'index' || isOurs(relation, step, run)) return [];
      const column = columnOf(relation, operation.column);
      if (column !== undefined && isMadeHere(column.addedBy, step, run)) return [];
      if (hasColumnAtEnd(relation, operation.column, step, run)) return [];
      // It takes the place of a column that was renamed out of the way.
      const then = startOfTransaction(step, run).catalog.relations.get(relation.id);
      if (then !== undefined && columnOf(then, operation.to) !== undefined) return [];
      return [{ operation, step, before }];
    });
  },

  message({ operation }) {
    return `From the commit on, clients that name ${columnsIn(operation.table, [operation.column])} fail (42703) until they know it as "${operation.to}", and so do function bodies`;
  },

  help() {
    return 'Add a column under the new name, let the application move to it, and drop the old one later.';
  },

  repair({ operation, step, before }, run): Repair | null {
    const relation = relationOf(before, operation.table);
    const column = relation === undefined ? undefined : columnOf(relation, operation.column);
    if (relation === undefined || column === undefined) return null;
    if (!takesSyncTrigger(relation, before.major)) return null;
    const { table, to } = operation;
    if (relation.kind === 'view') return twoNamesOfView(table, column.name, to, run);
    if (!isTable(relation) || column.type === null || column.generated !== null) return null;
    const type = printType(column.type);
    return twoNames({ table, column: column.name, to, type, key: batchKey(step, relation.id) }, run);
  },
});
