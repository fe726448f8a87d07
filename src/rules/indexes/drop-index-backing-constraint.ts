import type { Repair } from '../../findings/finding';
import type { BackedConstraint } from '../backed-constraints';
import { backedConstraints } from '../backed-constraints';
import { briefly } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named } from '../words';

interface Match extends MatchBase {
  readonly backed: BackedConstraint;
}

/** DROP INDEX of an index that a constraint owns: refused. */
export const dropIndexBackingConstraint = stepRule<Match>({
  id: 'drop-index-backing-constraint',
  title: 'The index of a constraint cannot be dropped by itself',
  group: 'indexes',
  severity: 'error',
  judges: 'effect',
  kinds: ['drop-index'],

  check(step) {
    return backedConstraints(step).map((backed) => ({ backed }));
  },

  message({ backed: { name, index, table } }) {
    return `The migration fails here (2BP01): the constraint ${named({ name })} of ${named(table)} needs the index ${named(index)}`;
  },

  help() {
    return 'Drop the constraint, which takes its index along.';
  },

  repair({ backed: { name, table } }, run): Repair {
    return {
      summary: 'drop the constraint',
      steps: [
        briefly(
          `ALTER TABLE ${quoteRelation({ name: `${table.schema}.${table.name}` })} DROP CONSTRAINT ${quoteName(name)}`,
          'ACCESS EXCLUSIVE for a moment.',
          run.options,
        ),
      ],
    };
  },
});
