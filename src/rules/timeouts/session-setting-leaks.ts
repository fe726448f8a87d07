import { settingOf } from '../../analysis/settings';
import type { Step } from '../../analysis/step';
import type { RunMigration } from '../../analysis/run';
import type { Repair } from '../../findings/finding';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { settingsSet } from '../settings-set';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly settings: readonly string[];
  readonly inTransaction: boolean;
}

/** Settings of the session that a migration changes and does not put back. */
export const sessionSettingLeaks = runRule<Match>({
  id: 'session-setting-leaks',
  title: 'A setting of the session outlives the migration',
  group: 'timeouts',
  severity: 'notice',
  judges: 'effect',
  on: 'migration',

  check(migration) {
    const last = migration?.steps.at(-1);
    if (migration === null || last === undefined || closesItsSession(migration)) return [];
    const lasting = migration.steps.flatMap((step) => lastingSettings(step).map((name) => ({ step, name })));
    const settings = [...new Set(lasting.map(({ name }) => name))].filter((name) => isChanged(name, last));
    const first = lasting.find(({ name }) => settings.includes(name));
    if (first === undefined) return [];
    const { step } = first;
    return [{ migration: migration.index, step: step.index, settings, inTransaction: step.inTransaction }];
  },

  message({ settings }) {
    const what = settings.length === 1 ? `${settings[0] ?? ''} stays` : `${settings.join(', ')} stay`;
    return `${what} set when the migration is done: whatever uses the connection next, a migration or a client of the pool, runs with ${settings.length === 1 ? 'it' : 'them'}`;
  },

  help({ inTransaction, settings }) {
    return inTransaction
      ? 'Use SET LOCAL, which ends with the transaction.'
      : `Put it back at the end with RESET ${settings[0] ?? ''}.`;
  },

  repair({ settings, inTransaction }): Repair | null {
    if (inTransaction) return null;
    return {
      summary: 'put it back at the end of the migration',
      steps: settings.map((name) => ({ run: 'statement', transaction: 'same', sql: `RESET ${name};` })),
    };
  },
});

/** psql runs a file and ends; Supabase resets the session before each migration. */
function closesItsSession({ tool, transaction }: RunMigration): boolean {
  return tool === 'sqitch' || tool === 'supabase' || (tool === 'sql' && transaction === 'unknown');
}

function lastingSettings(step: Step): readonly string[] {
  if (step.rolledBack) return [];
  return settingsSet(step).flatMap(({ name, local }) =>
    !local && Object.hasOwn(DEFAULTS, name) ? [name] : [],
  );
}

function isChanged(name: string, last: Step): boolean {
  const value = settingOf(last.after, name);
  if (value === undefined || value === last.after.startSettings.get(name)) return false;
  return value === null || !(DEFAULTS[name] ?? []).includes(value.toLowerCase());
}

/** The settings that change what a later statement means or may do, with what a server has without them. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  search_path: ['"$user", "public"', '"public"'],
  role: ['none'],
  session_authorization: [],
  timezone: [],
  row_security: ['on', 'true', '1'],
  check_function_bodies: ['on', 'true', '1'],
  session_replication_role: ['origin'],
  lock_timeout: ['0'],
  statement_timeout: ['0'],
  transaction_timeout: ['0'],
  idle_in_transaction_session_timeout: ['0'],
};
