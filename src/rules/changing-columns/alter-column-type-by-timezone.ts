import { timeZone } from '../../analysis/settings';
import { isZoneChange } from '../../analysis/conditions/type-change';
import type { Repair } from '../../findings/finding';
import { everyPart } from '../../postgres/expression';
import { editsOf, withEdits } from '../repairs/edits';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import type { ColumnTypeChange } from '../type-changes';
import { typeChanges } from '../type-changes';
import { named } from '../words';

interface Match extends MatchBase {
  readonly change: ColumnTypeChange;
}

/** TIMESTAMP to TIMESTAMPTZ or back, in whatever time zone the session has. */
export const alterColumnTypeByTimezone = stepRule<Match>({
  id: 'alter-column-type-by-timezone',
  title: 'Between timestamp and timestamptz the time zone of the session decides on every value',
  group: 'changing-columns',
  severity: 'warning',
  judges: 'effect',
  kinds: ['alter-column-type'],

  check(step) {
    return typeChanges(step)
      .filter((change) => {
        const { changed, from, to } = change;
        const { using } = changed.operation;
        const isChange =
          from === null ? to.name === 'timestamp' || to.name === 'timestamptz' : isZoneChange(from, to);
        const named =
          using !== null &&
          everyPart(using).some((part) => part.kind === 'call' && part.name.name === 'timezone');
        return isChange && !named && timeZone(changed.session) === null && (from !== null || using === null);
      })
      .map((change) => ({ change }));
  },

  message({ change: { changed, from, to } }) {
    const doubt = from === null ? `, unless the column is ${to.name} already` : '';
    return `The time zone of the session decides what the values of ${named({ name: changed.operation.column })} become: in another zone than the one they were written for, every row is shifted${doubt}`;
  },

  help() {
    return "Say SET LOCAL timezone = 'UTC' in the same transaction before it, with the zone that the values are in.";
  },

  repair({ change: { step } }): Repair | null {
    const inOneTransaction = step.inTransaction || step.statement.fragment.transaction === 'call';
    if (!inOneTransaction || step.inner.length > 0) return null;
    const setting = "SET LOCAL timezone = 'UTC';";
    return {
      summary: 'say which time zone the values are in',
      steps: [
        inPlace(
          setting,
          'before the statement, if the values are in UTC: from 12 on the rows then stay as they are.',
        ),
      ],
      ...withEdits(editsOf(step.statement, [{ start: 0, end: 0, text: `${setting}\n` }])),
    };
  },
});
