import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { sqlAt } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import type { Steps } from './words';
import { nameSql, phrase, rawSql, typeSql, when } from './words';

/** The options of a sequence, also of an identity column. */
export function sequenceOptions(options: Options, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const type = options.value('type');
  const number = (key: string, words: string): TextValue | undefined => {
    const value = options.value(key);
    return value === undefined || isOff(value) ? undefined : sql`${words} ${rawSql(value, site, key)}`;
  };
  const limit = (key: string, words: string): TextValue | undefined => {
    const value = options.value(key);
    return value !== undefined && isOff(value) ? sql`NO ${words}` : number(key, words);
  };
  const owner = options.value('owner');
  const cycle = options.has('cycle') ? (options.flag('cycle') ? 'CYCLE' : 'NO CYCLE') : undefined;
  return phrase(
    [
      type && sql`AS ${typeSql(type, site)}`,
      number('increment', 'INCREMENT BY'),
      limit('minvalue', 'MINVALUE'),
      limit('maxvalue', 'MAXVALUE'),
      number('start', 'START WITH'),
      number('cache', 'CACHE'),
      cycle,
      owner && (isOff(owner) ? 'OWNED BY NONE' : sql`OWNED BY ${rawSql(owner, site, 'the owner')}`),
    ],
    site,
  );
}

function isOff(value: Value): boolean {
  return value.kind === 'null' || (value.kind === 'boolean' && !value.value);
}

export const SEQUENCES: Readonly<Record<string, Steps>> = {
  createSequence: ({ args, site, options }) => {
    const given = options(args[1]);
    const head = sqlAt(
      site.at,
    )`CREATE ${when(given, 'temporary', 'TEMPORARY ')}SEQUENCE ${when(given, 'ifNotExists', 'IF NOT EXISTS ')}${nameSql(args[0], site)}`;
    return [phrase([head, sequenceOptions(given, site)], site)];
  },
  alterSequence: ({ args, site, options }) => {
    const given = options(args[1]);
    const sql = sqlAt(site.at);
    const restart = given.value('restart');
    const restarted =
      restart === undefined
        ? undefined
        : restart.kind === 'boolean'
          ? restart.value
            ? sql`RESTART`
            : undefined
          : sql`RESTART WITH ${rawSql(restart, site, 'restart')}`;
    return [
      phrase([sql`ALTER SEQUENCE ${nameSql(args[0], site)}`, sequenceOptions(given, site), restarted], site),
    ];
  },
};
