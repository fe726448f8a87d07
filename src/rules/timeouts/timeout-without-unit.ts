import type { Repair } from '../../findings/finding';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import type { SettingSet } from '../settings-set';
import { settingsSet, TIMEOUTS } from '../settings-set';

interface Match extends MatchBase {
  readonly set: SettingSet;
}

/** A timeout of less than 100 without a unit: milliseconds, where most people mean seconds. */
export const timeoutWithoutUnit = stepRule<Match>({
  id: 'timeout-without-unit',
  title: 'A timeout without a unit counts milliseconds',
  group: 'timeouts',
  severity: 'notice',
  judges: 'effect',
  kinds: ['set', 'query', 'set-for-later'],

  check(step) {
    const later = ownOperations(step).flatMap((operation) =>
      operation.kind === 'set-for-later' && operation.setting !== null
        ? [{ name: operation.setting, value: operation.value, local: false }]
        : [],
    );
    return [...settingsSet(step), ...later].flatMap((set) => (isBare(set) ? [{ set }] : []));
  },

  message({ set: { name, value } }) {
    return `${name} = ${value ?? ''} is ${value ?? ''} milliseconds`;
  },

  help({ set: { value } }) {
    return `Write the unit: '${value ?? ''}s' or '${value ?? ''}ms'.`;
  },

  repair({ set: { name, value, local } }): Repair {
    return {
      summary: 'write the unit',
      steps: [
        {
          run: 'statement',
          transaction: 'same',
          sql: `SET ${local ? 'LOCAL ' : ''}${name} = '${value ?? ''}s';`,
          note: 'if seconds are meant.',
        },
      ],
    };
  },
});

function isBare({ name, value }: SettingSet): boolean {
  if (!TIMEOUTS.has(name) || value === null || !/^\s*\d+\s*$/.test(value)) return false;
  return Number(value) > 0 && Number(value) < 100;
}
