import type { Maker } from './create';
import { trigger } from './trigger';
import { nameOf } from './world';

const createIndex: Maker = (world) => {
  const { choose } = world;
  const relation = choose.once(8)
    ? choose.maybe(world.views.filter(({ kind }) => kind === 'materialized view'))
    : world.table();
  if (relation === undefined) return null;
  const columns = [
    choose.maybe(relation.columns),
    ...(choose.once(3) ? [choose.maybe(relation.columns)] : []),
  ];
  const names = columns.flatMap((column) => (column === undefined ? [] : [column.name]));
  if (names.length === 0) return null;
  const keys = choose.once(6) ? `(${names[0] ?? ''} IS NULL)` : [...new Set(names)].join(', ');
  const name = choose.once(2)
    ? ` ${choose.word('IF NOT EXISTS', 5)} ${world.fresh(['by_name', 'by_code'])}`
    : '';
  const method = choose.word('USING hash', 12);
  const where = choose.once(5) ? ` WHERE ${names[0] ?? ''} IS NOT NULL` : '';
  const only = choose.word('ONLY', 8);
  return `CREATE${choose.word('UNIQUE', 3)} INDEX${choose.word('CONCURRENTLY', 8)}${name} ON${only} ${nameOf(relation)}${method} (${keys})${where}`;
};

const changeIndex: Maker = (world) => {
  const index = world.choose.maybe(world.indexes);
  if (index === undefined) return null;
  const name = nameOf(index);
  const other = world.choose.maybe(world.indexes.filter(({ kind }) => kind === 'index')) ?? index;
  return world.choose.one([
    `DROP INDEX ${name}`,
    `DROP INDEX ${name} CASCADE`,
    `DROP INDEX CONCURRENTLY ${name}`,
    `REINDEX INDEX ${name}`,
    `ALTER INDEX ${name} RENAME TO ${world.fresh(['by_note'])}`,
    `ALTER INDEX ${name} ATTACH PARTITION ${nameOf(other)}`,
    `ALTER INDEX ${name} SET (fillfactor = 80)`,
  ]);
};

const createView: Maker = (world) => {
  const { choose } = world;
  const source = choose.once(4) ? choose.maybe(world.views) : world.table();
  if (source === undefined) return null;
  const some = source.columns.slice(0, 1 + choose.below(source.columns.length)).map(({ name }) => name);
  const columns = choose.once(3) || some.length === 0 ? '*' : some.join(', ');
  const name = world.fresh(['recent', 'totals']);
  if (choose.once(3))
    return `CREATE MATERIALIZED VIEW ${name} AS SELECT ${columns} FROM ${nameOf(source)}${choose.word('WITH NO DATA', 4)}`;
  const known = choose.once(4) ? choose.maybe(world.views.filter(({ kind }) => kind === 'view')) : undefined;
  return `CREATE ${known === undefined ? '' : 'OR REPLACE '}VIEW ${known === undefined ? name : nameOf(known)} AS SELECT ${columns} FROM ${nameOf(source)}`;
};

const changeView: Maker = (world) => {
  const view = world.choose.maybe(world.views);
  if (view === undefined) return null;
  const { choose } = world;
  const name = nameOf(view);
  const kind = view.kind === 'view' ? 'VIEW' : 'MATERIALIZED VIEW';
  const refresh = `REFRESH MATERIALIZED VIEW ${name}${choose.word('WITH NO DATA', 5)}`;
  return choose.one([
    `DROP ${kind} ${name}${choose.word('CASCADE', 2)}`,
    `ALTER ${kind} ${name} RENAME TO ${world.fresh(['recent'])}`,
    view.kind === 'view' ? `SELECT * FROM ${name}` : refresh,
    `ALTER ${kind} ${name} SET SCHEMA ${choose.maybe(world.schemas) ?? 'public'}`,
    `COMMENT ON ${kind} ${name} IS 'seen'`,
  ]);
};

const sequence: Maker = (world) => {
  const { choose } = world;
  const known = choose.maybe(world.sequences);
  const table = world.table();
  const column = table === undefined ? undefined : world.column(table);
  if (known === undefined || choose.once(3)) {
    const owner =
      table !== undefined && column !== undefined && choose.once(2)
        ? ` OWNED BY ${nameOf(table)}.${column.name}`
        : '';
    return `CREATE SEQUENCE ${world.fresh(['numbers'])}${owner}`;
  }
  return choose.one([
    `ALTER SEQUENCE ${nameOf(known)} ${table !== undefined && column !== undefined ? `OWNED BY ${nameOf(table)}.${column.name}` : 'OWNED BY NONE'}`,
    `ALTER SEQUENCE ${nameOf(known)} RESTART WITH 100`,
    `DROP SEQUENCE ${nameOf(known)}${choose.word('CASCADE', 2)}`,
    `SELECT nextval('${nameOf(known)}')`,
    `ALTER SEQUENCE ${nameOf(known)} RENAME TO ${world.fresh(['counter'])}`,
    `ALTER SEQUENCE ${nameOf(known)} AS bigint`,
  ]);
};

const type: Maker = (world) => {
  const { choose } = world;
  const known = choose.maybe(world.types);
  if (known === undefined || choose.once(2)) {
    return choose.once(2)
      ? `CREATE DOMAIN ${world.fresh(['amount_of', 'label'])} AS ${choose.one(['int', 'text', 'varchar(30)', 'numeric(10,2)'])}${choose.word('NOT NULL', 8)}${choose.word('CHECK (VALUE IS NOT NULL)', 4)}`
      : `CREATE TYPE ${world.fresh(['state', 'mood'])} AS ENUM ('new', 'paid', 'sent')`;
  }
  const name = nameOf(known);
  if (known.kind === 'enum')
    return choose.one([
      `ALTER TYPE ${name} ADD VALUE '${world.fresh(['extra'])}'`,
      `ALTER TYPE ${name} RENAME VALUE '${choose.maybe(known.values) ?? ''}' TO '${world.fresh(['other'])}'`,
      `DROP TYPE ${name}${choose.word('CASCADE', 2)}`,
      `ALTER TYPE ${name} RENAME TO ${world.fresh(['state'])}`,
    ]);
  const constraint = known.kind === 'domain' ? choose.maybe(known.constraints) : undefined;
  return choose.one([
    `ALTER DOMAIN ${name} ADD CONSTRAINT ${world.fresh(['sane'])} CHECK (VALUE IS NOT NULL)${choose.word('NOT VALID', 2)}`,
    `ALTER DOMAIN ${name} SET NOT NULL`,
    `ALTER DOMAIN ${name} DROP NOT NULL`,
    constraint === undefined
      ? `ALTER DOMAIN ${name} DROP DEFAULT`
      : `ALTER DOMAIN ${name} ${choose.one(['VALIDATE', 'DROP'])} CONSTRAINT ${constraint.name}`,
    `DROP DOMAIN ${name}${choose.word('CASCADE', 2)}`,
  ]);
};

const attachment: Maker = (world) => {
  const table = world.table();
  const column = table === undefined ? undefined : world.column(table);
  if (table === undefined || column === undefined) return null;
  const { choose } = world;
  const name = nameOf(table);
  const policy = choose.maybe(table.policies);
  return choose.one([
    `CREATE POLICY ${world.fresh(['own_rows'])} ON ${name} USING (${column.name} IS NOT NULL)`,
    policy === undefined ? `COMMENT ON TABLE ${name} IS 'seen'` : `DROP POLICY ${policy.name} ON ${name}`,
    `COMMENT ON COLUMN ${name}.${column.name} IS 'seen'`,
    `GRANT SELECT ON ${name} TO app_user`,
    `REVOKE SELECT ON ${name} FROM app_user`,
    `CREATE STATISTICS ${world.fresh(['related'])} ON ${column.name}, ${(choose.maybe(table.columns) ?? column).name} FROM ${name}`,
    `CREATE RULE ${world.fresh(['quiet'])} AS ON DELETE TO ${name} DO ALSO NOTHING`,
  ]);
};

const publication: Maker = (world) => {
  const table = world.table();
  if (table === undefined) return null;
  const known = world.choose.maybe([...world.session.catalog.publications.values()]);
  if (known === undefined) return `CREATE PUBLICATION feed FOR TABLE ${nameOf(table)}`;
  return world.choose.one([
    `ALTER PUBLICATION ${known.name} ADD TABLE ${nameOf(table)}`,
    `ALTER PUBLICATION ${known.name} SET TABLE ${nameOf(table)}`,
    `ALTER PUBLICATION ${known.name} DROP TABLE ${nameOf(table)}`,
    `DROP PUBLICATION ${known.name}`,
  ]);
};

const schema: Maker = (world) => {
  const known = world.choose.maybe(world.schemas.filter((name) => name !== 'public'));
  if (known === undefined || world.choose.once(3))
    return `CREATE SCHEMA${world.choose.word('IF NOT EXISTS', 3)} ${world.fresh(['archive', 'audit'])}`;
  return world.choose.one([
    `DROP SCHEMA ${known} CASCADE`,
    `DROP SCHEMA ${known}`,
    `ALTER SCHEMA ${known} RENAME TO ${world.fresh(['old'])}`,
  ]);
};

const rows: Maker = (world) => {
  const table = world.table();
  const column = table === undefined ? undefined : world.column(table);
  if (table === undefined || column === undefined) return null;
  const { choose } = world;
  const name = nameOf(table);
  return choose.one([
    `UPDATE ${name} SET ${column.name} = ${column.name}`,
    `DELETE FROM ONLY ${name}`,
    `DELETE FROM ${name}`,
    `SELECT count(*) FROM ${name}`,
    `TRUNCATE ${name}${choose.word('CASCADE', 2)}`,
    `LOCK TABLE ${name} IN ${choose.one(['SHARE', 'ACCESS EXCLUSIVE', 'ROW EXCLUSIVE', 'SHARE ROW EXCLUSIVE'])} MODE`,
    `ANALYZE ${name}`,
    `REINDEX TABLE ${name}`,
    `SELECT * FROM ${name} FOR UPDATE`,
  ]);
};

const drop: Maker = (world) => {
  const tables = [world.table(), ...(world.choose.once(4) ? [world.table()] : [])];
  const names = [...new Set(tables.flatMap((table) => (table === undefined ? [] : [nameOf(table)])))];
  return names.length === 0
    ? null
    : `DROP TABLE${world.choose.word('IF EXISTS', 4)} ${names.join(', ')}${world.choose.word('CASCADE', 2)}`;
};

const setting: Maker = ({ choose }) =>
  `SET${choose.word('LOCAL', 3)} TimeZone = '${choose.one(['UTC', 'Europe/Berlin', 'Etc/UTC'])}'`;

const transaction: Maker = (world) => {
  const open = world.session.transaction;
  const { choose } = world;
  if (open === null) return 'BEGIN';
  const savepoint = open.savepoints.at(-1);
  if (savepoint !== undefined && choose.once(2))
    return choose.one([`ROLLBACK TO SAVEPOINT ${savepoint.name}`, `RELEASE SAVEPOINT ${savepoint.name}`]);
  return choose.one([
    'COMMIT',
    'COMMIT',
    'ROLLBACK',
    `SAVEPOINT step_${String(open.savepoints.length)}`,
    `SAVEPOINT step_${String(open.savepoints.length)}`,
  ]);
};

/** Everything that is no change of a table's own. */
export const OTHER_MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
  [10, createIndex],
  [6, changeIndex],
  [6, createView],
  [4, changeView],
  [4, sequence],
  [7, type],
  [5, trigger],
  [4, attachment],
  [2, publication],
  [3, schema],
  [6, rows],
  [5, drop],
  [8, transaction],
  [1, setting],
];
