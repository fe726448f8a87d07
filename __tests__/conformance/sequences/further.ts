import { LOCK_MODES } from '../../../src/postgres/lock-mode';
import type { Maker } from './create';
import { valueFor } from './values';
import { nameOf } from './world';
import type { World } from './world';

/** MERGE from one table, or view, into another. */
const merge: Maker = (world) => {
  const { choose } = world;
  const target = choose.once(5) ? choose.maybe(world.views) : world.table();
  const source = choose.once(5) ? choose.maybe(world.views) : world.table();
  if (world.major < 15 || target === undefined || source === undefined) return null;
  const [key, other, changed] = [
    choose.maybe(target.columns),
    choose.maybe(source.columns),
    choose.maybe(target.columns),
  ];
  if (key === undefined || other === undefined || changed === undefined) return null;
  const kept = `UPDATE SET ${changed.name} = t.${changed.name}`;
  const matched = choose.one([kept, kept, 'DELETE', 'DO NOTHING', `UPDATE SET ${changed.name} = DEFAULT`]);
  const columns = target.columns.filter(({ generated }) => generated === null);
  const values = columns.map((column) => valueFor(world, column).replaceAll(/\bg\b/g, '90'));
  const inserted =
    columns.length === 0 || choose.once(3)
      ? 'DO NOTHING'
      : `INSERT (${columns.map(({ name }) => name).join(', ')})${choose.word('OVERRIDING SYSTEM VALUE', 3)} VALUES (${values.join(', ')})`;
  const gone = world.major >= 17 ? choose.word('WHEN NOT MATCHED BY SOURCE THEN DELETE', 5) : '';
  return (
    `MERGE INTO${choose.word('ONLY', 8)} ${nameOf(target)} t USING ${nameOf(source)} s ON t.${key.name}::text = s.${other.name}::text ` +
    `WHEN MATCHED THEN ${matched} WHEN NOT MATCHED THEN ${inserted}${gone}`
  );
};

const lock: Maker = (world) => {
  const { choose } = world;
  const some = [
    choose.once(3) ? choose.maybe(world.views) : world.table(),
    choose.once(3) ? world.table() : undefined,
  ];
  const names = some.flatMap((each) =>
    each === undefined ? [] : [`${choose.once(6) ? 'ONLY ' : ''}${nameOf(each)}`],
  );
  if (names.length === 0) return null;
  const mode = choose.one(LOCK_MODES);
  return `LOCK TABLE ${names.join(', ')} IN ${mode} MODE${choose.word('NOWAIT', 4)}`;
};

const comment: Maker = (world) => {
  const { choose } = world;
  const table = world.table();
  const text = choose.one(["'seen'", 'NULL']);
  const parts =
    table === undefined
      ? []
      : [
          ...table.constraints
            .filter(({ kind }) => kind !== 'not-null' || world.major >= 18)
            .map(({ name }) => `CONSTRAINT ${name} ON ${nameOf(table)}`),
          ...table.triggers.map(({ name }) => `TRIGGER ${name} ON ${nameOf(table)}`),
          ...table.policies.map(({ name }) => `POLICY ${name} ON ${nameOf(table)}`),
          ...table.rules.map(({ name }) => `RULE ${name} ON ${nameOf(table)}`),
        ];
  const objects = [
    ...parts,
    ...world.indexes.map((index) => `INDEX ${nameOf(index)}`),
    ...world.sequences.map((sequence) => `SEQUENCE ${nameOf(sequence)}`),
    ...world.types.map((type) => `${type.kind === 'domain' ? 'DOMAIN' : 'TYPE'} ${nameOf(type)}`),
    ...world.schemas.map((schema) => `SCHEMA ${schema}`),
  ];
  const object = choose.maybe(objects);
  return object === undefined ? null : `COMMENT ON ${object} IS ${text}`;
};

const privilege: Maker = (world) => {
  const { choose } = world;
  const table = world.table();
  const column = table === undefined ? undefined : world.column(table);
  const schema = choose.maybe(world.schemas) ?? 'public';
  const sequence = choose.maybe(world.sequences);
  const targets = [
    `ALL ON ALL TABLES IN SCHEMA ${schema}`,
    `USAGE ON SCHEMA ${schema}`,
    `SELECT ON ALL SEQUENCES IN SCHEMA ${schema}`,
    ...(table === undefined || column === undefined
      ? []
      : [`UPDATE (${column.name}) ON ${nameOf(table)}`, `SELECT, INSERT ON TABLE ${nameOf(table)}`]),
    ...(sequence === undefined ? [] : [`USAGE ON SEQUENCE ${nameOf(sequence)}`]),
  ];
  const target = choose.maybe(targets) ?? '';
  return choose.once(2)
    ? `REVOKE ${target} FROM ${choose.one(['app_user', 'PUBLIC'])}`
    : `GRANT ${target} TO ${choose.one(['app_user', 'PUBLIC'])}${choose.word('GRANTED BY CURRENT_USER', 12)}`;
};

const statistics: Maker = (world) => {
  const { choose } = world;
  const table = world.table();
  if (table === undefined) return null;
  const known = choose.maybe(table.statistics);
  if (known !== undefined)
    return choose.one([
      `DROP STATISTICS ${known.name}`,
      `DROP STATISTICS IF EXISTS ${known.name}`,
      `ALTER STATISTICS ${known.name} RENAME TO ${world.fresh(['connected'])}`,
      ...(world.major >= 13 ? [`ALTER STATISTICS ${known.name} SET STATISTICS 200`] : []),
    ]);
  const columns = [...new Set(table.columns.slice(0, 2 + choose.below(2)).map(({ name }) => name))];
  const kinds = choose.once(2) ? ' (ndistinct)' : '';
  const expression = world.major >= 14 && choose.once(4) ? ', (1 + 1)' : '';
  return `CREATE STATISTICS ${world.fresh(['related'])}${kinds} ON ${columns.join(', ')}${expression} FROM ${nameOf(table)}`;
};

const truncate: Maker = (world) => {
  const { choose } = world;
  const tables = [world.table(), ...(choose.once(2) ? [world.table()] : [])];
  const names = [...new Set(tables.flatMap((table) => (table === undefined ? [] : [nameOf(table)])))];
  if (names.length === 0) return null;
  return `TRUNCATE${choose.word('ONLY', 8)} ${names.join(', ')}${choose.word('RESTART IDENTITY', 3)}${choose.word('CASCADE', 2)}`;
};

/** Indexes with columns that are only carried along, NULLs that are the same, and an order of their own. */
const widerIndex: Maker = (world: World) => {
  const { choose } = world;
  const table = world.table();
  const [column, other] = table === undefined ? [] : [world.column(table), world.column(table)];
  if (table === undefined || column === undefined || other === undefined) return null;
  const order = choose.one(['', ' DESC', ' NULLS FIRST', ' DESC NULLS LAST']);
  const include = choose.word(`INCLUDE (${other.name})`, 2);
  const nulls = world.major >= 15 ? choose.word('NULLS NOT DISTINCT', 2) : '';
  return `CREATE${choose.word('UNIQUE', 2)} INDEX ${world.fresh(['by_total'])} ON${choose.word('ONLY', 8)} ${nameOf(table)} (${column.name}${order})${include}${nulls}`;
};

/** What was not among the first statements: of rows, privileges, comments and statistics. */
export const FURTHER_MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
  [6, merge],
  [3, lock],
  [3, comment],
  [3, privilege],
  [3, statistics],
  [3, truncate],
  [4, widerIndex],
];
