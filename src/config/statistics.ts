import * as v from 'valibot';
import type { RuleOptions } from '../rules/rule';
import { didYouMean } from './did-you-mean';
import { UserError } from './user-error';

const COUNT = v.pipe(v.number(), v.minValue(0));

const RELATION = v.strictObject({
  rows: COUNT,
  bytes: v.exactOptional(COUNT),
  writesPerSecond: v.exactOptional(COUNT),
  lastValue: v.exactOptional(v.number()),
});

/** A statistics file: tables by `schema.name`, or `name` in the schema that everybody has, with their rows. */
const STATISTICS = v.record(v.string(), RELATION);

/**
 * What a statistics file says of a live database: JSON, read as data. Throws a UserError that says what stands there and what is
 * allowed.
 */
export function parseStatistics(path: string, text: string): NonNullable<RuleOptions['statistics']> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw new UserError(`${path}: the statistics must be an object with a table for each key`);
  const result = v.safeParse(STATISTICS, value);
  if (result.success) return result.output;
  throw new UserError(`${path}: ${inWords(result.issues[0])}`);
}

function inWords(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const [table = '', name = ''] = keys;
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `"${table}" has no figure "${name}"${didYouMean(name, Object.keys(RELATION.entries))}`;
  if (keys.length < 2) return `"${table}" is ${issue.received}; expected an object with its "rows"`;
  if (issue.received === 'undefined') return `"${table}" lacks its "${name}"`;
  return `"${table}.${name}" is ${issue.received}; expected a number${name === 'lastValue' ? '' : ' from 0 on'}`;
}
