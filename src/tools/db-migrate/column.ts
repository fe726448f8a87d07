import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { joinSql, quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';

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
  BIG_INTEGER: 'bigint',
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

export function typeSql(spec: Options): TextValue {
  const sql = sqlAt(spec.at);
  if (spec.flag('autoIncrement'))
    return sql`${knownText(spec.value('type')) === 'bigint' ? 'BIGSERIAL' : 'SERIAL'}`;
  const sizes = [spec.text('length') ?? spec.text('precision'), spec.text('scale')].filter(
    (size) => size !== undefined,
  );
  return sizes.length === 0 ? typeName(spec) : sql`${typeName(spec)} (${joinSql(sizes, ', ', spec.at)})`;
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
    case 'number':
    case 'boolean':
    case 'undefined':
    case 'unknown':
    case 'regexp':
    case 'array':
    case 'object':
    case 'function':
    case 'class':
    case 'choice':
      return sqlValue(value, site.at, 'the default');
  }
}

/** A column of CREATE TABLE or ADD COLUMN. A key of several columns is written behind them all. */
export function columnSql(name: Value, spec: Options, site: Site, isOnlyKey: boolean): TextValue {
  const sql = sqlAt(site.at);
  const value = spec.value('defaultValue');
  return joinSql(
    [
      quoteName(sqlValue(name, site.at, 'the name'), site.at),
      typeSql(spec),
      ...(spec.flag('primaryKey') && isOnlyKey ? [sql`PRIMARY KEY`] : []),
      ...(spec.flag('notNull') ? [sql`NOT NULL`] : []),
      ...(spec.flag('unique') ? [sql`UNIQUE`] : []),
      ...(value === undefined ? [] : [sql`DEFAULT ${defaultSql(value, site)}`]),
    ],
    ' ',
    site.at,
  );
}
