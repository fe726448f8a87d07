import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { sqlLiteral } from '../../javascript/sql-literal';
import type { SqlPart } from '../../javascript/sql-text';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';

/** A name: a string, or `{ schema, name }`. */
export function nameSql(value: Value | undefined, site: Site): TextValue {
  const { at } = site;
  if (value?.kind === 'host')
    return value.host.text?.(site) ?? quoteName(sqlValue(undefined, at, 'the name'), at);
  if (value?.kind !== 'object') return quoteName(sqlValue(value, at, 'the name'), at);
  const name = quoteName(sqlValue(value.entries.get('name'), at, 'the name'), at);
  const schema = value.entries.get('schema');
  return schema === undefined || schema.kind === 'undefined'
    ? name
    : sqlAt(at)`${quoteName(sqlValue(schema, at, 'the schema'), at)}.${name}`;
}

/** The name without its schema, if it is known: generated names are made of it. */
export function bareName(value: Value | undefined): string | undefined {
  return knownText(value?.kind === 'object' ? value.entries.get('name') : value);
}

/** One value or a list of them, as a list. */
export function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'undefined' || value.kind === 'null') return [];
  return value.kind === 'array'
    ? [...value.items, ...(value.open === undefined ? [] : [value.open])]
    : [value];
}

export function namesSql(value: Value | undefined, site: Site): TextValue {
  return joinSql(
    listOf(value).map((name) => nameSql(name, site)),
    ', ',
    site.at,
  );
}

/** A value as the library writes it: lists as arrays, `pgm.func` as it is. */
export function valueSql(value: Value | undefined, site: Site): TextValue {
  if (value?.kind !== 'array') return sqlLiteral(value ?? UNDEFINED, site);
  const items = listOf(value).map((item) => valueSql(item, site));
  return sqlAt(site.at)`ARRAY[${joinSql(items, ', ', site.at)}]`;
}

/** Text that stands in the SQL as it is. */
export function rawSql(value: Value | undefined, site: Site, what: string): TextValue {
  return value?.kind === 'host'
    ? (value.host.text?.(site) ?? sqlValue(undefined, site.at, what))
    : sqlValue(value, site.at, what);
}

const TYPES: Readonly<Record<string, string>> = {
  int: 'integer',
  string: 'text',
  float: 'real',
  double: 'double precision',
  datetime: 'timestamp',
  bool: 'boolean',
};

export function typeSql(value: Value | undefined, site: Site): TextValue {
  const adapted = TYPES[knownText(value) ?? ''];
  return adapted === undefined ? rawSql(value, site, 'the type') : sqlAt(site.at)`${adapted}`;
}

/** `word` and a blank where the option is set. */
export function when(options: Options, key: string, words: string): string {
  return options.flag(key) ? words : '';
}

/** The parts that there are, joined by blanks. */
export function phrase(parts: readonly (SqlPart | undefined)[], site: Site): TextValue {
  const present = parts.filter((part): part is SqlPart => part !== undefined && part !== '');
  return joinSql(present, ' ', site.at);
}

/** One call of `pgm`. */
export interface PgmCall {
  readonly args: readonly Value[];
  readonly site: Site;
  options(value: Value | undefined): Options;
  /** Types that have a name in this migration: `exports.shorthands`. */
  readonly shorthands: ReadonlyMap<string, Value>;
}

/** What a call sends: each text is one call to the database. */
export type Steps = (call: PgmCall) => readonly TextValue[];
