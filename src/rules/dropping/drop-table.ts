import type { Table } from '../../analysis/catalog/relation';
import { constraintsOf } from '../../analysis/catalog/find';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { copiesTable } from '../copies';
import { isAbsent, isStaging, written } from '../object-names';
import { briefly, deploy } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { isCreatedLater, successorOf } from '../successors';
import { earlierTogether, isOurs } from '../together';

interface Match extends MatchBase {
  readonly tables: readonly ObjectName[];
  /** Those of them that the catalog knows. */
  readonly known: readonly Table[];
  readonly step: Step;
}

/** DROP TABLE of a table that others use. */
export const dropTable = stepRule<Match>({
  id: 'drop-table',
  title: 'Dropping a table loses its rows and breaks the clients that use it',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-table'],

  check(step, run) {
    return actsOf(step, 'drop-table').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.foreign) return [];
      const tables = operation.tables.filter((name) => {
        if (operation.ifExists && isAbsent(before, name)) return false;
        const table = tableOf(before, name);
        if (isCreatedLater(name, step, run) !== undefined || isCopiedAway(name, before, step, run))
          return false;
        return table === undefined || isLost(table, step, run);
      });
      const known = tables.flatMap((name) => tableOf(before, name) ?? []);
      return tables.length === 0 ? [] : [{ tables, known, step }];
    });
  },

  message({ tables }) {
    const them = tables.length === 1 ? 'the table' : 'them';
    return `Dropping ${written(...tables)} loses all rows, and clients that still use ${them} fail (42P01)`;
  },

  help() {
    return 'Drop it one release after the last code that names it, its foreign keys first.';
  },

  repair({ tables, known }, run): Repair {
    const keys = known.flatMap((table) =>
      constraintsOf(run.startSession.catalog, table.id).flatMap((constraint) =>
        constraint.kind === 'foreign-key'
          ? [
              briefly(
                `ALTER TABLE ${quoteRelation(table)} DROP CONSTRAINT ${quoteName(constraint.name)}`,
                'ACCESS EXCLUSIVE on both tables for a moment.',
                run.options,
              ),
            ]
          : [],
      ),
    );
    return {
      summary: 'drop the table once nobody uses it',
      steps: [
        deploy('no code names the table any more; keep one release between this and the drop.'),
        ...keys,
        ...tables.map((table) =>
          briefly(
            `DROP TABLE ${quoteRelation(table)}`,
            'ACCESS EXCLUSIVE on the table for a moment.',
            run.options,
          ),
        ),
      ],
    };
  },
});

/** It was renamed out of the way, its rows were copied, and another table goes by its name now. */
function isCopiedAway(name: ObjectName, before: Session, step: Step, run: RuleRun): boolean {
  // A body may do all of it in one step.
  const earlier = [...earlierTogether(step, run), step];
  return earlier.some((renaming) =>
    actsOf(renaming, 'rename-table').some(
      ({ operation }) =>
        operation.to === name.name &&
        tableOf(before, operation.table) !== undefined &&
        earlier.some((each) => copiesTable(each, name) || copiesTable(each, operation.table)),
    ),
  );
}

/** Not one that ships with it, a partition (a rule of its own), a staging table, or one that another takes the place of at once. */
function isLost(table: Table, step: Step, run: RuleRun): boolean {
  return (
    !isOurs(table, step, run) &&
    table.partition === null &&
    !isStaging(table, run.options) &&
    successorOf(table, step, run) === undefined
  );
}
