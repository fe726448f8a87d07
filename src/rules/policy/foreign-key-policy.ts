import { columnOf } from '../../analysis/catalog/find';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { ConstraintDefinition } from '../../postgres/definition';
import type { RelationName } from '../../postgres/name';
import { declaredConstraints } from '../declared-constraints';
import { columnsIn } from '../object-names';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly table: RelationName;
  readonly columns: readonly string[];
  readonly against: string;
}

type ForeignKey = Extract<ConstraintDefinition, { readonly kind: 'foreign-key' }>;

const ID = 'foreign-key-policy';
const PARAMETERS = {
  allowed: { kind: 'flag', default: true, says: 'False: no foreign keys at all.' },
  onDelete: {
    kind: 'list',
    default: [],
    says: 'The actions that ON DELETE may have: "no action", "restrict", "cascade", "set null", "set default". Empty: any.',
  },
  deferrable: { kind: 'text', default: 'any', says: '"any", "required" or "forbidden".' },
  nullable: { kind: 'flag', default: true, says: 'False: the columns must be NOT NULL.' },
} as const;

/** A new foreign key against the rule of the team. */
export const foreignKeyPolicy = stepRule<Match>({
  id: ID,
  title: 'A foreign key against the rule of the team',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table', 'add-foreign-key'],
  parameters: PARAMETERS,

  check(step, run) {
    const policy = parametersOf(run, ID, PARAMETERS);
    return declaredConstraints(step).flatMap(({ table, constraint }): readonly Match[] => {
      if (constraint.kind !== 'foreign-key') return [];
      const against = breach(constraint, table, policy, step);
      return against === null ? [] : [{ table, columns: constraint.columns, against }];
    });
  },

  message({ table, columns, against }) {
    return `The foreign key on ${columnsIn(table, columns)} is against the configuration: ${against}`;
  },

  help() {
    return 'Write it as the configuration asks.';
  },
});

interface Policy {
  readonly allowed: boolean;
  readonly onDelete: readonly string[];
  readonly deferrable: string;
  readonly nullable: boolean;
}

function breach(key: ForeignKey, table: RelationName, policy: Policy, step: Step): string | null {
  if (!policy.allowed) return 'there are to be none';
  const action = key.onDelete.replace('-', ' ');
  if (policy.onDelete.length > 0 && !policy.onDelete.some((each) => each.toLowerCase() === action))
    return `ON DELETE ${action.toUpperCase()} is not among ${policy.onDelete.join(', ')}`;
  if (policy.deferrable === 'required' && !key.deferrable) return 'it is not DEFERRABLE';
  if (policy.deferrable === 'forbidden' && key.deferrable) return 'it is DEFERRABLE';
  return !policy.nullable && isNullable(key, table, step) ? 'it may be NULL' : null;
}

function isNullable({ columns }: ForeignKey, name: RelationName, step: Step): boolean {
  const table = tableOf(step.after, name);
  return table !== undefined && columns.some((column) => columnOf(table, column)?.notNull === false);
}
