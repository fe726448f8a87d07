import { findType } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import type { Act } from '../acts';
import { actsOf } from '../acts';
import { usesValue, USES_OF_VALUES } from '../enum-uses';
import { written } from '../object-names';
import { buildConcurrently } from '../repairs/concurrently';
import { alone, migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly operation: OperationOf<'add-enum-value'>;
  readonly added: Step;
  readonly step: Step;
  /** The column is known to be of the type. */
  readonly certain: boolean;
}

/** (12+) A value of an enum is used in the transaction that adds it. */
export const enumValueUsedInTransaction = stepRule<Match>({
  id: 'enum-value-used-in-transaction',
  title: 'A new value of an enum cannot be used in the transaction that adds it',
  group: 'views-and-types',
  severity: 'error',
  judges: 'effect',
  kinds: USES_OF_VALUES,

  check(step, run) {
    const open = step.before.transaction;
    if (run.major < 12 || open === null || open.assumed) return [];
    const acts = actsOf(step, ...USES_OF_VALUES);
    for (const added of run.earlierInTransaction(step, 'add-enum-value')) {
      for (const addition of actsOf(added, 'add-enum-value')) {
        for (const orUnknown of [false, true])
          if (acts.some((act) => uses(act, addition, added, orUnknown)))
            return [{ operation: addition.operation, added, step, certain: !orUnknown }];
      }
    }
    return [];
  },

  message({ operation, certain }) {
    return `The migration fails here: value "${operation.value}" of ${written(operation.type)} is used in the transaction that adds it (55P04)${certain ? '' : ', unless it stands for text here'}`;
  },

  help() {
    return 'Add the value in a migration of its own, and use it in the next one.';
  },

  repair({ added, step }): Repair {
    const built = buildConcurrently(step, null);
    return {
      summary: 'add the value in a migration of its own',
      steps: [
        added.before.major < 12
          ? alone(added.statement.text, 'locks no table.')
          : migration(added.statement.text, 'locks no table.'),
        ...(built?.steps ?? [migration(step.statement.text, 'after the commit of the first one.')]),
      ],
    };
  },
});

function uses(
  act: Act<(typeof USES_OF_VALUES)[number]>,
  { operation, before }: Act<'add-enum-value'>,
  added: Step,
  orUnknown: boolean,
): boolean {
  const type = findType(before, operation.type) ?? {
    schema: operation.type.schema ?? 'public',
    name: operation.type.name,
  };
  // From 17 on the values of a type that the transaction itself makes may be used.
  const isOwn =
    'origin' in type && type.origin.source !== 'assumed' && type.origin.transaction === added.transaction;
  if (isOwn && before.major >= 17) return false;
  const known = 'kind' in type && type.kind === 'enum' ? type.values : [];
  return !known.includes(operation.value) && usesValue(act, { type, value: operation.value, orUnknown });
}
