import type { Random } from './random';

const TABLES = ["'orders'", "'app.orders'", "'Users'", "'order_notes'"];
const COLUMNS = ['id', 'name', 'userId', 'total', 'createdAt', 'is_paid', 'notes'];
const TYPES = [
  "'integer'",
  "'varchar(40)'",
  "'text'",
  "'timestamptz'",
  "'jsonb'",
  "'serial'",
  "'numeric(10, 2)'",
  'sql`citext`',
  'sql`int[]`',
];
const COLUMN_CALLS = [
  'notNull()',
  'unique()',
  'primaryKey()',
  "defaultTo('it''s')".replace("''", "\\'"),
  'defaultTo(3)',
  'defaultTo(false)',
  'defaultTo(null)',
  'defaultTo(sql`now()`)',
  "references('users.id')",
  "references('app.users.id').onDelete('cascade')",
  "references('users.id').onDelete('set null').onUpdate('restrict')",
  'check(sql`total > 0`)',
  'generatedAlwaysAs(sql`total * 2`).stored()',
  'generatedAlwaysAsIdentity()',
  'generatedByDefaultAsIdentity()',
  'unique().nullsNotDistinct()',
  'modifyEnd(sql`collate "C"`)',
];
const WHERE = [
  "where('name', 'is not', null)",
  "where('name', '=', 'x')",
  "where('total', '>', 3)",
  "where('id', 'in', [1, 2])",
  'where(sql`total > ${sql.lit(1)}`)',
  "where((eb) => eb.or([eb('id', '=', 1), eb('name', 'like', 'a%')]))",
  "where((eb) => eb.and([eb('id', '=', 1), eb.not(eb('is_paid', '=', true))]))",
];

const QUERIES = [
  "db.selectFrom('orders').select(['id', 'orders.name as title']).distinct()",
  "db.selectFrom('orders').selectAll().distinctOn(['userId']).orderBy('id', 'desc')",
  "db.selectFrom('orders').innerJoin('users', 'users.id', 'orders.userId').selectAll('users')",
  "db.selectFrom('orders as o').leftJoin('users as u', (join) => join.onRef('u.id', '=', 'o.userId').on('u.name', '=', 'x')).selectAll()",
  "db.selectFrom('orders').select('id').union(db.selectFrom('order_notes').select('id'))",
  "db.selectFrom('orders').select((eb) => eb.fn.count('id').as('n')).groupBy('userId')",
  "db.selectFrom('orders').select((eb) => [eb.cast('total', 'text').as('t'), eb.cast(eb.val(3), 'integer').as('n')])",
  "db.selectFrom('orders').select((eb) => eb.case().when('total', '>', 3).then(1).else(0).end().as('big'))",
  "db.selectFrom('orders').selectAll().where((eb) => eb.exists(eb.selectFrom('users').selectAll().whereRef('users.id', '=', 'orders.userId')))",
  "db.selectFrom('orders').selectAll().where('id', 'in', (eb) => eb.selectFrom('users').select('id'))",
  "db.selectFrom('orders').selectAll().where((eb) => eb('id', '=', 1).or('name', '=', 'x'))",
  "db.selectFrom('orders').selectAll().forUpdate().skipLocked()",
  "db.with('old', (d) => d.deleteFrom('orders').where('id', '<', 3).returning('id')).insertInto('order_notes').columns(['id']).expression((eb) => eb.selectFrom('old').select('id'))",
  "db.withRecursive('tree(id)', (d) => d.selectFrom('orders').select('id').unionAll(d.selectFrom('tree').select('id'))).selectFrom('tree').selectAll()",
  "db.withSchema('shop').selectFrom('orders').selectAll().where('id', 'in', (eb) => eb.selectFrom('users').select('id'))",
  "db.withSchema('shop').updateTable('orders').set({ name: 'x' }).where((eb) => eb.exists(eb.selectFrom('users').selectAll()))",
  "db.mergeInto('orders').using('changes', 'changes.id', 'orders.id').whenMatched().thenDelete()",
  "db.mergeInto('orders').using('changes', (on) => on.onRef('changes.id', '=', 'orders.id')).whenMatchedAnd('changes.total', '>', 1).thenUpdateSet({ total: 2, name: 'x' }).whenNotMatched().thenInsertValues({ id: 1, name: 'y' })",
  "db.mergeInto('orders').using('changes', 'changes.id', 'orders.id').whenMatchedAndRef('changes.total', '=', 'orders.total').thenDoNothing().whenMatched().thenUpdate((update) => update.set('total', 3))",
  "db.withSchema('shop').mergeInto('orders').using('changes', (on) => on.onTrue()).whenNotMatchedBySource().thenDelete()",
  "db.selectNoFrom((eb) => eb.val(1).as('one'))",
];

function query(random: Random): string {
  return `${random.pick(QUERIES)}.execute()`;
}

/** A program that calls Kysely once or a few times. */
export function kyselyProgram(random: Random): string {
  const lines = Array.from({ length: 1 + random.below(3) }, () => `await ${statement(random)};`);
  return lines.join('\n');
}

function statement(random: Random): string {
  return random.pick([createTable, alterTable, createIndex, other, template, write, query])(random);
}

function schema(random: Random): string {
  return random.chance(0.15) ? "db.schema.withSchema('shop')" : 'db.schema';
}

function columnBuild(random: Random): string {
  const calls = random.some(COLUMN_CALLS, 3).map((call) => `.${call}`);
  return random.chance(0.3) ? '' : `, (col) => col${calls.join('')}`;
}

function list(random: Random): string {
  return `[${random
    .some(COLUMNS, 2)
    .map((name) => `'${name}'`)
    .join(', ')}]`;
}

function constraint(random: Random): string {
  return random.pick([
    `addPrimaryKeyConstraint('pk', ${list(random)})`,
    `addUniqueConstraint('uq', ${list(random)})`,
    `addUniqueConstraint('uq', ${list(random)}, (c) => c.nullsNotDistinct())`,
    "addCheckConstraint('ck', sql`total > 0`)",
    "addForeignKeyConstraint('fk', ['userId'], 'users', ['id'])",
    "addForeignKeyConstraint('fk', ['userId'], 'app.users', ['id'], (c) => c.onDelete('cascade').onUpdate('no action'))",
    "addForeignKeyConstraint('fk', ['userId'], 'users', ['id'], (c) => c.deferrable().initiallyDeferred())",
  ]);
}

function createTable(random: Random): string {
  const columns = random
    .some(COLUMNS, 4)
    .map((name) => `.addColumn('${name}', ${random.pick(TYPES)}${columnBuild(random)})`);
  const more = [
    random.chance(0.3) ? '.ifNotExists()' : '',
    random.chance(0.1) ? '.temporary()' : '',
    random.chance(0.3) ? `.${constraint(random)}` : '',
    random.chance(0.1) ? '.modifyEnd(sql`partition by hash (id)`)' : '',
  ];
  return `${schema(random)}.createTable(${random.pick(TABLES)})${columns.join('')}${more.join('')}.execute()`;
}

function alterTable(random: Random): string {
  const column = (): string => `'${random.pick(COLUMNS)}'`;
  const actions = random.chance(0.4)
    ? [
        random.pick([
          `.${constraint(random)}`,
          ".dropConstraint('uq')",
          ".dropConstraint('uq').ifExists().cascade()",
          ".renameConstraint('uq', 'uq2')",
          ".renameTo('purchases')",
          ".setSchema('archive')",
          `.renameColumn(${column()}, 'other')`,
          ".addForeignKeyConstraint('fk', ['userId'], 'users', ['id']).onDelete('cascade')",
        ]),
      ]
    : Array.from({ length: 1 + random.below(3) }, () =>
        random.pick([
          `.addColumn(${column()}, ${random.pick(TYPES)}${columnBuild(random)})`,
          `.dropColumn(${column()})`,
          `.alterColumn(${column()}, (c) => c.setDataType('text'))`,
          `.alterColumn(${column()}, (c) => c.setDefault(3))`,
          `.alterColumn(${column()}, (c) => c.dropDefault())`,
          `.alterColumn(${column()}, (c) => c.setNotNull())`,
          `.alterColumn(${column()}, (c) => c.dropNotNull())`,
        ]),
      );
  return `${schema(random)}.alterTable(${random.pick(TABLES)})${actions.join('')}.execute()`;
}

function createIndex(random: Random): string {
  const keys = random.pick([
    `.columns(${list(random)})`,
    ".column('name')",
    ".column('createdAt desc')",
    '.expression(sql`lower(name)`)',
  ]);
  const more = [
    random.chance(0.3) ? '.unique()' : '',
    random.chance(0.2) ? '.ifNotExists()' : '',
    random.chance(0.2) ? ".using('gin')" : '',
    random.chance(0.1) ? '.unique().nullsNotDistinct()' : '',
    random.chance(0.3) ? `.${random.pick(WHERE)}` : '',
  ];
  return `${schema(random)}.createIndex('orders_idx').on(${random.pick(TABLES)})${keys}${more.join('')}.execute()`;
}

function other(random: Random): string {
  const flag = (name: string): string => (random.chance(0.4) ? `.${name}()` : '');
  const isView = random.chance(0.2);
  if (isView) return `db.schema.${view(random)}.execute()`;
  return `${schema(random)}.${random.pick([
    `dropTable(${random.pick(TABLES)})${flag('ifExists')}${flag('cascade')}`,
    `dropIndex('orders_idx')${flag('ifExists')}${flag('cascade')}`,
    `dropView('totals')${flag('materialized')}${flag('ifExists')}${flag('cascade')}`,
    `dropType('mood')${flag('ifExists')}`,
    `createSchema('shop')${flag('ifNotExists')}`,
    `dropSchema('shop')${flag('ifExists')}${flag('cascade')}`,
    "createType('mood').asEnum(['calm', 'it\\'s'])",
    "alterType('mood').addValue('glad')",
    "alterType('mood').renameValue('glad', 'happy')",
    `refreshMaterializedView('totals')${flag('concurrently')}`,
  ])}.execute()`;
}

function template(random: Random): string {
  return `${random.pick([
    "sql`alter table ${sql.table('app.orders')} add column note text`",
    "sql`create index concurrently ${sql.id('orders_idx')} on orders (${sql.ref('name')})`",
    'sql`update orders set total = ${3} where name = ${"x"}`',
    "sql.raw('drop table orders')",
    "sql`select ${sql.join([1, 2])}, ${sql.lit('y')}`",
    'sql`delete from orders where id in (${sql.join([1, 2], sql`, `)})`',
  ])}.execute(db)`;
}

function write(random: Random): string {
  return `db.${random.pick([
    "insertInto('orders').values({ id: 1, name: 'x' })",
    "insertInto('orders').values([{ id: 1, name: 'x' }, { id: 2, name: sql`now()` }]).onConflict((oc) => oc.column('id').doNothing())",
    "insertInto('orders').columns(['id']).expression(db.selectFrom('users').select('id'))",
    `updateTable('orders').set({ total: 1, name: sql\`name || 'x'\` }).${random.pick(WHERE)}`,
    `deleteFrom('orders').${random.pick(WHERE)}`,
    `selectFrom('orders').selectAll().${random.pick(WHERE)}.orderBy('id').limit(5)`,
    "selectFrom('orders').innerJoin('users', 'users.id', 'orders.userId').select(['orders.id', 'users.name as who'])",
  ])}.execute()`;
}

function view(random: Random): string {
  return random.pick([
    `createView('totals')${random.chance(0.5) ? '.materialized()' : ''}.as(db.selectFrom('orders').select(['id', 'total']).where('total', '>', 1))`,
    "createView('totals').orReplace().columns(['a']).as(db.selectFrom('orders').select('id'))",
  ]);
}
