import type { Site } from '../../javascript/host';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { wrapName } from '../knex/names';

/** The name of a table, index, view or type, in the schema that `withSchema` named unless it brings its own. */
export function objectName(value: Value | undefined, schema: Value | undefined, site: Site): TextValue {
  const name = wrapName(value, site);
  const isPlain = value?.kind !== 'host' && knownText(value)?.includes('.') !== true;
  return schema === undefined || !isPlain ? name : sqlAt(site.at)`${wrapName(schema, site)}.${name}`;
}

/** A name that has no schema: of a column, a constraint. */
export function plainName(value: Value | undefined, site: Site): TextValue {
  if (value?.kind === 'host')
    return value.host.text?.(site) ?? quoteName(sqlValue(undefined, site.at), site.at);
  return quoteName(sqlValue(value, site.at, 'the name'), site.at);
}

/** Names in parentheses. */
export function nameList(value: Value | undefined, site: Site): TextValue {
  const items =
    value?.kind === 'array' ? [...value.items, ...(value.open === undefined ? [] : [value.open])] : [];
  const names = items.map((item) => plainName(item, site));
  return sqlAt(site.at)`(${joinSql(names, ', ', site.at)})`;
}

const ORDERED = /^(.*?)\s+(asc|desc)$/i;

/** A column with its direction: `'created_at desc'`. */
export function orderedColumn(value: Value | undefined, site: Site): TextValue {
  const match = ORDERED.exec(knownText(value)?.trim() ?? '');
  const sql = sqlAt(site.at);
  if (match?.[1] === undefined || match[2] === undefined) return wrapName(value, site);
  return sql`${quoteName(match[1], site.at)} ${match[2].toLowerCase()}`;
}
