import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { relationNamed } from '../../analysis/catalog/find';
import { relationOf } from '../../analysis/catalog/resolve';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { deploy, migration, together } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName, quoteRelation } from '../sql-text';
import { successorOf } from '../successors';
import { isOurs, startOfTransaction } from '../together';

interface Match extends MatchBase {
  readonly operation: OperationOf<'rename-table'>;
  readonly inTransaction: boolean;
}

/** ALTER TABLE … RENAME TO of a table that clients use. */
export const renameTable = stepRule<Match>({
  id: 'rename-table',
  title: 'Renaming a table breaks every running client',
  group: 'renaming',
  severity: 'error',
  judges: 'effect',
  kinds: ['rename-table'],

  check(step, run) {
    return actsOf(step, 'rename-table').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.as !== 'table' && operation.as !== 'foreign table') return [];
      const relation = relationOf(before, operation.table);
      if (relation === undefined)
        return before.catalog.complete ? [] : [{ operation, inTransaction: step.inTransaction }];
      // ALTER TABLE also renames indexes, views and sequences: rows of their own.
      if (!relation.kind.endsWith('table')) return [];
      if (isOurs(relation, step, run) || successorOf(relation, step, run) !== undefined) return [];
      // It takes the place of a table that was renamed or dropped before.
      const then = relationNamed(startOfTransaction(step, run).catalog, {
        schema: relation.schema,
        name: operation.to,
      });
      return then === undefined ? [{ operation, inTransaction: step.inTransaction }] : [];
    });
  },

  message({ operation }) {
    return `From the commit on, clients that name ${written(operation.table)} fail (42P01) until they know it as "${operation.to}"`;
  },

  help() {
    return 'Leave a view under the old name in the same transaction, and drop it once no client uses it.';
  },

  repair({ operation: { table, to }, inTransaction }, run): Repair {
    const renamed = { schema: table.schema, name: to };
    return {
      summary: 'keep the old name as a view for one release',
      steps: [
        together(
          [
            `ALTER TABLE ${quoteRelation(table)} RENAME TO ${quoteName(to)}`,
            `CREATE VIEW ${quoteRelation(table)} AS SELECT * FROM ${quoteRelation(renamed)}`,
          ],
          'in one transaction, with the grants of the table given on the view too. Reads and writes through the view go on; COPY, TRUNCATE and ON CONFLICT ON CONSTRAINT do not. With row security: WITH (security_invoker = true), from 15 on.',
          inTransaction,
          run.options,
        ),
        deploy(`the code uses "${to}".`),
        migration(`DROP VIEW ${quoteRelation(table)}`, 'one release later.'),
      ],
    };
  },
});
