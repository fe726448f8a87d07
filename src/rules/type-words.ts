import type { TypeName } from '../postgres/type-name';

/** The names that people write for types that the catalog calls otherwise. */
const CATALOG_NAMES: Readonly<Record<string, string>> = {
  char: 'bpchar',
  character: 'bpchar',
  'character varying': 'varchar',
  integer: 'int4',
  int: 'int4',
  smallint: 'int2',
  bigint: 'int8',
  decimal: 'numeric',
  real: 'float4',
  float: 'float8',
  'double precision': 'float8',
  boolean: 'bool',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
};

const WRITTEN_NAMES: Readonly<Record<string, string>> = {
  bpchar: 'char',
  int4: 'integer',
  int2: 'smallint',
  int8: 'bigint',
  float8: 'double precision',
  float4: 'real',
  bool: 'boolean',
};

/** A type in a message: `varchar(20)`, `integer[]`. */
export function typeInWords({ schema, name, modifiers, arrayDimensions }: TypeName): string {
  const base = `${schema === null ? '' : `${schema}.`}${schema === null ? (WRITTEN_NAMES[name] ?? name) : name}`;
  return `${base}${modifiers.length === 0 ? '' : `(${modifiers.join(',')})`}${arrayDimensions > 0 ? '[]' : ''}`;
}

/** Whether a type is one that a pattern of configuration names: `json`, `char(n)` (any length), `timestamp(0)`. */
export function isTypeOf(type: TypeName, pattern: string): boolean {
  const match = /^\s*([^()]+?)\s*(?:\(([^()]*)\)\s*([^()]*))?$/.exec(pattern.toLowerCase());
  if (match === null) return false;
  const [, before = '', modifiers, after = ''] = match;
  const written = `${before} ${after}`.trim();
  if (type.name !== (CATALOG_NAMES[written] ?? written)) return false;
  if (modifiers === undefined) return true;
  if (modifiers.trim() === 'n') return type.modifiers.length > 0;
  return modifiers.split(',').map(Number).join(',') === type.modifiers.join(',');
}
