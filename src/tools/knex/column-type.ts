import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import { joinSql, quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { ObjectValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import type { ColumnState, TableState } from './table-state';
import { wrapName } from './names';

type TypeSql = (column: ColumnState, table: TableState) => TextValue;

const fixed =
  (type: string): TypeSql =>
  ({ site }) =>
    sqlAt(site.at)`${type}`;

/** The PostgreSQL type of each column method, by the method's name in lower case. */
export const COLUMN_TYPES: Readonly<Record<string, TypeSql>> = {
  tinyint: fixed('smallint'),
  smallint: fixed('smallint'),
  mediumint: fixed('integer'),
  int: fixed('integer'),
  integer: fixed('integer'),
  bigint: fixed('bigint'),
  biginteger: fixed('bigint'),
  float: fixed('real'),
  real: fixed('real'),
  double: fixed('double precision'),
  decimal: ({ args, site }) => {
    if (args[1]?.kind === 'null') return sqlAt(site.at)`decimal`;
    return sqlAt(site.at)`decimal(${numberOr(args[1], '8', site)}, ${numberOr(args[2], '2', site)})`;
  },
  bit: ({ args, site }) => {
    const length = args[1];
    return length?.kind === 'number' ? sqlAt(site.at)`bit(${String(length.value)})` : sqlAt(site.at)`bit`;
  },
  bool: fixed('boolean'),
  boolean: fixed('boolean'),
  serial: fixed('serial'),
  date: fixed('date'),
  time: fixed('time'),
  datetime: dateTime,
  timestamp: dateTime,
  geometry: fixed('geometry'),
  geography: fixed('geography'),
  point: fixed('point'),
  char: ({ args, site }) => sqlAt(site.at)`char(${numberOr(args[1], '1', site)})`,
  string: varchar,
  varchar,
  text: fixed('text'),
  tinytext: fixed('text'),
  mediumtext: fixed('text'),
  longtext: fixed('text'),
  binary: fixed('bytea'),
  varbinary: fixed('bytea'),
  blob: fixed('bytea'),
  json: fixed('json'),
  jsonb: fixed('jsonb'),
  uuid: keyed('uuid', false),
  increments: keyed('serial', true),
  bigincrements: keyed('bigserial', true),
  enum: enumeration,
  enu: enumeration,
  specifictype: ({ args, site }) => fragmentOf(args[1], site),
};

function varchar({ args, site }: ColumnState): TextValue {
  return sqlAt(site.at)`varchar(${numberOr(args[1], '255', site)})`;
}

function dateTime({ args, site }: ColumnState): TextValue {
  const [, first, second] = args;
  const sql = sqlAt(site.at);
  const options = first?.kind === 'object' ? first.entries : undefined;
  const useTz = options?.get('useTz');
  const withTz =
    options === undefined
      ? truth(first ?? UNDEFINED) !== true
      : useTz === undefined || truth(useTz) !== false;
  const precision = options === undefined ? second : options.get('precision');
  const hasPrecision = precision !== undefined && precision.kind !== 'undefined' && precision.kind !== 'null';
  return sql`${withTz ? 'timestamptz' : 'timestamp'}${hasPrecision ? sql`(${sqlValue(precision, site.at)})` : ''}`;
}

/** Types that can be the primary key by themselves, unless the table has one. */
function keyed(type: string, isKey: boolean): TypeSql {
  return ({ args, site }, table) => {
    const options = args.slice(1).find((arg): arg is ObjectValue => arg.kind === 'object');
    const primaryKey = options?.entries.get('primaryKey');
    const wanted = options === undefined ? isKey : truth(primaryKey ?? UNDEFINED) === true;
    const hasKey = table.commands.some(({ method }) => method === 'primary');
    return sqlAt(site.at)`${type}${wanted && !hasKey ? ' primary key' : ''}`;
  };
}

/** A text with a check, or a type of its own, which is created first unless it exists. */
function enumeration({ args, site }: ColumnState, table: TableState): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const [name, allowed, options] = args;
  const given =
    allowed?.kind === 'array' ? [...allowed.items, ...(allowed.open ? [allowed.open] : [])] : [allowed];
  const values = joinSql(
    given.map((value) => quoteLiteral(sqlValue(value, at, 'the values'), at)),
    ', ',
    at,
  );
  const entries = options?.kind === 'object' ? options.entries : undefined;
  if (truth(entries?.get('useNative') ?? UNDEFINED) !== true) {
    return sql`text check (${wrapName(name, site)} in (${values}))`;
  }
  const type = quoteName(sqlValue(entries?.get('enumName'), at, 'the type'), at);
  const schemaName = entries?.get('schemaName');
  const schema = schemaName !== undefined && truth(schemaName) !== false ? schemaName : table.schema;
  const path = schema === undefined ? type : sql`${quoteName(sqlValue(schema, at), at)}.${type}`;
  if (truth(entries?.get('existingType') ?? UNDEFINED) !== true) {
    table.before.push({ sql: sql`create type ${path} as enum (${values})`, guard: site.run.guard });
  }
  return path;
}

/** A number, or the default that Knex takes for anything that is none. */
function numberOr(value: Value | undefined, missing: string, { at }: Site): TextValue {
  const text = knownText(value);
  if (value?.kind === 'number' || value?.kind === 'unknown') return sqlValue(value, at);
  return sqlAt(at)`${text !== undefined && /^\d+$/.test(text) ? text : missing}`;
}

/** A raw fragment, or a string that is taken as it is. */
export function fragmentOf(value: Value | undefined, site: Site): TextValue {
  return value?.kind === 'host'
    ? (value.host.text?.(site) ?? sqlValue(undefined, site.at))
    : sqlValue(value, site.at);
}
