import type { Session, Settings } from './session';

/** Names of settings that count time, with the unit of a bare number in milliseconds. Source: guc_tables.c, GUC_UNIT_MS and GUC_UNIT_S. */
const TIMES: Readonly<Record<string, number>> = {
  lock_timeout: 1,
  statement_timeout: 1,
  transaction_timeout: 1,
  idle_in_transaction_session_timeout: 1,
  idle_session_timeout: 1,
  deadlock_timeout: 1,
};

const UNITS: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** A setting that holds a time: milliseconds, null where nothing sets it (the server's default), or `unknown`. */
export type TimeSetting = number | null | 'unknown';

/** lock_timeout in force, in milliseconds; 0 waits for ever. */
export function lockTimeout(session: Session): TimeSetting {
  return timeSetting(session, 'lock_timeout');
}

/** statement_timeout in force, in milliseconds; 0 is none. */
export function statementTimeout(session: Session): TimeSetting {
  return timeSetting(session, 'statement_timeout');
}

/** idle_in_transaction_session_timeout in force, in milliseconds; 0 is none. */
export function idleInTransactionTimeout(session: Session): TimeSetting {
  return timeSetting(session, 'idle_in_transaction_session_timeout');
}

/** The time zone of the session; null: the server's. */
export function timeZone(session: Session): string | null | 'unknown' {
  const value = session.settings.get('timezone');
  return value === undefined ? null : (value ?? 'unknown');
}

/** The schemas of search_path in order, `$user` left out; `public` where nothing sets it or it cannot be told. */
export function searchPath(session: Session): readonly string[] {
  const { settings } = session;
  if (settings !== asked.settings) asked = { settings, path: pathOf(settings.get('search_path')) };
  return asked.path;
}

function pathOf(value: string | null | undefined): readonly string[] {
  return value === undefined || value === null
    ? DEFAULT_PATH
    : splitNames(value).filter((name) => name !== '$user');
}

const DEFAULT_PATH: readonly string[] = ['public'];

/** The settings that were asked last: each look at a name asks for the path, and settings seldom change. */
let asked: { readonly settings: Settings | null; readonly path: readonly string[] } = {
  settings: null,
  path: DEFAULT_PATH,
};

/** A setting by name in any case; undefined: the server's default. null: cannot be told. */
export function settingOf(session: Session, name: string): string | null | undefined {
  return session.settings.get(settingName(name));
}

/** The name under which a setting is kept. */
export function settingName(name: string): string {
  return name.toLowerCase();
}

/**
 * The settings after SET: times in milliseconds, search_path a list of quoted names. `value` null goes back to what the session
 * began with. A value that the server refuses leaves them as they were; one with a placeholder in it cannot be told.
 */
export function withSetting(
  settings: Settings,
  start: Settings,
  name: string,
  value: string | null,
): Settings {
  const key = settingName(name);
  if (value === null || (value.toLowerCase() === 'default' && key !== 'search_path'))
    return restored(settings, start, key);
  const normal = normalise(key, value);
  return normal === undefined ? settings : settings.set(key, normal);
}

/** The session in which a function runs that has settings of its own. */
export function withSettingsOf(
  session: Session,
  { settings }: { readonly settings: Readonly<Record<string, string>> },
): Session {
  const own = Object.entries(settings);
  if (own.length === 0) return session;
  return {
    ...session,
    settings: own.reduce(
      (result, [name, value]) => withSetting(result, session.settings, name, value),
      session.settings,
    ),
  };
}

/** The session after that function: its settings are as they were, whatever it set itself. */
export function withoutSettingsOf(
  session: Session,
  before: Session,
  { settings }: { readonly settings: Readonly<Record<string, string>> },
): Session {
  const own = Object.keys(settings);
  if (own.length === 0) return session;
  return {
    ...session,
    settings: own.reduce(
      (result, name) => restored(result, before.settings, settingName(name)),
      session.settings,
    ),
  };
}

/** The settings after RESET of one name. */
export function restored(settings: Settings, start: Settings, key: string): Settings {
  const before = start.get(key);
  return before === undefined ? settings.delete(key) : settings.set(key, before);
}

/** The value as it is kept; undefined: the server refuses it. null: cannot be told. */
export function normalise(key: string, value: string): string | null | undefined {
  const unit = TIMES[key];
  if (unit !== undefined) return milliseconds(value, unit);
  if (key === 'search_path') {
    return splitNames(value)
      .map((name) => `"${name.replaceAll('"', '""')}"`)
      .join(', ');
  }
  return value;
}

function timeSetting(session: Session, name: string): TimeSetting {
  const value = session.settings.get(name);
  if (value === undefined) return null;
  return value === null ? 'unknown' : Number(value);
}

/** The number that the server reads: hexadecimal and fractions allowed, white space around the unit (guc.c, parse_int). */
function milliseconds(value: string, unit: number): string | null | undefined {
  const match = /^\s*([-+]?(?:0x[0-9a-f]+|\d*\.?\d+(?:e[-+]?\d+)?|\d+\.))\s*([a-z]*)\s*$/i.exec(value);
  if (match === null) return /^[\s\w.+-]*$/.test(value) ? undefined : null;
  const [, digits = '', word = ''] = match;
  const factor = word === '' ? unit : UNITS[word];
  if (factor === undefined) return undefined;
  const rounded = Math.round(Number(digits) * factor);
  return rounded < 0 ? undefined : String(rounded);
}

/** The names of a list as SET writes it: quoted ones as they are, others in lower case. */
export function splitNames(list: string): readonly string[] {
  const names: string[] = [];
  for (const match of list.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(?:,|$)/g)) {
    const [whole, quoted, bare] = match;
    if (quoted !== undefined) names.push(quoted.replaceAll('""', '"'));
    else if (bare !== undefined && bare !== '') names.push(bare.toLowerCase());
    if (whole === '') break;
  }
  return names;
}
