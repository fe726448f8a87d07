import { indexesOf } from '../../analysis/catalog/find';
import type { View } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair, TextEdit } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { lexemes } from '../../sql/clauses';
import { actsOf } from '../acts';
import { alone, inPlace } from '../repairs/steps';
import { buildNote } from '../repairs/concurrently';
import { editsOf, withEdits } from '../repairs/edits';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { harmful, named } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationOf<'refresh-materialized-view'>;
  readonly lock: LockFact;
  readonly step: Step;
  readonly view: View | undefined;
  readonly hasKey: boolean;
}

/** REFRESH MATERIALIZED VIEW without CONCURRENTLY. */
export const refreshMaterializedViewNotConcurrent = stepRule<Match>({
  id: 'refresh-materialized-view-not-concurrent',
  title: 'Refreshing a materialized view stops its readers while its query runs',
  group: 'views-and-types',
  severity: 'warning',
  judges: 'lock',
  kinds: ['refresh-materialized-view'],

  check(step) {
    return actsOf(step, 'refresh-materialized-view').flatMap(({ operation, before }): readonly Match[] => {
      const relation = relationOf(before, operation.view);
      const view = relation?.kind === 'materialized view' ? relation : undefined;
      if (operation.concurrently || !operation.withData || view?.populated === false) return [];
      const lock = harmful(step).find(({ effects }) => effects.includes('refresh/view'));
      if (lock === undefined) return [];
      const indexes = view === undefined ? [] : indexesOf(before.catalog, view.id);
      const hasKey = indexes.some(
        ({ unique, predicate, keys }) =>
          unique && predicate === null && keys.every(({ column }) => column !== null),
      );
      return [{ operation, lock, step, view, hasKey, cites: [lock.relation] }];
    });
  },

  message({ lock }) {
    return `Reads of ${named(lock.relation)} wait for this ${lock.mode} lock while its query runs, and until the transaction commits`;
  },

  help({ hasKey }) {
    return hasKey
      ? 'Refresh it with CONCURRENTLY.'
      : 'Give it a unique index on plain columns, and refresh it with CONCURRENTLY.';
  },

  repair({ operation, step, view, hasKey }): Repair {
    const name = quoteRelation(operation.view);
    const key = view?.columns[0]?.name;
    const index = quoteName(`${operation.view.name}_key`);
    return {
      summary: 'refresh while readers go on',
      steps: [
        ...(hasKey
          ? []
          : [
              alone(
                `CREATE UNIQUE INDEX CONCURRENTLY ${index} ON ${name} (${key === undefined ? 'id' : quoteName(key)})`,
                `${buildNote(`${operation.view.name}_key`)} Take columns that tell the rows apart.`,
              ),
            ]),
        inPlace(
          `REFRESH MATERIALIZED VIEW CONCURRENTLY ${name}`,
          'EXCLUSIVE: readers go on, other refreshes wait. About ten times slower.',
        ),
      ],
      ...withEdits(hasKey ? concurrently(step) : undefined),
    };
  },
});

/** CONCURRENTLY where the statement stands: it may run in a transaction. */
function concurrently({ statement, inner }: Step): readonly TextEdit[] | undefined {
  const view = lexemes(statement.text)[2];
  if (view?.word !== 'view' || inner.length > 0) return undefined;
  return editsOf(statement, [{ start: view.end, end: view.end, text: ' CONCURRENTLY' }]);
}
