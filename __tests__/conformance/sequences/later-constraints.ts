import type { Subcommand } from './alter';
import { referenceable } from './create';
import { conditionOn } from './values';
import { nameOf } from './world';

/** A CHECK or key that nobody enforces, and the change of that. */
const notEnforced: Subcommand = (world, table) => {
  const { choose } = world;
  const column = world.column(table);
  if (world.major < 18 || column === undefined) return null;
  const known = choose.maybe(
    table.constraints.filter(({ kind }) => kind === 'foreign-key' || kind === 'check'),
  );
  if (known !== undefined && choose.once(2))
    return `ALTER CONSTRAINT ${known.name} ${choose.one(['NOT ENFORCED', 'ENFORCED', 'INHERIT', 'NO INHERIT'])}`;
  const referenced = referenceable(world);
  const name = choose.once(2) ? `CONSTRAINT ${world.fresh(['loose'])} ` : '';
  if (referenced !== undefined && column.type?.name === 'int4')
    return `ADD ${name}FOREIGN KEY (${column.name}) REFERENCES ${nameOf(referenced)} NOT ENFORCED`;
  const like = choose.once(2)
    ? choose.maybe(table.constraints.filter(({ kind }) => kind === 'check'))
    : undefined;
  const named = like === undefined ? name : `CONSTRAINT ${like.name} `;
  return `ADD ${named}CHECK (${conditionOn(world, column)})${choose.word('NOT ENFORCED', 2)}`;
};

/** NOT NULL as a constraint of its own. */
const namedNotNull: Subcommand = (world, table) => {
  const column = world.column(table);
  if (world.major < 18 || column === undefined) return null;
  const { choose } = world;
  return `ADD CONSTRAINT ${world.fresh(['given'])} NOT NULL ${column.name}${choose.word('NO INHERIT', 6)}${choose.word('NOT VALID', 3)}`;
};

/** A key with more than its columns: INCLUDE, and NULLs that are the same. */
const widerKey: Subcommand = (world, table) => {
  const { choose } = world;
  const [column, other] = [world.column(table), world.column(table)];
  if (column === undefined || other === undefined) return null;
  const include = other.name === column.name ? '' : choose.word(`INCLUDE (${other.name})`, 2);
  const nulls = world.major >= 15 ? choose.word('NULLS NOT DISTINCT', 2) : '';
  return `ADD UNIQUE${nulls} (${column.name})${include}`;
};

/** Keys over ranges, from 18 on, and the table that they take. */
const withoutOverlaps: Subcommand = (world, table) => {
  if (world.major < 18) return null;
  const ranges = table.columns.filter(({ type }) => type?.name.endsWith('range') === true);
  const [first, second] = ranges;
  if (first === undefined || second === undefined)
    return 'ADD COLUMN room int4range, ADD COLUMN during daterange';
  const { choose } = world;
  const referenced = choose.maybe(
    world.tables.filter(({ constraints }) =>
      constraints.some((each) => each.kind === 'primary-key' && each.columns.includes('during')),
    ),
  );
  if (referenced !== undefined && choose.once(2))
    return `ADD FOREIGN KEY (${first.name}, PERIOD ${second.name}) REFERENCES ${nameOf(referenced)}`;
  return `ADD ${choose.one(['PRIMARY KEY', 'UNIQUE'])} (${first.name}, ${second.name} WITHOUT OVERLAPS)`;
};

/** GENERATED columns: taken away again, or with another expression. */
const generated: Subcommand = (world, table) => {
  const { choose } = world;
  if (world.major < 12) return null;
  const known = world.column(table, (column) => column.generated !== null);
  if (known !== undefined && choose.once(2)) {
    const change = world.major >= 17 && choose.once(2) ? 'SET EXPRESSION AS (1)' : 'DROP EXPRESSION';
    return `ALTER COLUMN ${known.name} ${change}`;
  }
  const number = world.column(table, ({ type, generated: is }) => type?.name === 'int4' && is === null);
  const from = number === undefined ? '1' : `${number.name} * 2`;
  const storage = world.major >= 18 ? choose.one(['STORED', 'STORED', 'VIRTUAL']) : 'STORED';
  return `ADD COLUMN ${choose.one(['twice', 'double'])} bigint GENERATED ALWAYS AS (${from}) ${storage}`;
};

/** Changes of a table that only some majors know. */
export const LATER_SUBCOMMANDS: readonly (readonly [number, Subcommand])[] = [
  [6, notEnforced],
  [2, namedNotNull],
  [3, widerKey],
  [2, withoutOverlaps],
  [3, generated],
];
