import type { Site } from '../../javascript/host';
import { sqlLiteral } from '../../javascript/sql-literal';
import { tagFunction, templateSql, templateTag } from '../../javascript/sql-template';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { jsonText } from '../../javascript/json-text';
import { quoteLiteral } from '../../javascript/sql-text';
import { textOf } from '../../javascript/text';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';

/** A piece of SQL of Slonik: it is sent by what it is given to. */
function token(text: TextValue): HostValue {
  return {
    kind: 'host',
    host: { name: 'sql', text: () => text, read: (key) => (key === 'sql' ? text : undefined) },
  };
}

const make =
  (build: (args: readonly Value[], site: Site) => TextValue) =>
  (args: readonly Value[], site: Site): Value =>
    token(build(args, site));

const template = make((args, site) => templateSql(args, site, sqlLiteral));

/** Tags that hang on `sql`, and those that are made by calling it with a type first. */
const TAGS: ReadonlySet<string> = new Set(['unsafe', 'fragment']);
const TAG_MAKERS: ReadonlySet<string> = new Set(['type', 'typeAlias']);

const FUNCTIONS: Readonly<Record<string, (args: readonly Value[], site: Site) => TextValue>> = {
  identifier: ([names], site) => {
    const parts =
      names?.kind === 'array' ? [...names.items, ...(names.open === undefined ? [] : [names.open])] : [names];
    return joinSql(
      parts.map((part) => quoteName(sqlValue(part, site.at, 'the name'), site.at)),
      '.',
      site.at,
    );
  },
  join: ([list, separator = UNDEFINED], site) => {
    const items =
      list?.kind === 'array' ? [...list.items, ...(list.open === undefined ? [] : [list.open])] : [];
    const between = sqlLiteral(separator, site);
    const pieces = items.flatMap((item, index) => [
      ...(index > 0 ? between.pieces : []),
      ...sqlLiteral(item, site).pieces,
    ]);
    return { kind: 'text', pieces };
  },
  json: ([value = UNDEFINED], site) => json(value, 'json', site),
  jsonb: ([value = UNDEFINED], site) => json(value, 'jsonb', site),
  array: ([list, type], site) => {
    const items = list?.kind === 'array' ? list.items.map((item) => sqlLiteral(item, site)) : [];
    const sql = sqlAt(site.at);
    const member =
      type?.kind === 'host' ? sqlLiteral(type, site) : sql`${sqlValue(type, site.at, 'the type')}[]`;
    return sql`array[${joinSql(items, ', ', site.at)}]::${member}`;
  },
  literalValue: ([value = UNDEFINED], site) => sqlLiteral(value, site),
  raw: ([text], site) => sqlValue(text, site.at, 'the SQL'),
  date: ([value = UNDEFINED], site) => sqlAt(site.at)`${sqlLiteral(value, site)}::date`,
  timestamp: ([value = UNDEFINED], site) => sqlAt(site.at)`${sqlLiteral(value, site)}::timestamptz`,
  uuid: ([value = UNDEFINED], site) => sqlAt(site.at)`${sqlLiteral(value, site)}::uuid`,
};

/** The tag `sql` of Slonik. */
export function slonikTag(): HostValue {
  return templateTag('sql', template, (key) => {
    if (TAGS.has(key)) return tagFunction(`sql.${key}`, template);
    if (TAG_MAKERS.has(key)) return tagFunction(`sql.${key}`, () => tagFunction(`sql.${key}`, template));
    const build = Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined;
    return build === undefined ? undefined : tagFunction(`sql.${key}`, make(build));
  });
}

/** `raw('…')` of slonik-sql-tag-raw. */
export function rawFunction(): HostValue {
  return tagFunction(
    'raw',
    make(([text], site) => sqlValue(text, site.at, 'the SQL')),
  );
}

function json(value: Value, type: string, site: Site): TextValue {
  const text = quoteLiteral(textOf(jsonText([value], site), site), site.at);
  return sqlAt(site.at)`${text}::${type}`;
}
