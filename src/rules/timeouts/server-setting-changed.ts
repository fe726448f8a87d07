import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { TIMEOUTS } from '../settings-set';

interface Match extends MatchBase {
  readonly setting: string;
  readonly whom: string;
}

/** ALTER SYSTEM, ALTER DATABASE … SET and ALTER ROLE … SET. */
export const serverSettingChanged = stepRule<Match>({
  id: 'server-setting-changed',
  title: 'A setting is changed for every later session',
  group: 'timeouts',
  severity: 'notice',
  judges: 'effect',
  kinds: ['alter-system', 'set-for-later'],

  check(step) {
    return ownOperations(step).flatMap((operation): readonly Match[] => {
      if (operation.kind === 'alter-system') {
        return [
          {
            setting: operation.setting ?? 'every setting',
            whom: 'the whole server, outside of any transaction',
          },
        ];
      }
      if (operation.kind !== 'set-for-later') return [];
      const { of, name, setting } = operation;
      if (of === 'role' && setting !== null && TIMEOUTS.has(setting)) return [];
      const whom = name === null ? `every ${of}` : `the ${of} "${name}"`;
      return [{ setting: setting ?? 'every setting', whom }];
    });
  },

  message({ setting, whom }) {
    return `This changes ${setting} for ${whom}: sessions that begin later run with it, and taking the migration back does not take it back`;
  },

  help() {
    return 'Keep settings of servers, databases and roles where the server is configured.';
  },
});
