import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { childrenOf, relationNamed } from '../../analysis/catalog/find';
import type { Relation } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { deploy, migration, together } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { successorOf } from '../successors';
import {
  earlierTogether,
  endTogether,
  isMadeHere,
  isOurs,
  laterTogether,
  startOfTransaction,
} from '../together';

interface Match extends MatchBase {
  readonly operation: OperationOf<'rename-table'>;
  readonly inTransaction: boolean;
  /** A new table without rows has the old name. */
  readonly isReplaced: boolean;
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
        return before.catalog.complete
          ? []
          : [{ operation, inTransaction: step.inTransaction, isReplaced: false }];
      // ALTER TABLE also renames indexes, views and sequences: rows of their own.
      if (!relation.kind.endsWith('table')) return [];
      if (isOurs(relation, step, run)) return [];
      const successor = successorOf(relation, step, run);
      if (successor !== undefined)
        return isNewAndEmpty(successor, step, run)
          ? [{ operation, inTransaction: step.inTransaction, isReplaced: true }]
          : [];
      // It takes the place of a table that was renamed or dropped before.
      const then = relationNamed(startOfTransaction(step, run).catalog, {
        schema: relation.schema,
        name: operation.to,
      });
      return then === undefined ? [{ operation, inTransaction: step.inTransaction, isReplaced: false }] : [];
    });
  },

  message({ operation, isReplaced }) {
    if (isReplaced)
      return `From the commit on, clients that name ${written(operation.table)} read and write a new table without rows, while theirs are in "${operation.to}"`;
    return `From the commit on, clients that name ${written(operation.table)} fail (42P01) until they know it as "${operation.to}"`;
  },

  help({ isReplaced }) {
    if (isReplaced)
      return 'Copy the rows into the new table before it gets the name, or move the clients to it under a name of its own.';
    return 'Leave a view under the old name in the same transaction, and drop it once no client uses it.';
  },

  repair({ operation: { table, to }, inTransaction, isReplaced }, run): Repair | null {
    if (isReplaced) return null;
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

/** Made by what ships together, and filled by nothing of it: neither by a write nor by a partition or heir that brings rows. */
function isNewAndEmpty(relation: Relation, step: Step, run: RuleRun): boolean {
  if (relation.kind !== 'table' || !isMadeHere(relation.origin, step, run)) return false;
  if (childrenOf(endTogether(step, run).catalog, relation.id).length > 0) return false;
  return ![...earlierTogether(step, run), step, ...laterTogether(step, run)].some((each) =>
    actsOf(each, 'query', 'copy-from', 'create-table-as').some(({ operation, before }) =>
      operation.kind === 'create-table-as'
        ? operation.table.name === relation.name ||
          relationOf(each.after, operation.table)?.id === relation.id
        : operation.query.writes.some((write) => relationOf(before, write.relation)?.id === relation.id),
    ),
  );
}
