import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { inPlace, migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { laterTogether } from '../together';

interface Match extends MatchBase {
  readonly view: ObjectName;
  readonly text: string;
}

/** WITH NO DATA, and nothing fills the view afterwards. */
export const materializedViewWithoutData = stepRule<Match>({
  id: 'materialized-view-without-data',
  title: 'A materialized view that was not filled cannot be read',
  group: 'views-and-types',
  severity: 'warning',
  judges: 'effect',
  kinds: ['create-materialized-view', 'refresh-materialized-view'],

  check(step, run) {
    return actsOf(step, 'create-materialized-view', 'refresh-materialized-view').flatMap(
      ({ operation: { view, withData }, text }): readonly Match[] => {
        if (withData) return [];
        const isFilledOrGone = laterTogether(step, run, 'refresh-materialized-view', 'drop-view').some(
          (later) =>
            actsOf(later, 'refresh-materialized-view', 'drop-view').some(({ operation }) =>
              operation.kind === 'drop-view'
                ? operation.views.some(({ name }) => name === view.name)
                : operation.view.name === view.name && operation.withData && !operation.concurrently,
            ),
        );
        return isFilledOrGone ? [] : [{ view, text }];
      },
    );
  },

  message({ view }) {
    return `Reading ${written(view)} fails (55000) until a plain REFRESH fills it; CONCURRENTLY cannot (0A000)`;
  },

  help() {
    return 'Fill it with a plain REFRESH in the next migration.';
  },

  repair({ view, text }): Repair {
    return {
      summary: 'fill the view',
      steps: [
        inPlace(text, 'the view cannot be read yet.'),
        migration(
          `REFRESH MATERIALIZED VIEW ${quoteRelation(view)}`,
          'ACCESS EXCLUSIVE on the view, which nobody can read yet.',
        ),
      ],
    };
  },
});
