import type { Options } from '../../javascript/options';
import { joinSql, quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue } from '../../javascript/value';
import type { TablePath } from './table-path';

/** A column as `CREATE TABLE` and `ADD` have it. */
export function columnSql(table: TablePath, column: Options): TextValue {
  const { at } = column;
  const sql = sqlAt(at);
  const type = column.word('type') ?? '';
  const strategy = column.word('generationStrategy');
  const isGenerated = column.flag('isGenerated');
  const parts: TextValue[] = [quoteName(column.text('name') ?? sqlValue(undefined, at, 'the column'), at)];
  if (isGenerated && strategy !== 'uuid') {
    if (strategy === 'identity') {
      parts.push(sql`${type} GENERATED ${column.text('generatedIdentity') ?? 'BY DEFAULT'} AS IDENTITY`);
    } else {
      const serial = SERIALS[type];
      if (serial !== undefined) parts.push(sql`${serial}`);
    }
  }
  if (isEnum(column)) parts.push(sql`${enumName(table, column)}${column.flag('isArray') ? ' array' : ''}`);
  else if (!isGenerated || type === 'uuid') parts.push(fullType(column));
  const expression = column.text('asExpression');
  if (column.word('generatedType') === 'STORED' && expression !== undefined) {
    parts.push(sql`GENERATED ALWAYS AS (${expression}) STORED`);
  }
  const collation = column.text('collation');
  if (collation !== undefined) parts.push(sql`COLLATE ${quoteName(collation, at)}`);
  if (!column.flag('isNullable')) parts.push(sql`NOT NULL`);
  const given = column.text('default');
  if (given !== undefined) parts.push(sql`DEFAULT ${given}`);
  else if (isGenerated && strategy === 'uuid') parts.push(sql`DEFAULT uuid_generate_v4()`);
  return joinSql(parts, ' ', at);
}

export function isEnum(column: Options): boolean {
  const type = column.word('type');
  return type === 'enum' || type === 'simple-enum';
}

/** The type that TypeORM makes for an enumeration: named by the column, in the schema of the table. */
export function enumName(table: TablePath, column: Options): TextValue {
  const { at } = column;
  const sql = sqlAt(at);
  const own = column.text('enumName');
  const columnName = knownText(column.value('name'))?.toLowerCase() ?? column.text('name') ?? '';
  const name = own ?? sql`${table.name}_${columnName}_enum`;
  const path = knownText(name)?.split('.');
  if (path !== undefined && path.length > 1)
    return joinSql(
      path.map((part) => quoteName(part, at)),
      '.',
      at,
    );
  return table.schema === undefined
    ? quoteName(name, at)
    : sql`${quoteName(table.schema, at)}.${quoteName(name, at)}`;
}

export function createEnumSql(table: TablePath, column: Options): TextValue {
  const { at } = column;
  const values = column.list('enum').map((value) => quoteLiteral(sqlValue(value, at), at));
  return sqlAt(at)`CREATE TYPE ${enumName(table, column)} AS ENUM(${joinSql(values, ', ', at)})`;
}

/** The type with its length, precision, scale and array mark. */
export function fullType(column: Options): TextValue {
  const { at } = column;
  const sql = sqlAt(at);
  const type = column.word('type');
  const written =
    type === undefined ? (column.text('type') ?? sqlValue(undefined, at, 'the type')) : sql`${type}`;
  const array = column.flag('isArray') ? ' array' : '';
  const precision = column.text('precision');
  const scale = column.text('scale');
  const length = column.text('length');
  const [before, after] = TIMES[type ?? ''] ?? [];
  if (before !== undefined) {
    return sql`${before}${precision === undefined ? '' : sql`(${precision})`}${after ?? ''}${array}`;
  }
  const feature = column.text('spatialFeatureType');
  if (type === 'geometry' || type === 'geography') {
    const srid = column.text('srid');
    const inner = feature === undefined ? undefined : srid === undefined ? feature : sql`${feature},${srid}`;
    return sql`${written}${inner === undefined ? '' : sql`(${inner})`}${array}`;
  }
  const hasLength = length !== undefined && length.pieces.length > 0;
  const inner = hasLength
    ? length
    : precision !== undefined && scale !== undefined
      ? sql`${precision},${scale}`
      : precision;
  return sql`${written}${inner === undefined ? '' : sql`(${inner})`}${array}`;
}

const SERIALS: Readonly<Record<string, string>> = {
  integer: 'SERIAL',
  int: 'SERIAL',
  int4: 'SERIAL',
  smallint: 'SMALLSERIAL',
  int2: 'SMALLSERIAL',
  bigint: 'BIGSERIAL',
  int8: 'BIGSERIAL',
};

const TIMES: Readonly<Record<string, readonly [string, string]>> = {
  'time without time zone': ['TIME', ''],
  'time with time zone': ['TIME', ' WITH TIME ZONE'],
  'timestamp without time zone': ['TIMESTAMP', ''],
  'timestamp with time zone': ['TIMESTAMP', ' WITH TIME ZONE'],
};
