import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { joinSql, quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { ObjectValue, TextValue, Value } from '../../javascript/value';

/** The types of db-migrate that PostgreSQL spells otherwise. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  datetime: 'TIMESTAMP',
  blob: 'BYTEA',
  binary: 'BYTEA',
  int: 'INTEGER',
  long: 'BIGINT',
  double: 'DOUBLE PRECISION',
};

/** The names of `dataType`, as migrations write them. */
export const DATA_TYPES: Readonly<Record<string, string>> = {
  CHAR: 'char',
  STRING: 'string',
  TEXT: 'text',
  SMALL_INTEGER: 'smallint',
  SMALLINT: 'smallint',
  BIG_INTEGER: 'bigint',
  BIGINT: 'bigint',
  INTEGER: 'int',
  REAL: 'real',
  DATE: 'date',
  DATE_TIME: 'datetime',
  TIME: 'time',
  BLOB: 'blob',
  TIMESTAMP: 'timestamp',
  BINARY: 'binary',
  BOOLEAN: 'boolean',
  DECIMAL: 'decimal',
  UUID: 'uuid',
};

/** The type of a column without its length. */
export function typeName(spec: Options): TextValue {
  const sql = sqlAt(spec.at);
  const type = knownText(spec.value('type'));
  return type === undefined
    ? sqlValue(spec.value('type'), spec.at, 'the type')
    : sql`${TYPES[type.toLowerCase()] ?? type}`;
}

/** The type with its length: `precision` and `scale` are not written. */
export function typeSql(spec: Options): TextValue {
  const sql = sqlAt(spec.at);
  const length = spec.text('length');
  return length === undefined ? typeName(spec) : sql`${typeName(spec)} (${length})`;
}

/** The type that a new column gets: a key that counts is of a serial type, and times may have a zone. */
function newTypeSql(spec: Options): TextValue {
  const sql = sqlAt(spec.at);
  if (spec.flag('primaryKey') && spec.flag('autoIncrement'))
    return sql`${knownText(spec.value('type')) === 'bigint' ? 'BIGSERIAL' : 'SERIAL'}`;
  const zone = spec.flag('timezone') && !/tz$/i.test(knownText(spec.value('type')) ?? '');
  return zone ? sql`${typeSql(spec)} WITH TIME ZONE` : typeSql(spec);
}

/** A default: strings are quoted, `new String('now()')` and numbers are not. */
export function defaultSql(value: Value, site: Site): TextValue {
  const sql = sqlAt(site.at);
  switch (value.kind) {
    case 'text':
      return quoteLiteral(value, site.at);
    case 'null':
      return sql`NULL`;
    case 'host':
      return value.host.text?.(site) ?? sqlValue(undefined, site.at, 'the default');
    case 'object':
      return asItIs(value, site);
    case 'number':
    case 'boolean':
    case 'undefined':
    case 'unknown':
    case 'regexp':
    case 'array':
    case 'function':
    case 'class':
    case 'choice':
      return sqlValue(value, site.at, 'the default');
  }
}

/** `{ raw: 'now()' }`, `{ prep: 'now()' }`, `{ special: 'CURRENT_TIMESTAMP' }`. */
function asItIs({ entries }: ObjectValue, { at }: Site): TextValue {
  const written = entries.get('raw') ?? entries.get('special') ?? entries.get('prep');
  return sqlValue(written, at, 'the default');
}

/** A column of CREATE TABLE or ADD COLUMN, which writes no key. A key of several columns is written behind them all. */
export function columnSql(name: Value, spec: Options, site: Site, isKey: boolean): TextValue {
  const sql = sqlAt(site.at);
  const value = spec.value('defaultValue');
  return joinSql(
    [
      quoteName(sqlValue(name, site.at, 'the name'), site.at),
      newTypeSql(spec),
      ...(spec.flag('primaryKey') && isKey ? [sql`PRIMARY KEY`] : []),
      ...(spec.flag('notNull') ? [sql`NOT NULL`] : []),
      ...(spec.flag('unique') ? [sql`UNIQUE`] : []),
      ...(value === undefined ? [] : [sql`DEFAULT ${defaultSql(value, site)}`]),
    ],
    ' ',
    site.at,
  );
}
