import type { Table } from '../../../src/analysis/catalog/relation';
import type { Maker } from './create';
import { COLUMN_NAMES, newColumn, referenceable, someBound } from './create';
import { LATER_SUBCOMMANDS } from './later-constraints';
import { conditionOn, someDefault, someType } from './values';
import { nameOf } from './world';
import type { World } from './world';

/** One subcommand for the table; null where the table has nothing to change so. */
export type Subcommand = (world: World, table: Table) => string | null;

const ofColumn =
  (text: (world: World, column: string, table: Table) => string | null): Subcommand =>
  (world, table) => {
    const column = world.column(table);
    return column === undefined ? null : text(world, column.name, table);
  };

const addColumn: Subcommand = (world) => {
  const name = world.choose.one(COLUMN_NAMES) + (world.choose.once(2) ? '' : '_2');
  return `ADD COLUMN${world.choose.word('IF NOT EXISTS', 6)} ${newColumn(world, name)}`;
};

const alterType: Subcommand = ofColumn((world, column) => {
  const type = someType(world);
  const using = world.choose.once(2) ? ` USING ${column}::text::${type}` : '';
  return `ALTER COLUMN ${column} TYPE ${type}${using}`;
});

const setDefault: Subcommand = ofColumn((world, column, table) => {
  const type = table.columns.find(({ name }) => name === column)?.type?.name ?? 'text';
  const word = { int4: 'int', int8: 'bigint', int2: 'smallint', bool: 'boolean' }[type] ?? type;
  return `ALTER COLUMN ${column} ${world.choose.once(3) ? 'DROP DEFAULT' : `SET DEFAULT ${someDefault(world, word)}`}`;
});

const addCheck: Subcommand = (world, table) => {
  const column = world.column(table);
  if (column === undefined) return null;
  const { choose } = world;
  const name = choose.once(2) ? `CONSTRAINT ${world.fresh(['positive', 'filled'])} ` : '';
  return `ADD ${name}CHECK (${conditionOn(world, column)})${choose.word('NO INHERIT', 10)}${choose.word('NOT VALID', 3)}`;
};

const addKey: Subcommand = (world, table) => {
  const column = world.column(table);
  if (column === undefined) return null;
  const { choose } = world;
  const what = choose.one(['UNIQUE', 'PRIMARY KEY', 'UNIQUE']);
  const usable = world
    .indexesOf(table)
    .filter(({ unique, constraint, predicate }) => unique && constraint === null && predicate === null);
  const index = choose.once(2) ? choose.maybe(usable) : undefined;
  if (index !== undefined) return `ADD CONSTRAINT ${world.fresh(['key'])} ${what} USING INDEX ${index.name}`;
  const second = choose.once(3) ? world.column(table) : undefined;
  const columns = [...new Set([column.name, ...(second === undefined ? [] : [second.name])])];
  const deferrable = choose.word('DEFERRABLE', 10);
  return `ADD ${choose.once(3) ? `CONSTRAINT ${world.fresh(['key'])} ` : ''}${what} (${columns.join(', ')})${deferrable}`;
};

const addForeignKey: Subcommand = (world, table) => {
  const column = world.column(table, ({ type }) => type?.name === 'int4' || type?.name === 'int8');
  const referenced = referenceable(world);
  if (column === undefined || referenced === undefined) return null;
  const { choose } = world;
  const name = choose.once(3) ? `CONSTRAINT ${world.fresh(['ref'])} ` : '';
  const action = choose.one(['', '', ' ON DELETE CASCADE', ' ON DELETE SET NULL', ' ON UPDATE CASCADE']);
  return `ADD ${name}FOREIGN KEY (${column.name}) REFERENCES ${nameOf(referenced)}${choose.word('(id)', 2)}${action}${choose.word('NOT VALID', 3)}`;
};

const ofConstraint =
  (text: (world: World, name: string) => string): Subcommand =>
  (world, table) => {
    const constraint = world.choose.maybe(
      table.constraints.filter(({ kind }) => kind !== 'not-null' || world.major >= 18),
    );
    return constraint === undefined ? null : text(world, constraint.name);
  };

const validate: Subcommand = (world, table) => {
  const constraint =
    world.choose.maybe(table.constraints.filter(({ valid }) => !valid)) ??
    world.choose.maybe(table.constraints.filter(({ kind }) => kind === 'check' || kind === 'foreign-key'));
  return constraint === undefined ? null : `VALIDATE CONSTRAINT ${constraint.name}`;
};

const enableTrigger: Subcommand = (world, table) => {
  const trigger = world.choose.maybe(table.triggers);
  return trigger === undefined || world.choose.once(3)
    ? `${world.choose.one(['ENABLE', 'DISABLE'])} TRIGGER ${world.choose.one(['ALL', 'USER'])}`
    : `${world.choose.one(['ENABLE', 'DISABLE', 'ENABLE ALWAYS', 'ENABLE REPLICA'])} TRIGGER ${trigger.name}`;
};

const replicaIdentity: Subcommand = (world, table) => {
  const index = world.choose.maybe(world.indexesOf(table).filter(({ unique }) => unique));
  return index === undefined
    ? `REPLICA IDENTITY ${world.choose.one(['FULL', 'DEFAULT', 'NOTHING'])}`
    : `REPLICA IDENTITY USING INDEX ${index.name}`;
};

const identity: Subcommand = (world, table) => {
  const known = world.choose.once(2) ? world.column(table, (column) => column.identity !== null) : undefined;
  if (known !== undefined)
    return `ALTER COLUMN ${known.name} ${world.choose.one(['DROP IDENTITY', 'SET GENERATED ALWAYS', 'SET INCREMENT BY 2', 'RESTART WITH 50'])}`;
  const column = world.column(
    table,
    ({ notNull, type }) => notNull === true && (type?.name === 'int4' || type?.name === 'int8'),
  );
  return column === undefined ? null : `ALTER COLUMN ${column.name} ADD GENERATED BY DEFAULT AS IDENTITY`;
};

const SUBCOMMANDS: readonly (readonly [number, Subcommand])[] = [
  [10, addColumn],
  [
    4,
    ofColumn(
      (world, column) =>
        `DROP COLUMN${world.choose.word('IF EXISTS', 4)} ${column}${world.choose.word('CASCADE', 2)}`,
    ),
  ],
  [8, alterType],
  [4, setDefault],
  [6, ofColumn((_, column) => `ALTER COLUMN ${column} SET NOT NULL`)],
  [3, ofColumn((_, column) => `ALTER COLUMN ${column} DROP NOT NULL`)],
  [6, addCheck],
  [6, addKey],
  [8, addForeignKey],
  [3, ofConstraint((world, name) => `DROP CONSTRAINT ${name}${world.choose.word('CASCADE', 2)}`)],
  [5, validate],
  [2, enableTrigger],
  [2, replicaIdentity],
  [3, identity],
  [1, (world) => `${world.choose.one(['ENABLE', 'DISABLE', 'FORCE', 'NO FORCE'])} ROW LEVEL SECURITY`],
  [1, (world) => `SET (fillfactor = ${String(50 + world.choose.below(50))})`],
  [1, (world) => `SET ${world.choose.one(['LOGGED', 'UNLOGGED'])}`],
  [1, ofColumn((_, column) => `ALTER COLUMN ${column} SET STATISTICS 200`)],
  [
    1,
    ofColumn(
      (world, column) => `ALTER COLUMN ${column} SET STORAGE ${world.choose.one(['PLAIN', 'EXTENDED'])}`,
    ),
  ],
  ...LATER_SUBCOMMANDS,
  [1, (world) => `OWNER TO ${world.choose.one(['app_user', 'new_owner', 'postgres'])}`],
];

/** An entry by its weight. */
export function weighted<T>(world: World, items: readonly (readonly [number, T])[]): T | undefined {
  let place = world.choose.below(items.reduce((sum, [weight]) => sum + weight, 0));
  return items.find(([weight]) => (place -= weight) < 0)?.[1];
}

const alterTable: Maker = (world) => {
  const table = world.table();
  if (table === undefined) return null;
  const count = world.choose.once(5) ? 2 + world.choose.below(2) : 1;
  const subcommands = Array.from(
    { length: count },
    () => weighted(world, SUBCOMMANDS)?.(world, table) ?? null,
  ).filter((each) => each !== null);
  if (subcommands.length === 0) return null;
  return `ALTER TABLE${world.choose.word('ONLY', 14)} ${nameOf(table)} ${subcommands.join(', ')}`;
};

const rename: Maker = (world) => {
  const table = world.table();
  const column = table === undefined ? undefined : world.column(table);
  const constraint =
    table === undefined
      ? undefined
      : world.choose.maybe(table.constraints.filter(({ kind }) => kind !== 'not-null'));
  if (table === undefined) return null;
  const { choose } = world;
  if (constraint !== undefined && choose.once(3))
    return `ALTER TABLE ${nameOf(table)} RENAME CONSTRAINT ${constraint.name} TO ${world.fresh(['renamed'])}`;
  if (column !== undefined && choose.once(2))
    return `ALTER TABLE ${nameOf(table)} RENAME COLUMN ${column.name} TO ${choose.one(COLUMN_NAMES)}_3`;
  return `ALTER TABLE ${nameOf(table)} RENAME TO ${world.fresh(['orders', 'users', 'archive'])}`;
};

const setSchema: Maker = (world) => {
  const table = world.table();
  const schema = world.choose.maybe(world.schemas);
  return table === undefined || schema === undefined
    ? null
    : `ALTER TABLE ${nameOf(table)} SET SCHEMA ${schema}`;
};

const attach: Maker = (world) => {
  const parent = world.table(({ partitioning }) => partitioning !== null);
  if (parent === undefined) return null;
  const names = parent.columns.map(({ name }) => name).join();
  const fitting = world.table(
    (table) =>
      table.id !== parent.id &&
      table.partition === null &&
      table.columns.map(({ name }) => name).join() === names,
  );
  const table = fitting ?? world.table(({ id }) => id !== parent.id);
  return table === undefined
    ? null
    : `ALTER TABLE ${nameOf(parent)} ATTACH PARTITION ${nameOf(table)} ${someBound(world, parent)}`;
};

const detach: Maker = (world) => {
  const partition = world.table((table) => table.partition !== null);
  const parent =
    partition?.partition === null || partition === undefined
      ? undefined
      : world.byId(partition.partition.parent);
  if (partition === undefined || parent === undefined) return null;
  return `ALTER TABLE ${nameOf(parent)} DETACH PARTITION ${nameOf(partition)}${world.choose.word('CONCURRENTLY', 6)}`;
};

const inherit: Maker = (world) => {
  const heir = world.table(({ parents }) => parents.length > 0);
  const parent = heir === undefined ? undefined : world.byId(heir.parents[0] ?? heir.id);
  if (heir !== undefined && parent !== undefined && world.choose.once(2))
    return `ALTER TABLE ${nameOf(heir)} NO INHERIT ${nameOf(parent)}`;
  const [child, other] = [
    world.table(({ kind }) => kind === 'table'),
    world.table(({ kind }) => kind === 'table'),
  ];
  return child === undefined || other === undefined
    ? null
    : `ALTER TABLE ${nameOf(child)} INHERIT ${nameOf(other)}`;
};

/** Statements that change tables. */
export const ALTER_MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
  [45, alterTable],
  [5, rename],
  [2, setSchema],
  [5, attach],
  [3, detach],
  [2, inherit],
];
