import type { Host, Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import { joinSql, quoteLiteral, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';

/** A data type of Sequelize with what it was given: `DataTypes.STRING(40)`. */
export interface DataType {
  readonly key: string;
  readonly args: readonly Value[];
  readonly isBinary: boolean;
}

const types = new WeakMap<Host, DataType>();

/** The type that a value is, if it is one. */
export function dataType(value: Value | undefined): DataType | undefined {
  return value?.kind === 'host' ? types.get(value.host) : undefined;
}

/** Every type of `DataTypes`, and the default values that look like types. */
export const DATA_TYPES = [
  'STRING',
  'CHAR',
  'TEXT',
  'CITEXT',
  'NUMBER',
  'TINYINT',
  'SMALLINT',
  'MEDIUMINT',
  'INTEGER',
  'BIGINT',
  'FLOAT',
  'REAL',
  'DOUBLE',
  'DOUBLE PRECISION',
  'DECIMAL',
  'NUMERIC',
  'BOOLEAN',
  'TIME',
  'DATE',
  'DATEONLY',
  'HSTORE',
  'JSON',
  'JSONB',
  'NOW',
  'BLOB',
  'RANGE',
  'UUID',
  'UUIDV1',
  'UUIDV4',
  'VIRTUAL',
  'ENUM',
  'ARRAY',
  'GEOMETRY',
  'GEOGRAPHY',
  'CIDR',
  'INET',
  'MACADDR',
  'TSVECTOR',
  'ABSTRACT',
] as const;

const NAMES: ReadonlySet<string> = new Set(DATA_TYPES);

/** Whether the library has a type of that name. */
export function isDataType(key: string): boolean {
  return NAMES.has(key);
}

export function typeHost(key: string, args: readonly Value[] = [], isBinary = false): HostValue {
  const make = (given: readonly Value[]): HostValue => typeHost(key, given, isBinary);
  const host: Host = {
    name: `DataTypes.${key}`,
    call: make,
    construct: make,
    read: (name) => {
      if (name === 'BINARY') return typeHost(key, args, true);
      if (['UNSIGNED', 'ZEROFILL', 'PRECISION', 'SCALE'].includes(name)) return typeHost(key, args, isBinary);
      return undefined;
    },
    text: (site) => typeSql({ key, args, isBinary }, site),
  };
  types.set(host, { key, args, isBinary });
  return { kind: 'host', host };
}

/** Default values that the library fills in itself, so that the database gets none. */
export function isFilledIn(type: DataType): boolean {
  return type.key === 'NOW' || type.key === 'UUIDV1' || type.key === 'UUIDV4';
}

/** The values of an enumeration, also of an array of one. */
export function enumValues(type: DataType): readonly Value[] | undefined {
  const [first] = type.args;
  if (type.key === 'ARRAY') {
    const inner = dataType(first?.kind === 'object' ? first.entries.get('type') : first);
    return inner === undefined ? undefined : enumValues(inner);
  }
  if (type.key !== 'ENUM') return undefined;
  if (first?.kind === 'array') return first.open === undefined ? first.items : [...first.items, first.open];
  if (first?.kind === 'object') {
    const values = first.entries.get('values');
    return values?.kind === 'array' ? values.items : [];
  }
  return type.args;
}

/** The type as SQL. An enumeration is a type with a name of its own, which the caller knows. */
export function typeSql(type: DataType, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const [first, second] = type.args;
  const option = (name: string, positional: Value | undefined): Value | undefined =>
    first?.kind === 'object' ? first.entries.get(name) : positional;
  switch (type.key) {
    case 'STRING':
    case 'CHAR': {
      if (type.isBinary || truth(option('binary', second) ?? UNDEFINED) === true) return sql`BYTEA`;
      return sql`${type.key === 'CHAR' ? 'CHAR' : 'VARCHAR'}(${given(option('length', first)) ? sqlValue(option('length', first), at) : '255'})`;
    }
    case 'DATE':
      return sql`TIMESTAMP WITH TIME ZONE`;
    case 'DATEONLY':
      return sql`DATE`;
    case 'BLOB':
      return sql`BYTEA`;
    case 'DOUBLE':
      return sql`DOUBLE PRECISION`;
    case 'NUMERIC':
    case 'DECIMAL': {
      const parts = [option('precision', first), option('scale', second)]
        .filter(given)
        .map((part) => sqlValue(part, at));
      return parts.length === 0 ? sql`DECIMAL` : sql`DECIMAL(${joinSql(parts, ',', at)})`;
    }
    case 'FLOAT': {
      const length = option('length', first);
      return given(length) && !given(option('decimals', second))
        ? sql`FLOAT(${sqlValue(length, at)})`
        : sql`FLOAT`;
    }
    case 'ARRAY': {
      const inner = dataType(option('type', first));
      return inner === undefined
        ? sql`${sqlValue(option('type', first), at, 'the type')}[]`
        : sql`${typeSql(inner, site)}[]`;
    }
    case 'RANGE': {
      const inner = dataType(option('subtype', first))?.key ?? 'INTEGER';
      return sql`${RANGES[inner] ?? 'int4range'}`;
    }
    case 'GEOMETRY':
    case 'GEOGRAPHY': {
      const kind = option('type', first);
      const srid = option('srid', second);
      if (!given(kind)) return sql`${type.key}`;
      return sql`${type.key}(${sqlValue(kind, at)}${given(srid) ? sql`,${sqlValue(srid, at)}` : ''})`;
    }
    case 'ENUM': {
      const values = (enumValues(type) ?? []).map((value) => quoteLiteral(sqlValue(value, at), at));
      return sql`ENUM(${joinSql(values, ', ', at)})`;
    }
  }
  return sql`${type.key}`;
}

const RANGES: Readonly<Record<string, string>> = {
  INTEGER: 'int4range',
  BIGINT: 'int8range',
  DECIMAL: 'numrange',
  DATEONLY: 'daterange',
  DATE: 'tstzrange',
};

function given(value: Value | undefined): value is Value {
  return value !== undefined && truth(value) !== false;
}
