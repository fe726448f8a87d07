import type { Column } from '../../../src/analysis/catalog/relation';
import { nameOf } from './world';
import type { World } from './world';

/** A type for a new column, as a statement writes it. */
export function someType(world: World): string {
  const own = world.types
    .filter(({ kind }) => kind === 'enum' || kind === 'domain')
    .map((type) => nameOf(type));
  return world.choose.maybe([...TYPES, ...own, ...own, ...own]) ?? 'int';
}

const TYPES = [
  'int',
  'bigint',
  'smallint',
  'text',
  'varchar(20)',
  'varchar(50)',
  'varchar',
  'numeric(10,2)',
  'numeric(12,2)',
  'numeric',
  'timestamptz',
  'timestamp',
  'timestamp(3)',
  'date',
  'boolean',
  'uuid',
  'jsonb',
  'text[]',
  'char(4)',
];

/** An expression over `g` (1, 2, 3) that gives a value of the column's type. */
export function valueFor(world: World, column: Column): string {
  const { type } = column;
  if (type === null) return 'NULL';
  if (type.arrayDimensions > 0) return "'{}'";
  const own = world.typeOf(column);
  if (own?.kind === 'enum') return `'${own.values[0] ?? ''}'`;
  const base = own?.kind === 'domain' ? own.type.name : type.name;
  return VALUES[base] ?? 'g';
}

const VALUES: Readonly<Record<string, string>> = {
  text: "'a' || g",
  varchar: "'a' || g",
  bpchar: "'a' || g",
  timestamptz: "timestamptz '2024-01-01' + g * interval '1 day'",
  timestamp: "timestamp '2024-01-01' + g * interval '1 day'",
  date: "date '2024-01-01' + g::int",
  bool: 'true',
  uuid: 'md5(g::text)::uuid',
  jsonb: "'{}'",
  int4range: 'int4range(g::int, g::int + 1)',
  daterange: "daterange('2024-01-01', '2024-02-01')",
};

/** A default for a column of the type: constant, stable or volatile. */
export function someDefault(world: World, type: string): string {
  const base = type.replace(/\(.*/, '');
  return world.choose.maybe(DEFAULTS[base] ?? ['NULL']) ?? 'NULL';
}

const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  int: ['0', '1 + 1', '(random() * 10)::int'],
  bigint: ['0', '(random() * 10)::bigint'],
  smallint: ['1'],
  text: ["'new'", 'current_user', 'md5(random()::text)'],
  varchar: ["'new'", "lower('X')"],
  char: ["'x'"],
  numeric: ['0', '1.5'],
  timestamptz: ['now()', 'clock_timestamp()', "'2024-01-01'"],
  timestamp: ['now()', 'clock_timestamp()', "'2024-01-01'"],
  date: ['current_date', "'2024-01-01'"],
  boolean: ['false', 'true'],
  uuid: ["'00000000-0000-0000-0000-000000000000'", 'md5(random()::text)::uuid'],
  jsonb: ["'{}'", "'[]'::jsonb"],
};

/** A condition on a column that the rows of `valueFor` meet. */
export function conditionOn(world: World, { name, type }: Column): string {
  const numeric = ['int2', 'int4', 'int8', 'numeric'].includes(type?.name ?? '');
  const text = ['text', 'varchar'].includes(type?.name ?? '');
  if (type?.arrayDimensions === 0 && numeric) {
    return world.choose.one([`${name} > 0`, `${name} IS NOT NULL`, `${name} > 0 AND ${name} < 1000000`]);
  }
  if (type?.arrayDimensions === 0 && text) return world.choose.one([`${name} <> ''`, `length(${name}) > 0`]);
  return `${name} IS NOT NULL`;
}
