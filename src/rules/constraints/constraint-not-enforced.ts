import type { Step } from '../../analysis/step';
import type { ConstraintDefinition } from '../../postgres/definition';
import { performed } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly name: string | null;
}

/** (18) NOT ENFORCED: looks like a guarantee. */
export const constraintNotEnforced = stepRule<Match>({
  id: 'constraint-not-enforced',
  title: 'A constraint that is not enforced looks like a guarantee and is none',
  group: 'constraints',
  severity: 'notice',
  judges: 'effect',
  kinds: ['add-check', 'add-foreign-key', 'create-table', 'alter-constraint'],

  check(step) {
    return names(step).map((name) => ({ name }));
  },

  message({ name }) {
    const which = name === null ? 'This constraint' : `The constraint ${named({ name })}`;
    return `${which} is NOT ENFORCED: no row is ever checked, and nothing relies on it`;
  },

  help() {
    return 'Add it as NOT VALID, which checks new rows, and VALIDATE it later.';
  },
});

function names(step: Step): readonly (string | null)[] {
  return [
    ...performed(step, 'add-check').flatMap(({ operation }) => unenforced(operation.constraint)),
    ...performed(step, 'add-foreign-key').flatMap(({ operation }) => unenforced(operation.constraint)),
    ...performed(step, 'create-table').flatMap(({ operation }) => operation.constraints.flatMap(unenforced)),
    ...performed(step, 'alter-constraint').flatMap(({ operation }) =>
      operation.enforced === false ? [operation.constraint] : [],
    ),
  ];
}

function unenforced(constraint: ConstraintDefinition): readonly (string | null)[] {
  return 'enforced' in constraint && !constraint.enforced ? [constraint.name] : [];
}
