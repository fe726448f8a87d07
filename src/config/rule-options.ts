import type { RuleOptions } from '../rules/rule';
import type { Config } from './config';

const UNITS: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** What rules are told of a configuration, defaults filled in. `minor`: the server's minor release, where one is named; `statistics`: of a live database. */
export function ruleOptions(
  config: Config,
  minor: number | null,
  statistics: RuleOptions['statistics'] | null = null,
): RuleOptions {
  const parameters = Object.entries(config.rules ?? {}).flatMap(
    ([id, entry]): [string, Record<string, unknown>][] => (typeof entry === 'string' ? [] : [[id, entry]]),
  );
  return {
    lockTimeout: {
      setBy: config.lockTimeout?.setBy ?? 'migration',
      limit: config.lockTimeout?.limit === undefined ? 5000 : milliseconds(config.lockTimeout.limit),
    },
    staging: config.staging ?? [],
    publications: config.publications ?? [],
    minor,
    ...(statistics === null || statistics === undefined ? {} : { statistics }),
    parameters: Object.fromEntries(parameters),
  };
}

function milliseconds(time: number | string): number {
  if (typeof time === 'number') return time;
  const [, digits = '0', unit = 'ms'] = /^\s*([\d.]+)\s*([a-z]*)\s*$/.exec(time) ?? [];
  return Number(digits) * (UNITS[unit === '' ? 'ms' : unit] ?? 1);
}
