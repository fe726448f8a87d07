import type { Step } from '../analysis/step';
import type { Expression } from '../postgres/expression';
import { ownOperations } from './own-operations';

/** One setting that a statement gives a value: SET, SET LOCAL or set_config(…). */
export interface SettingSet {
  /** Lower case. */
  readonly name: string;
  /** As written; null for TO DEFAULT, or where it cannot be told. */
  readonly value: string | null;
  readonly local: boolean;
}

/** Settings that hold a time. */
export const TIMEOUTS: ReadonlySet<string> = new Set([
  'lock_timeout',
  'statement_timeout',
  'transaction_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
  'deadlock_timeout',
]);

/** The settings that a statement itself sets, in order. */
export function settingsSet(step: Step): readonly SettingSet[] {
  const operations = ownOperations(step);
  const calls = operations.some(({ kind }) => kind === 'query');
  return operations.flatMap((operation): readonly SettingSet[] => {
    // Beside a query stands what its calls of set_config set.
    if (operation.kind === 'set' && !calls) return [operation];
    if (operation.kind !== 'query') return [];
    return operation.query.calls.flatMap(({ name, args }): readonly SettingSet[] => {
      if (name.name !== 'set_config') return [];
      const [setting, value, local] = args.map(constantOf);
      if (typeof setting !== 'string') return [];
      return [
        {
          name: setting.toLowerCase(),
          value: value === undefined ? null : value,
          local: local !== undefined && ['true', 't', 'on', '1'].includes(local),
        },
      ];
    });
  });
}

function constantOf(expression: Expression): string | undefined {
  if (expression.kind === 'cast') return constantOf(expression.arg);
  if (expression.kind !== 'constant' || expression.value === null) return undefined;
  return String(expression.value);
}
