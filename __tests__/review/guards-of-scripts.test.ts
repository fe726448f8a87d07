import { judged, KNEX, KYSELY, ran, SEQUELIZE, TYPEORM } from './judged-scripts';

describe('Knex', () => {
  const ORDERS = `await knex.schema.createTable('orders', (t) => { t.bigIncrements('id'); });`;
  const SHOPS = `if (!(await knex.schema.hasTable('shops'))) {
    await knex.schema.createTable('shops', (t) => { t.bigIncrements('id'); t.text('name'); });
  }`;
  const INDEX = `await knex.schema.alterTable('shops', (t) => { t.index(['name']); });`;
  const CREATED = [
    'create table "shops" ("id" bigserial primary key, "name" text)',
    'create index "shops_name_index" on "shops" ("name")',
  ];

  test('a table that the whole history does not know is made for certain, and is new', async () => {
    expect(await judged(KNEX, [ORDERS], SHOPS + INDEX)).toEqual({ ran: CREATED, rules: [] });
  });

  test('what is there is not made again', async () => {
    const { ran: statements, rules } = await judged(KNEX, [ORDERS, SHOPS], SHOPS + INDEX);
    expect(statements).toEqual(CREATED.slice(1));
    expect(rules).toContain('create-index-not-concurrent');
  });

  test('a history that begins in the middle does not know', async () => {
    const unread = `await knex.raw(process.env.EVERYTHING);`;
    const { ran: statements, rules } = await judged(KNEX, [ORDERS, unread], SHOPS + INDEX);
    expect(statements).toEqual(CREATED.map((text, index) => (index === 0 ? `? ${text}` : text)));
    expect(rules).toContain('create-index-not-concurrent');
  });

  test('the answer is that of the moment when it was asked', async () => {
    const up = `const had = await knex.schema.hasTable('shops');
  if (!had) await knex.schema.createTable('shops', (t) => { t.bigIncrements('id'); });
  if (!had) await knex.raw('ALTER TABLE shops ADD COLUMN name text');
  if (had) await knex.raw('ALTER TABLE shops ADD COLUMN note text');`;
    expect(await ran(KNEX, [ORDERS], up)).toEqual([
      'create table "shops" ("id" bigserial primary key)',
      'ALTER TABLE shops ADD COLUMN name text',
    ]);
  });

  test('a branch that may run leaves a doubt behind, also where it is asked', async () => {
    const up = `if (process.env.SHOPS) await knex.schema.createTable('shops', (t) => { t.bigIncrements('id'); });
  if (!(await knex.schema.hasTable('shops'))) await knex.raw('CREATE TABLE shops (id bigint)');`;
    expect(await ran(KNEX, [ORDERS], up)).toEqual([
      '? create table "shops" ("id" bigserial primary key)',
      '? CREATE TABLE shops (id bigint)',
    ]);
  });

  test('columns, in a condition of several parts, and what stands behind a return', async () => {
    const up = `const has = await knex.schema.hasColumn('shops', 'name');
  await knex.schema.alterTable('shops', (t) => {
    if (!has) t.text('name');
    if (!(has && process.env.NOTE)) t.text('note');
    if (has && process.env.NOTE) t.text('more');
    if (has || process.env.NOTE) t.text('other');
  });
  if ((await knex.schema.hasColumn('shops', 'address')) === true) return;
  await knex.raw('ALTER TABLE shops ADD COLUMN address text');`;
    const add = (column: string): string => `alter table "shops" add column "${column}" text`;
    expect(await ran(KNEX, [SHOPS], up)).toEqual([
      `? ${add('note')}`,
      `? ${add('more')}`,
      add('other'),
      'ALTER TABLE shops ADD COLUMN address text',
    ]);
  });

  test('a schema is part of the question', async () => {
    const up = `if (await knex.schema.withSchema('audit').hasTable('shops')) await knex.raw('DROP TABLE audit.shops');
  if (await knex.schema.withSchema('public').hasTable('shops')) await knex.raw('DROP TABLE public.shops');
  if (await knex.schema.withSchema(process.env.SCHEMA).hasTable('shops')) await knex.raw('DROP TABLE shops');`;
    expect(await ran(KNEX, [SHOPS], up)).toEqual(['DROP TABLE public.shops', '? DROP TABLE shops']);
  });
});

describe('TypeORM', () => {
  const SHOPS = `if (!(await queryRunner.hasTable('shops')))
    await queryRunner.query('CREATE TABLE shops (id bigint PRIMARY KEY, name text)');`;
  const ADD = `await queryRunner.query('ALTER TABLE shops ADD COLUMN note text');`;
  const ADDED = 'ALTER TABLE shops ADD COLUMN note text';

  test('hasTable', async () => {
    expect(
      await judged(TYPEORM, [`await queryRunner.query('CREATE TABLE orders (id bigint)');`], SHOPS + ADD),
    ).toEqual({
      ran: ['CREATE TABLE shops (id bigint PRIMARY KEY, name text)', ADDED],
      rules: [],
    });
  });

  test.each([
    [`if (!(await queryRunner.hasColumn('shops', 'note')))`, [ADDED]],
    [`if (!(await queryRunner.hasColumn('shops', 'name')))`, []],
    [`if (!(await queryRunner.hasColumn('public.shops', 'note')))`, [ADDED]],
    [`const table = await queryRunner.getTable('shops');\nif (table)`, [ADDED]],
    [`const table = await queryRunner.getTable('audit');\nif (table)`, []],
    [`const table = await queryRunner.getTable('audit');\nif (table !== undefined)`, []],
    [`const table = await queryRunner.getTable('shops');\nif (table === undefined)`, []],
    [
      `const table = await queryRunner.getTable('shops');\nif (!(await queryRunner.hasColumn(table, 'note')))`,
      [ADDED],
    ],
    [`const table = await queryRunner.getTable('shops');\nif (!table?.findColumnByName('note'))`, [ADDED]],
    [
      `const table = await queryRunner.getTable('shops');\nif (table.findColumnByName('name') === undefined)`,
      [],
    ],
    [
      `const table = await queryRunner.getTable('shops');\nif (!table.columns.find((column) => column.name === 'note'))`,
      [ADDED],
    ],
    [
      `const table = await queryRunner.getTable('shops');\nif (table.columns.some(({ name }) => name === 'name'))`,
      [ADDED],
    ],
    [
      `const table = await queryRunner.getTable('shops');\nif (table.foreignKeys.length === 0)`,
      [`? ${ADDED}`],
    ],
  ])('%s', async (guard, expected) => {
    expect(await ran(TYPEORM, [SHOPS], `${guard} ${ADD}`)).toEqual(expected);
  });
});

describe('Sequelize', () => {
  const SHOPS = `await queryInterface.sequelize.query('CREATE TABLE shops (id bigint PRIMARY KEY, name text)');`;
  const ADD = `await queryInterface.sequelize.query('ALTER TABLE shops ADD COLUMN note text');`;
  const ADDED = 'ALTER TABLE shops ADD COLUMN note text';

  test.each([
    [`if (await queryInterface.tableExists('shops'))`, [ADDED]],
    [`if (!(await queryInterface.tableExists('shops')))`, []],
    [`const shops = await queryInterface.describeTable('shops');\nif (!shops.note)`, [ADDED]],
    [`const shops = await queryInterface.describeTable('shops');\nif (!shops['name'])`, []],
    [
      `const shops = await queryInterface.describeTable({ tableName: 'shops', schema: 'public' });\nif (shops.name)`,
      [ADDED],
    ],
    [`const shops = await queryInterface.describeTable('shops');\nif (!('note' in shops))`, [ADDED]],
    [`const shops = await queryInterface.describeTable('shops');\nif (!shops.hasOwnProperty('name'))`, []],
    [
      `const shops = await queryInterface.describeTable('shops');\nif (Object.keys(shops).includes('note'))`,
      [],
    ],
    [
      `const shops = await queryInterface.describeTable('shops');\nif (Object.keys(shops).indexOf('note') === -1)`,
      [ADDED],
    ],
    [
      `const shops = await queryInterface.describeTable('shops');\nif (shops.name.type === 'TEXT')`,
      [`? ${ADDED}`],
    ],
    [`const tables = await queryInterface.showAllTables();\nif (tables.includes('shops'))`, [ADDED]],
    [`const tables = await queryInterface.showAllTables();\nif (tables.indexOf('shops') < 0)`, []],
    [
      `const tables = await queryInterface.showAllTables();\nif (tables.map((table) => table.tableName).includes('audit'))`,
      [],
    ],
    [
      `const tables = await queryInterface.showAllTables();\nif (tables.map((table) => table.toLowerCase()).includes('shops'))`,
      [`? ${ADDED}`],
    ],
    [
      `const tables = await queryInterface.showAllTables();\nif (tables.some((table) => table === 'shops'))`,
      [ADDED],
    ],
    [
      `const tables = await queryInterface.showAllTables();\nif (tables.filter((table) => table.schema === 'audit').includes('shops'))`,
      [`? ${ADDED}`],
    ],
  ])('%s', async (guard, expected) => {
    expect(await ran(SEQUELIZE, [SHOPS], `${guard} ${ADD}`)).toEqual(expected);
  });

  test('another connection does not see what a transaction has not committed', async () => {
    const up = `const transaction = await queryInterface.sequelize.transaction();
    await queryInterface.sequelize.query('DROP TABLE shops', { transaction });
    if (await queryInterface.tableExists('shops', { transaction }))
      await queryInterface.sequelize.query('SELECT 1', { transaction });
    if (await queryInterface.tableExists('shops')) ${ADD}
    await transaction.commit();`;
    const run = await ran(SEQUELIZE, [SHOPS], up);
    expect(run.slice(1)).toEqual(['DROP TABLE shops', `? ${ADDED}`, 'COMMIT']);
  });
});

test('Sequelize creates tables IF NOT EXISTS by itself: the migration means to create', async () => {
  const unread = `await queryInterface.sequelize.query(process.env.EVERYTHING);`;
  const up = `await queryInterface.createTable('shops', { id: { type: Sequelize.BIGINT, primaryKey: true }, name: Sequelize.TEXT });
    await queryInterface.addIndex('shops', ['name']);`;
  expect((await judged(SEQUELIZE, [unread], up)).rules).toEqual([]);
  const written = `await queryInterface.sequelize.query('CREATE TABLE IF NOT EXISTS shops (id bigint, name text)');
    await queryInterface.addIndex('shops', ['name']);`;
  expect((await judged(SEQUELIZE, [unread], written)).rules).toContain('create-index-not-concurrent');
});

describe('Kysely', () => {
  test.each([
    [`tables.some((table) => table.name === 'shops')`, []],
    [`tables.find(({ name }) => name === 'audit')`, ['create table "audit" ("id" bigint)']],
  ])('%s', async (found, expected) => {
    const up = `const tables = await db.introspection.getTables();
  if (!(${found})) await db.schema.createTable('audit').addColumn('id', 'bigint').execute();`;
    const shops = `await db.schema.createTable('shops').addColumn('id', 'bigint').execute();`;
    expect(await ran(KYSELY, [shops], up)).toEqual(expected);
  });
});
