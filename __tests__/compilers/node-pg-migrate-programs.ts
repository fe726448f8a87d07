import type { Random } from './random';

const TABLES = ["'orders'", "{ schema: 'app', name: 'orders' }", "'Users'"];
const COLUMNS = ['id', 'name', 'userId', 'total', 'created_at', 'is_paid'];
const TYPES = [
  "'int'",
  "'string'",
  "'varchar(40)'",
  "'datetime'",
  "'bool'",
  "'jsonb'",
  "'double'",
  "'uuid'",
  "'text[]'",
  "'numeric(10,2)'",
];
const PARTS = [
  'notNull: true',
  'notNull: false',
  'unique: true',
  'primaryKey: true',
  "default: 'it\\'s'",
  'default: 3',
  'default: false',
  'default: null',
  "default: pgm.func('now()')",
  "default: ['a', 'b']",
  "check: 'total > 0'",
  'collation: \'"C"\'',
  "comment: 'a note'",
  "references: 'users'",
  "references: 'users(id)', onDelete: 'CASCADE', onUpdate: 'set null'",
  'references: \'"users"(id)\', deferrable: true',
  "references: { schema: 'app', name: 'users' }, deferrable: true, deferred: true, match: 'FULL'",
  "references: 'users', referencesConstraintName: 'orders_fk'",
  "references: 'users', referencesConstraintComment: 'to whom'",
  "sequenceGenerated: { precedence: 'ALWAYS', start: 5, increment: 2 }",
  "expressionGenerated: 'total * 2'",
];

/** A program that calls node-pg-migrate once or a few times. */
export function nodePgMigrateProgram(random: Random): string {
  const makers = [createTable, addColumns, alterColumn, constraint, index, other, other, routine, view];
  return Array.from({ length: 1 + random.below(3) }, () => `pgm.${random.pick(makers)(random)};`).join('\n');
}

function options(random: Random, ...parts: readonly string[]): string {
  const chosen = parts.filter(() => random.chance(0.35));
  return random.chance(0.2) && chosen.length === 0 ? '' : `, { ${chosen.join(', ')} }`;
}

function column(random: Random): string {
  if (random.chance(0.1)) return "'id'";
  if (random.chance(0.2)) return random.pick(TYPES);
  return `{ type: ${random.pick(TYPES)}, ${random.some(PARTS, 3).join(', ')} }`;
}

function columns(random: Random): string {
  return `{ ${random
    .some(COLUMNS, 4)
    .map((name) => `${name}: ${column(random)}`)
    .join(', ')} }`;
}

function constraints(random: Random): string {
  const parts = [
    "check: 'total > 0'",
    "check: ['total > 0', 'id > 0']",
    "unique: 'name'",
    "unique: ['name', 'userId']",
    "unique: ['name', ['userId', 'total']]",
    "primaryKey: 'id'",
    "primaryKey: ['id', 'name']",
    "foreignKeys: { columns: 'userId', references: 'users(id)', onDelete: 'CASCADE' }",
    "foreignKeys: [{ columns: ['userId', 'id'], references: { schema: 'app', name: 'users' } }, { columns: 'name', references: 'names', referencesConstraintName: 'names_fk' }]",
    "exclude: 'using gist (total with =)'",
    'deferrable: true',
    'deferrable: true, deferred: true',
  ];
  return `{ ${random.some(parts, 3).join(', ')} }`;
}

function createTable(random: Random): string {
  const more = options(
    random,
    'temporary: true',
    'ifNotExists: true',
    "inherits: 'base'",
    "comment: 'all orders'",
    `constraints: ${constraints(random)}`,
    "like: 'base'",
    "like: { table: 'base', options: { including: ['DEFAULTS'], excluding: ['INDEXES'] } }",
    "partition: { strategy: 'RANGE', columns: ['id', { name: 'name', collate: '\"C\"', opclass: 'text_ops' }] }",
  );
  return `createTable(${random.pick(TABLES)}, ${columns(random)}${more})`;
}

function addColumns(random: Random): string {
  const table = random.pick(TABLES);
  return random.pick([
    `addColumns(${table}, ${columns(random)}${options(random, 'ifNotExists: true')})`,
    `addColumn(${table}, ${columns(random)})`,
    `dropColumns(${table}, ['a', 'b']${options(random, 'ifExists: true', 'cascade: true')})`,
    `dropColumn(${table}, 'a')`,
    `dropColumns(${table}, { a: 1, b: 2 })`,
    `renameColumn(${table}, 'a', 'b')`,
  ]);
}

function alterColumn(random: Random): string {
  const parts = [
    `type: ${random.pick(TYPES)}`,
    `type: ${random.pick(TYPES)}, using: 'total::int', collation: '"C"'`,
    'default: 5',
    'default: null',
    'notNull: true',
    'notNull: false',
    'allowNull: true',
    "comment: 'a note'",
    "sequenceGenerated: { precedence: 'BY DEFAULT' }",
    'sequenceGenerated: false',
    'expressionGenerated: null',
  ];
  return `alterColumn(${random.pick(TABLES)}, 'total', { ${random.some(parts, 3).join(', ')} })`;
}

function constraint(random: Random): string {
  const table = random.pick(TABLES);
  return random.pick([
    `addConstraint(${table}, 'ck', 'check (total > 0)')`,
    `addConstraint(${table}, 'ck', ${constraints(random)})`,
    `createConstraint(${table}, null, ${constraints(random)})`,
    `dropConstraint(${table}, 'ck'${options(random, 'ifExists: true', 'cascade: true')})`,
    `renameConstraint(${table}, 'ck', 'ck2')`,
  ]);
}

function index(random: Random): string {
  const keys = random.pick([
    "'name'",
    "['name', 'total']",
    "[{ name: 'name', sort: 'DESC', opclass: 'text_ops' }, 'total']",
    "'lower(name)'",
    "['name', { name: 'total', opclass: { schema: 'app', name: 'ops' } }]",
  ]);
  const table = random.pick(TABLES);
  return random.pick([
    `${random.pick(['createIndex', 'addIndex'])}(${table}, ${keys}${options(random, "name: 'orders_idx'", 'unique: true', "where: 'total > 1'", 'concurrently: true', 'ifNotExists: true', "method: 'gin'", "include: ['id']")})`,
    `dropIndex(${table}, ${keys}${options(random, "name: 'orders_idx'", 'unique: true', 'concurrently: true', 'ifExists: true', 'cascade: true')})`,
  ]);
}

function other(random: Random): string {
  const drop = (): string => options(random, 'ifExists: true', 'cascade: true');
  return random.pick([
    `dropTable(${random.pick(TABLES)}${drop()})`,
    "renameTable('orders', 'purchases')",
    "alterTable('orders', { levelSecurity: 'ENABLE' })",
    "createType('mood', ['calm', 'it\\'s'])",
    "createType('pair', { a: 'int', b: { type: 'text' } })",
    `dropType('mood'${drop()})`,
    "renameType('mood', 'temper')",
    "addTypeAttribute('pair', 'c', 'int')",
    "setTypeAttribute('pair', 'c', 'text')",
    `addTypeValue('mood', 'glad'${options(random, 'ifNotExists: true', "before: 'calm'")})`,
    "addTypeValue('mood', 'glad', { after: 'calm' })",
    "renameTypeAttribute('pair', 'a', 'x')",
    "renameTypeValue('mood', 'a', 'b')",
    `createSchema('shop'${options(random, 'ifNotExists: true', "authorization: 'owner'")})`,
    `dropSchema('shop'${drop()})`,
    "renameSchema('shop', 'store')",
    `createDomain('amount', 'int'${options(random, 'default: 5', "check: 'value > 0'", "constraintName: 'positive'")})`,
    `dropDomain('amount'${drop()})`,
    "renameDomain('amount', 'sum')",
    "alterDomain('amount', { default: 3, notNull: true })",
    "alterDomain('amount', { notNull: false, check: 'value > 1', constraintName: 'more' })",
    `dropTypeAttribute('pair', 'a'${options(random, 'ifExists: true')})`,
    "renameSequence('numbers', 'counts')",
    `addExtension('citext'${options(random, 'ifNotExists: true')})`,
    "createCast('varchar', 'uuid', { as: 'assignment', inout: true })",
    "createCast('int', 'text', { functionName: 'to_text', argumentTypes: ['int'] })",
    `dropCast('varchar', 'uuid'${options(random, 'ifExists: true')})`,
    `createOperator('+', { procedure: 'plus', left: 'pair'${random.chance(0.5) ? ", right: 'pair', commutator: '+', restrict: 'eqsel', hashes: true" : ''} })`,
    `dropOperator('+', { left: 'pair', right: 'pair'${random.chance(0.5) ? ', ifExists: true, cascade: true' : ''} })`,
    "createOperatorClass('pair_ops', 'int', 'btree', [{ type: 'function', number: 1, name: 'compare', params: ['int', 'int'] }], { default: true, family: 'pairs' })",
    `dropOperatorClass('pair_ops', 'btree'${drop()})`,
    "renameOperatorClass('pair_ops', 'btree', 'couple_ops')",
    "createOperatorFamily('pairs', 'btree')",
    `dropOperatorFamily('pairs', 'btree'${drop()})`,
    "renameOperatorFamily('pairs', 'btree', 'couples')",
    "addToOperatorFamily('pairs', 'btree', [{ type: 'function', number: 1, name: 'compare', params: ['int', 'int'] }])",
    "revokeRoles('a', 'b', { cascade: true })",
    "revokeOnSchemas({ schemas: ['app'], roles: ['reader'], privileges: 'ALL' })",
    `createSequence('numbers'${options(random, "type: 'bigint'", 'increment: 2', 'minvalue: 1', 'maxvalue: null', 'start: 5', 'cache: 3', 'cycle: true', "owner: 'orders.id'")})`,
    "alterSequence('numbers', { restart: 5, cycle: false })",
    `dropSequence('numbers'${drop()})`,
    `createExtension(['citext', 'pgcrypto']${options(random, 'ifNotExists: true', "schema: 'extensions'")})`,
    `dropExtension('citext'${drop()})`,
    "grantRoles('a', ['b', 'c'], { withAdminOption: true })",
    "grantOnTables({ tables: ['orders', { schema: 'app', name: 'users' }], roles: ['reader'], privileges: ['SELECT'] })",
    "grantOnTables({ tables: 'ALL', schema: 'app', roles: 'PUBLIC', privileges: 'ALL' })",
    "revokeOnTables({ tables: 'orders', roles: 'reader', privileges: 'SELECT', cascade: true })",
    "grantOnSchemas({ schemas: 'app', roles: 'reader', privileges: ['USAGE'] })",
    `createRole('reader'${options(random, 'login: true', "password: 'x'", 'limit: 5', "inRole: ['staff']")})`,
    "alterRole('reader', { login: false })",
    `dropRole('reader'${options(random, 'ifExists: true')})`,
    "renameRole('reader', 'viewer')",
    "sql('update {t} set total = 1', { t: 'orders' })",
    "sql('create index concurrently orders_idx on orders (name)')",
    "sql('drop table orders; drop table users;')",
  ]);
}

function routine(random: Random): string {
  return random.pick([
    `createFunction('total', ['int', { name: 'a', type: 'string', mode: 'IN', default: 'x' }], { returns: 'int', language: 'sql'${random.chance(0.5) ? ", behavior: 'IMMUTABLE', replace: true, security: 'DEFINER', parallel: 'SAFE', onNull: true" : ''} }, 'select 1')`,
    "createFunction('touch', [], { returns: 'trigger', language: 'plpgsql' }, 'BEGIN RETURN NEW; END')",
    `dropFunction('total', ['int', 'string']${options(random, 'ifExists: true', 'cascade: true')})`,
    "renameFunction('total', [], 'sum')",
    "createTrigger('orders', 'touched', { when: 'BEFORE', operation: ['INSERT', 'UPDATE'], level: 'ROW', function: 'touch', functionParams: ['a'] })",
    "createTrigger('orders', 'touched', { when: 'AFTER', operation: 'UPDATE', constraint: true, deferrable: true, deferred: true, level: 'ROW', function: { schema: 'app', name: 'touch' }, condition: 'OLD.id <> NEW.id' })",
    "createTrigger('orders', 'touched', { when: 'AFTER', operation: 'INSERT', language: 'plpgsql' }, 'BEGIN RETURN NEW; END')",
    `dropTrigger('orders', 'touched'${options(random, 'ifExists: true', 'cascade: true')})`,
    "renameTrigger('orders', 'a', 'b')",
  ]);
}

function view(random: Random): string {
  return random.pick([
    `createView('totals'${options(random, 'replace: true', 'temporary: true', "columns: ['a']", "checkOption: 'CASCADED'", 'options: { security_barrier: true }') || ', {}'}, 'select 1')`,
    `dropView('totals'${options(random, 'ifExists: true', 'cascade: true')})`,
    "alterViewColumn('totals', 'a', { default: 1 })",
    "renameView('totals', 'sums')",
    `createMaterializedView('totals'${options(random, 'ifNotExists: true', "columns: 'a'", 'storageParameters: { fillfactor: 70 }', 'data: false') || ', {}'}, 'select 1')`,
    "alterView('totals', { checkOption: 'LOCAL' })",
    `dropMaterializedView('totals'${options(random, 'ifExists: true', 'cascade: true')})`,
    "renameMaterializedView('totals', 'sums')",
    "renameMaterializedViewColumn('totals', 'a', 'b')",
    `refreshMaterializedView('totals'${options(random, 'concurrently: true', 'data: true')})`,
    "alterMaterializedView('totals', { cluster: 'totals_idx' })",
    `createPolicy('orders', 'own', { command: 'SELECT', role: ['a', 'PUBLIC'], using: 'true' })`,
    "createPolicy('orders', 'own', { check: 'total > 1' })",
    "alterPolicy('orders', 'own', { role: 'a', using: 'true', check: 'false' })",
    `dropPolicy('orders', 'own'${options(random, 'ifExists: true')})`,
    "renamePolicy('orders', 'own', 'mine')",
  ]);
}
