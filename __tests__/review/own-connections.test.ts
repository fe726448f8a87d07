import { reviewed } from '../report/reviewed';

/** Each statement with the number of its transaction and whether it stands in a block; then the windows, and the findings. */
async function judged(path: string, text: string, dependencies: object): Promise<readonly string[]> {
  const { report } = await reviewed({
    base: { 'package.json': JSON.stringify({ dependencies }) },
    change: { [path]: text },
  });
  const steps = report.migrations.flatMap((migration) => migration.steps);
  const textOf = (index: number): string => steps[index]?.step.statement.text ?? '';
  return [
    ...steps.map(
      ({ step }) => `${step.transaction} ${step.inTransaction ? 'block' : 'alone'}: ${step.statement.text}`,
    ),
    ...report.windows.map(
      ({ window, steps: inside }) =>
        `${window.locks.map(({ relation, mode }) => `${mode} on ${relation.name}`).join(', ')} held in ${inside.map(({ step }) => textOf(step)).join('; ')}`,
    ),
    ...report.findings.map(({ rule, place, message }) => `${place.line} ${rule}: ${message}`),
  ];
}

test('TypeORM', async () => {
  expect(
    await judged(
      'src/migrations/1700000000001-IndexOrders.ts',
      `import { MigrationInterface, QueryRunner } from 'typeorm';
export class IndexOrders1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query('LOCK TABLE shops');
    await queryRunner.connection.query('CREATE INDEX CONCURRENTLY orders_a ON orders (a)');
    await queryRunner.query('CREATE INDEX CONCURRENTLY orders_b ON orders (b)');
    const other = queryRunner.connection.createQueryRunner();
    await other.startTransaction();
    await other.query('LOCK TABLE users');
    await queryRunner.query('LOCK TABLE items');
    await other.query('CREATE INDEX users_c ON users (c)');
    await other.commitTransaction();
    await other.query('CREATE INDEX CONCURRENTLY users_d ON users (d)');
    await queryRunner.query('SELECT 1');
  }
  async down(queryRunner: QueryRunner) {}
}
`,
      { typeorm: '^0.3.20', pg: '^8.11.0' },
    ),
  ).toEqual([
    '1 block: LOCK TABLE shops',
    '2 alone: CREATE INDEX CONCURRENTLY orders_a ON orders (a)',
    '1 block: CREATE INDEX CONCURRENTLY orders_b ON orders (b)',
    '3 block: BEGIN',
    '3 block: LOCK TABLE users',
    '1 block: LOCK TABLE items',
    '3 block: CREATE INDEX users_c ON users (c)',
    '3 block: COMMIT',
    '4 alone: CREATE INDEX CONCURRENTLY users_d ON users (d)',
    '1 block: SELECT 1',
    'ACCESS EXCLUSIVE on public.shops, ACCESS EXCLUSIVE on public.items held in LOCK TABLE shops; CREATE INDEX CONCURRENTLY orders_b ON orders (b); LOCK TABLE items; SELECT 1',
    'ACCESS EXCLUSIVE on public.users held in LOCK TABLE users; CREATE INDEX users_c ON users (c); COMMIT',
    '4 explicit-lock-table: From here until the transaction commits, reads and writes of "shops" wait for this ACCESS EXCLUSIVE lock',
    '6 autocommit-only-in-transaction: The migration fails here: CREATE INDEX CONCURRENTLY cannot run in the transaction that the runner opens (25001)',
    '9 explicit-lock-table: From here until the transaction commits, reads and writes of "users" wait for this ACCESS EXCLUSIVE lock',
    '10 explicit-lock-table: From here until the transaction commits, reads and writes of "items" wait for this ACCESS EXCLUSIVE lock',
    '11 create-index-not-concurrent: Building this index stops writes to "users" (SHARE lock) until it is done; meanwhile reads and writes of "users" (ACCESS EXCLUSIVE lock) wait for what this transaction did before',
    '13 half-applied-migration: If this fails, what stands before it is done and is not taken back, for no transaction is open; run again, the migration stops there: 2 of its statements can be run only once',
    '4 missing-lock-timeout: This waits for the ACCESS EXCLUSIVE lock on "shops" behind the longest query, with everybody else behind it, because no lock_timeout is in force; so does 1 later statement',
  ]);
});

test('Sequelize', async () => {
  expect(
    await judged(
      'migrations/20240101000001-orders.js',
      `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.removeColumn('orders', 'a', { transaction });
      await queryInterface.addIndex('shops', ['b'], { concurrently: true });
      await queryInterface.addIndex('users', ['c'], { concurrently: true, transaction });
    });
    await queryInterface.sequelize.query('SET lock_timeout = 0; SELECT 1');
  },
  async down() {},
};
`,
      { sequelize: '^6.37.0', pg: '^8.11.0' },
    ),
  ).toEqual([
    '1 block: BEGIN',
    '1 block: ALTER TABLE "public"."orders" DROP COLUMN "a"',
    '2 alone: CREATE INDEX CONCURRENTLY "shops_b" ON "shops" ("b")',
    '1 block: CREATE INDEX CONCURRENTLY "users_c" ON "users" ("c")',
    '1 block: COMMIT',
    '3 block: SET lock_timeout = 0',
    '3 block: SELECT 1',
    'ACCESS EXCLUSIVE on public.orders held in ALTER TABLE "public"."orders" DROP COLUMN "a"; CREATE INDEX CONCURRENTLY "users_c" ON "users" ("c"); COMMIT',
    '4 drop-column: Dropping column "a" of "orders" loses all values, and clients that still name it fail (42703), prepared SELECT * too (0A000)',
    '6 autocommit-only-in-transaction: The migration fails here: CREATE INDEX CONCURRENTLY cannot run in a transaction block (25001)',
    '4 missing-lock-timeout: This waits for the ACCESS EXCLUSIVE lock on "orders" behind the longest query, with everybody else behind it, because no lock_timeout is in force',
  ]);
});

test.each([
  [
    'knows',
    "knex.raw('UPDATE orders SET a = 1')",
    "pool.raw('CREATE INDEX CONCURRENTLY a ON orders (a)')",
    'orders',
  ],
  [
    'knows',
    "knex.raw('CREATE INDEX b ON orders (b)')",
    "pool.raw('CREATE INDEX CONCURRENTLY a ON orders (a)')",
    'orders',
  ],
  ['knows', "knex.raw('SELECT * FROM orders')", "pool.raw('DROP INDEX CONCURRENTLY orders_b')", 'orders'],
  ['knows', "knex.raw('ALTER TABLE shops ADD COLUMN c int')", "pool('shops').select('c')", 'shops'],
  [
    'lets be',
    "knex.raw('SELECT * FROM orders')",
    "pool.raw('CREATE INDEX CONCURRENTLY a ON orders (a)')",
    null,
  ],
  ['lets be', "knex.raw('UPDATE shops SET a = 1')", "pool.raw('ALTER TABLE orders ADD COLUMN c int')", null],
  ['lets be', "pool.raw('UPDATE orders SET a = 1')", "knex.raw('ALTER TABLE orders ADD COLUMN c int')", null],
  ['lets be', "pool.raw('LOCK orders; SELECT 1')", "knex.raw('ALTER TABLE orders ADD COLUMN c int')", null],
])('%s what may wait for its own migration: %s, then %s', async (_, first, second, table) => {
  const { report } = await reviewed({
    base: {
      'package.json': JSON.stringify({ dependencies: { knex: '^3.1.0', pg: '^8.11.0' } }),
      'migrations/20240101000001_tables.js':
        "exports.up = (knex) => knex.raw('CREATE TABLE orders (a int, b int); CREATE TABLE shops (a int); CREATE INDEX orders_b ON orders (b)');",
    },
    change: {
      'migrations/20240101000002_orders.js': `const pool = require('knex')({ client: 'pg' });
exports.up = async (knex) => {
  await ${first};
  await ${second};
};
`,
    },
  });
  const found = report.findings.filter(({ rule }) => rule === 'deadlock-prone-lock-order');
  expect(found.map(({ place, risk, message }) => `${place.line} ${risk}: ${message}`)).toEqual(
    table === null
      ? []
      : [
          `4 high: The migration waits for itself here: this is sent by another connection and needs "${table}", which the migration's own transaction keeps locked until this is done; the server sees no deadlock that it could break`,
        ],
  );
});

test.each([
  [
    "pool.raw('CREATE INDEX CONCURRENTLY orders_a ON orders (a)')",
    'Put it into a migration of its own that no transaction is opened around: it runs in none.',
  ],
  [
    "pool.raw('UPDATE orders SET a = 1')",
    'Send it within the transaction, or put it into a migration of its own.',
  ],
])('The way out of waiting for itself is one that the statement can take: %s', async (second, help) => {
  const { report } = await reviewed({
    base: {
      'package.json': JSON.stringify({ dependencies: { knex: '^3.1.0', pg: '^8.11.0' } }),
      'migrations/20240101000001_tables.js':
        "exports.up = (knex) => knex.raw('CREATE TABLE orders (a int)');",
    },
    change: {
      'migrations/20240101000002_orders.js': `const pool = require('knex')({ client: 'pg' });
exports.up = async (knex) => {
  await knex.raw('ALTER TABLE orders ADD COLUMN c int');
  await ${second};
};
`,
    },
  });
  const found = report.findings.filter(({ rule }) => rule === 'deadlock-prone-lock-order');
  expect(found.map((finding) => finding.help)).toEqual([help]);
});

test('A table is there for others when its transaction has committed', async () => {
  expect(
    await judged(
      'migrations/20240101000001-orders.js',
      `module.exports = {
  async up(queryInterface, Sequelize) {
    const transaction = await queryInterface.sequelize.transaction();
    await queryInterface.createTable('orders', { a: Sequelize.INTEGER }, { transaction });
    await queryInterface.addIndex('orders', ['a'], { transaction });
    await queryInterface.addColumn('orders', 'b', Sequelize.INTEGER);
    await transaction.commit();
    await queryInterface.addColumn('orders', 'c', Sequelize.INTEGER);
  },
  async down() {},
};
`,
      { sequelize: '^6.37.0', pg: '^8.11.0' },
    ),
  ).toEqual([
    '1 block: BEGIN',
    '1 block: CREATE TABLE IF NOT EXISTS "orders" ("a" INTEGER)',
    '1 block: CREATE INDEX "orders_a" ON "orders" ("a")',
    '2 alone: ALTER TABLE "public"."orders" ADD COLUMN "b" INTEGER',
    '1 block: COMMIT',
    '3 alone: ALTER TABLE "public"."orders" ADD COLUMN "c" INTEGER',
    '6 refused-by-server: The migration fails here: what makes a relation that it names is still in a transaction of another connection (42P01)',
    '8 half-applied-migration: If this fails, what stands before it is done and is not taken back, for no transaction is open; run again, the migration stops there: 2 of its statements can be run only once',
  ]);
});
