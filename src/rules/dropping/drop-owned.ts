import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { inPlace } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { earlierTogether } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly roles: readonly string[];
}

/** DROP OWNED BY. */
export const dropOwned = stepRule<Match>({
  id: 'drop-owned',
  title: 'DROP OWNED drops the tables of a role, not only its grants',
  group: 'dropping',
  severity: 'error',
  judges: 'effect',
  kinds: ['drop-owned'],

  check(step, run) {
    return actsOf(step, 'drop-owned').flatMap(({ operation }): readonly Match[] => {
      const roles = operation.roles.filter((role) => !ownsNothing(role, step, run));
      return roles.length === 0 ? [] : [{ roles }];
    });
  },

  message({ roles }) {
    return `This drops every table, view and function that ${namedAll(roles.map((name) => ({ name })))} ${roles.length === 1 ? 'owns' : 'own'}, with all rows, not only the grants`;
  },

  help() {
    return 'Give the objects to another role with REASSIGN OWNED first, then revoke the grants by name.';
  },

  repair({ roles }): Repair {
    const list = roles.map(quoteName).join(', ');
    return {
      summary: 'keep the objects, take the rights',
      steps: [
        inPlace(
          [`REASSIGN OWNED BY ${list} TO CURRENT_USER`, `DROP OWNED BY ${list}`],
          'after REASSIGN OWNED only grants are left to drop. It closes every table of the role (ACCESS EXCLUSIVE) until the transaction commits.',
        ),
      ],
    };
  },
});

/** Created by what ships with it and given nothing since, or all of it given away just before. */
function ownsNothing(role: string, step: Step, run: RuleRun): boolean {
  const earlier = earlierTogether(step, run);
  const made = earlier.findIndex((each) =>
    actsOf(each, 'create-role', 'reassign-owned').some(({ operation }) => operation.roles.includes(role)),
  );
  if (made === -1) return false;
  return !earlier.slice(made + 1).some((each) =>
    actsOf(each, 'change-owner', 'reassign-owned', 'alter-object', 'set').some(({ operation }) => {
      if (operation.kind === 'change-owner') return operation.owner === role;
      if (operation.kind === 'reassign-owned') return operation.to === role;
      if (operation.kind === 'set') return operation.name === 'role' && operation.value === role;
      return operation.change === 'change-owner' && operation.to === role;
    }),
  );
}
