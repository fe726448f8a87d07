import type { Random } from './random';

const TABLES = ['orders', 'users', 'line_items', 'app.invoices', 'order-notes', 'camelCase'];
const COLUMNS = ['id', 'name', 'userId', 'total', 'created_at', 'is_paid', 'notes', 'weird"name', 'meta'];
const TYPES = [
  "string('C')",
  "string('C', 40)",
  "text('C')",
  "text('C', 'longtext')",
  "integer('C')",
  "bigInteger('C')",
  "bigint('C')",
  "smallint('C')",
  "tinyint('C')",
  "boolean('C')",
  "bool('C')",
  "uuid('C')",
  "json('C')",
  "jsonb('C')",
  "date('C')",
  "time('C')",
  "timestamp('C')",
  "timestamp('C', { useTz: false })",
  "timestamp('C', { useTz: true, precision: 3 })",
  "timestamp('C', true)",
  "timestamp('C', false, 6)",
  "datetime('C')",
  "dateTime('C')",
  "decimal('C')",
  "decimal('C', 14, 4)",
  "decimal('C', null)",
  "float('C')",
  "double('C')",
  "binary('C')",
  "enu('C', ['new', 'paid', \"o'clock\"])",
  "enum('C', ['a'], { useNative: true, enumName: 'order_state' })",
  "specificType('C', 'text[]')",
  "enum('C', ['a'], { useNative: true, enumName: 'order_state', existingType: true, schemaName: 'app' })",
  "uuid('C', { primaryKey: true })",
  "geometry('C')",
  "specificType('C', 'citext')",
];
const MODIFIERS = [
  '.notNullable()',
  '.notNull()',
  '.nullable()',
  ".defaultTo('x')",
  '.defaultTo(3)',
  '.defaultTo(true)',
  '.defaultTo(false)',
  '.defaultTo(null)',
  '.defaultTo("it\'s")',
  ".defaultTo('a\\\\b')",
  '.defaultTo(knex.fn.now())',
  ".defaultTo(knex.raw('now()'))",
  '.defaultTo(knex.fn.uuid())',
  '.unsigned()',
  '.index()',
  ".index('my_idx')",
  '.unique()',
  ".unique('uq')",
  ".unique({ indexName: 'uq2', deferrable: 'deferred' })",
  '.unique({ useConstraint: false })',
  ".comment('a comment')",
  '.comment("it\'s")',
  '.primary()',
  ".references('id').inTable('users')",
  ".references('users.id').onDelete('CASCADE')",
  ".references('id').inTable('app.users').onDelete('SET NULL').onUpdate('CASCADE')",
  ".references('id').inTable('users').withKeyName('fk_x').deferrable('deferred')",
  ".after('id')",
  '.first()',
  ".collate('C')",
  '.checkPositive()',
  ".checkIn(['a', 'b'], 'chk')",
  '.checkNegative()',
  '.checkBetween([1, 5])',
  ".checkLength('>=', 4)",
  ".checkRegex('^a')",
  ".checkNotIn(['x'])",
  '.defaultTo({})',
  '.defaultTo([])',
];
const COMMANDS = [
  "table.index('C')",
  "table.index(['C', 'D'])",
  "table.index(['C'], 'named_idx')",
  "table.index(['C'], 'gin_idx', 'gin')",
  "table.index('C', null, { predicate: knex.whereNull('deleted_at') })",
  "table.index(['C'], 'p', { predicate: knex.where('a', '>', 3).orWhere({ b: null }) })",
  "table.index('C', undefined, { indexType: 'unique', storageEngineIndexType: 'hash' })",
  "table.unique('C')",
  "table.unique(['C', 'D'])",
  "table.unique(['C'], { useConstraint: false, predicate: knex.whereNotNull('a') })",
  "table.unique(['C'], { indexName: 'uq' })",
  "table.unique(['C'], 'uq3')",
  "table.foreign('C').references('id').inTable('users')",
  "table.foreign('C').references('users.id').onDelete('CASCADE')",
  "table.foreign(['C', 'D'], 'fk_name').references(['a', 'b']).on('users').onUpdate('restrict')",
  "table.foreign('C').references('id').inTable('users').deferrable('immediate')",
  'table.timestamps()',
  'table.timestamps(true, true)',
  'table.timestamps(true, true, true)',
  'table.timestamps({ useTimestamps: true, defaultToNow: true, useCamelCase: true })',
  "table.check('?? > 0', ['total'])",
  "table.check('total > 0', {}, 'total_positive')",
  "table.comment('the table')",
  "table.primary('C')",
  "table.primary(['C', 'D'], 'my_pk')",
  "table.primary(['C'], { constraintName: 'pk', deferrable: 'deferred' })",
];
const ALTERS = [
  "table.dropColumn('C')",
  "table.dropColumns('C', 'D')",
  "table.dropColumn(['C', 'D'])",
  "table.renameColumn('C', 'D')",
  "table.dropIndex('C')",
  "table.dropIndex(['C', 'D'], 'idx')",
  "table.dropUnique(['C'])",
  "table.dropUnique('C', 'uq')",
  "table.dropForeign('C')",
  "table.dropForeign(['C'], 'fk')",
  'table.dropPrimary()',
  "table.dropPrimary('pk')",
  "table.setNullable('C')",
  "table.dropNullable('C')",
  'table.dropTimestamps()',
  "table.dropChecks('a', 'b')",
  "table.dropChecks(['a'])",
];
const SCHEMA = [
  "knex.schema.dropTable('T')",
  "knex.schema.dropTableIfExists('T')",
  "knex.schema.renameTable('T', 'renamed')",
  "knex.schema.createSchema('app')",
  "knex.schema.createSchemaIfNotExists('app')",
  "knex.schema.dropSchema('app', true)",
  "knex.schema.dropSchemaIfExists('app')",
  "knex.schema.createExtension('citext')",
  "knex.schema.createExtensionIfNotExists('uuid-ossp')",
  "knex.schema.dropExtensionIfExists('citext')",
  "knex.schema.dropView('T')",
  "knex.schema.dropViewIfExists('T')",
  "knex.schema.refreshMaterializedView('T', true)",
  "knex.schema.renameView('T', 'renamed')",
  "knex.schema.dropMaterializedViewIfExists('T')",
  "knex.schema.raw('alter table ?? set (fillfactor = 50)', ['T'])",
  "knex.raw('create index concurrently ?? on ?? (a)', ['i', 'T'])",
  "knex.raw('select 1')",
  "knex.raw('update t set a = :a where :b: = 1', { a: \"it's\", b: 'x.y' })",
  "knex.schema.createTableLike('T', 'users')",
  "knex.schema.createView('T', (view) => { view.columns(['a']); view.as(knex('users').select('id').where({ a: 1 })) })",
  "knex.schema.createView('T', (view) => { view.as(knex('users as u').select('u.id', 'o.total as sum').join('orders as o', 'o.userId', 'u.id').whereIn('o.state', ['a', 'b']).groupBy('u.id').orderBy('u.id', 'desc')) })",
  "knex.schema.createViewOrReplace('T', (view) => view.as(knex.select('*').from('users').leftJoin('orders', function () { this.on('a', '=', 'b').andOn('c', 'd') })))",
  "knex.schema.createMaterializedView('T', (view) => { view.as(knex('users').withSchema('app').select(['id AS a', knex.raw('count(*)')])) })",
  "knex.schema.alterView('T', (view) => { view.column('a').rename('b') })",
  "knex('T').where('id', 1).update({ name: 'x', total: null })",
  "knex('T').insert({ id: 1, name: \"o'x\" })",
  "knex('T').insert([{ id: 1 }, { id: 2 }]).onConflict('id').ignore()",
  "knex('T').insert({ id: 1, name: 'n' }).onConflict(['id']).merge()",
  "knex('T').whereNull('a').andWhere('b', '>', 2).orWhere('c', 'like', 'x%').del()",
  "knex('T').truncate()",
  "knex('T').where((q) => q.where('a', 1).orWhereNotNull('b')).delete()",
  "knex('T').update('name', 'x').whereIn('id', knex('users').select('id'))",
  "knex('T').increment('total', 2)",
  "knex('T').whereNotIn('id', [1, 2]).whereBetween('total', [1, 5]).update({ a: knex.raw('?? + 1', ['a']) })",
  "knex.withSchema('app').table('users').insert({ id: 1 })",
  "knex('T').whereRaw('a = ?', [1]).select('id')",
  "knex('T').distinctOn('a', 'b').select('a', 'b').orderBy('a')",
  "knex('T').whereIn('id', function () { this.select('userId').from('orders').where('total', '>', 3) }).del()",
  "knex('T').whereExists(function () { this.select('*').from('orders').whereRaw('orders.id = users.id') }).update({ a: 1 })",
  "knex('T').where('id', '=', knex('orders').max('id')).update({ a: 1 })",
  "knex.with('old', (q) => q.select('id').from('orders').where('total', 0)).from('T').whereIn('id', knex('old').select('id')).select('*')",
  "knex.withRecursive('tree', (q) => q.select('id').from('T').where('id', 1).union((u) => u.select('id').from('tree'))).select('*').from('tree')",
  "knex('T').updateFrom('orders').where('T.id', '=', knex.ref('orders.id')).update({ a: 1 })",
  "knex('T').select('id').unionAll([knex('orders').select('id'), knex('users').select('id')])",
  "knex('T').modify((q) => q.where('a', 1)).del()",
  "knex('T').select('id').intersect(knex('orders').select('id'))",
  "knex.select('id').from('T').whereExists(knex.select(knex.raw('1')).from('users'))",
];

/** A migration of one to three calls of Knex's schema builder. */
export function knexProgram(random: Random): string {
  return Array.from({ length: 1 + random.below(3) }, () => `await ${statement(random)};`).join('\n');
}

function statement(random: Random): string {
  if (random.chance(0.25)) return fill(random.pick(SCHEMA), random);
  const prefix = random.chance(0.2) ? ".withSchema('app')" : '';
  const isCreate = random.chance(0.5);
  const method = isCreate
    ? random.pick(['createTable', 'createTable', 'createTableIfNotExists'])
    : random.pick(['alterTable', 'table']);
  const lines = Array.from({ length: 1 + random.below(5) }, () => line(isCreate, random));
  return `knex.schema${prefix}.${method}('${random.pick(TABLES)}', (table) => {\n  ${lines.join(';\n  ')};\n})`;
}

function line(isCreate: boolean, random: Random): string {
  if (isCreate && random.chance(0.1))
    return random
      .pick([
        'table.increments()',
        "table.increments('C')",
        "table.bigIncrements('C', { primaryKey: false })",
        "table.bigincrements('C')",
      ])
      .replace('C', random.pick(COLUMNS));
  if (random.chance(0.6)) {
    const modifiers = random.chance(0.7) ? random.some(MODIFIERS, 3).join('') : '';
    const alter =
      !isCreate && random.chance(0.3)
        ? random.pick([
            '.alter()',
            '.alter()',
            '.alter({ alterNullable: false })',
            '.alter({ alterType: false })',
          ])
        : '';
    return fill(`table.${random.pick(TYPES)}${modifiers}${alter}`, random);
  }
  return fill(random.pick(isCreate || random.chance(0.4) ? COMMANDS : ALTERS), random);
}

function fill(text: string, random: Random): string {
  const [first = 'id', second = 'name'] = random.some(COLUMNS, 2).concat(['other']);
  return text
    .replaceAll("'T'", `'${random.pick(TABLES)}'`)
    .replaceAll("'C'", `'${first}'`)
    .replaceAll("'D'", `'${second}'`);
}
