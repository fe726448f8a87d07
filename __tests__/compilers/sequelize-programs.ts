import type { Random } from './random';

const TABLES = [
  "'orders'",
  "'Users'",
  "'lineItems'",
  "{ tableName: 'orders', schema: 'app' }",
  "'order_notes'",
];
const COLUMNS = ['id', 'name', 'userId', 'total', 'createdAt', 'is_paid', 'notes', 'meta'];
const TYPES = [
  'STRING',
  'STRING(40)',
  'STRING.BINARY',
  'CHAR(3)',
  'TEXT',
  "TEXT('tiny')",
  'CITEXT',
  'INTEGER',
  'INTEGER(11)',
  'INTEGER.UNSIGNED',
  'BIGINT',
  'SMALLINT',
  'TINYINT',
  'FLOAT',
  'FLOAT(11)',
  'FLOAT(11, 2)',
  'REAL',
  'DOUBLE',
  'DECIMAL',
  'DECIMAL(10, 2)',
  'DECIMAL(8)',
  'NUMERIC',
  'BOOLEAN',
  'TIME',
  'DATE',
  'DATE(3)',
  'DATEONLY',
  'HSTORE',
  'JSON',
  'JSONB',
  'BLOB',
  'RANGE(Sequelize.DATE)',
  'RANGE',
  'UUID',
  "ENUM('new', \"it's\")",
  "ENUM(['a', 'b'])",
  'ARRAY(Sequelize.STRING)',
  'ARRAY(Sequelize.INTEGER)',
  "ARRAY(Sequelize.ENUM('a', 'b'))",
  "GEOMETRY('POINT', 4326)",
  'GEOMETRY',
  "GEOGRAPHY('POINT')",
  'CIDR',
  'INET',
  'MACADDR',
  'TSVECTOR',
];
const PARTS = [
  'allowNull: false',
  'allowNull: true',
  "defaultValue: 'x'",
  'defaultValue: 3',
  'defaultValue: true',
  'defaultValue: null',
  "defaultValue: Sequelize.literal('now()')",
  "defaultValue: Sequelize.fn('now')",
  'defaultValue: Sequelize.NOW',
  'defaultValue: Sequelize.UUIDV4',
  'defaultValue: "it\'s"',
  'unique: true',
  'primaryKey: true',
  "comment: 'a note'",
  "references: { model: 'Users', key: 'id' }",
  "references: { model: { tableName: 'Users', schema: 'app' }, key: 'id' }, onDelete: 'cascade', onUpdate: 'SET NULL'",
  "references: { model: 'Users', key: 'id', deferrable: Sequelize.Deferrable.INITIALLY_DEFERRED }",
  "defaultValue: Sequelize.fn('uuid_generate_v4')",
  "defaultValue: Sequelize.cast('1', 'text')",
  'unique: false',
  "unique: 'named'",
];
const OTHERS = [
  'dropTable(T)',
  'dropTable(T, { cascade: true })',
  "renameTable(T, 'renamed')",
  "removeColumn(T, 'C')",
  "renameColumn(T, 'C', 'D')",
  "addIndex(T, ['C', 'D'])",
  "addIndex(T, ['C'], { unique: true, name: 'uq' })",
  "addIndex(T, { fields: ['C'], concurrently: true })",
  "addIndex(T, ['C'], { where: { is_paid: true, notes: null }, using: 'btree' })",
  "addIndex(T, [{ name: 'C', order: 'DESC', collate: 'C' }, 'D'], { type: 'UNIQUE' })",
  "addIndex(T, [Sequelize.fn('lower', Sequelize.col('C'))], { name: 'lower_idx' })",
  "addIndex(T, ['C'], { using: 'gin', operator: 'jsonb_path_ops' })",
  "addIndex(T, ['C'], { where: { total: { [Sequelize.Op.gt]: 3 }, [Sequelize.Op.or]: [{ name: 'a' }, { name: { [Sequelize.Op.ne]: null } }] } })",
  "addIndex(T, ['C'], { where: { name: ['a', 'b'], id: { [Sequelize.Op.notIn]: [1] } } })",
  "removeIndex(T, 'idx')",
  "removeIndex('orders', ['C', 'D'])",
  "removeIndex(T, 'idx', { concurrently: true })",
  "addConstraint(T, { fields: ['C'], type: 'unique', name: 'uq' })",
  "addConstraint(T, { fields: ['C', 'D'], type: 'primary key' })",
  "addConstraint('orders', { fields: ['C'], type: 'unique' })",
  "addConstraint(T, { fields: ['C'], type: 'foreign key', name: 'fk', references: { table: 'Users', field: 'id' }, onDelete: 'cascade', onUpdate: 'no action' })",
  "addConstraint('orders', { fields: ['C'], type: 'FOREIGN KEY', references: { table: 'Users', field: 'id' } })",
  "addConstraint(T, { fields: ['C'], type: 'check', name: 'ck', where: { C: { [Sequelize.Op.gte]: 1 } } })",
  "addConstraint(T, { fields: ['C'], type: 'unique', name: 'uq', deferrable: Sequelize.Deferrable.INITIALLY_IMMEDIATE })",
  "removeConstraint(T, 'uq')",
  "createSchema('app')",
  "dropSchema('app')",
  "dropEnum('enum_orders_state')",
  'bulkInsert(T, [{ id: 1, name: "it\'s" }, { id: 2, total: null }])',
  'bulkDelete(T, { C: [1, 2] })',
  "dropFunction('f', [{ type: 'integer', name: 'a' }])",
  "addIndex(T, ['C'], { indicesType: 'UNIQUE', indexName: 'idx' })",
  "bulkDelete(T, { C: 'x', D: null })",
  'bulkDelete(T, null, { truncate: true })',
  "sequelize.query('ALTER TABLE x ADD y int')",
  "sequelize.query('UPDATE x SET a = :a WHERE b IN (:b) AND c::text = \\'d\\'', { replacements: { a: \"it's\", b: [1, 2] } })",
  "sequelize.query('DELETE FROM x WHERE a = ? AND b = ?', { replacements: [1, null] })",
  "createFunction('f', [{ type: 'integer', name: 'a' }], 'integer', 'plpgsql', 'RETURN a;', ['IMMUTABLE'], { force: true })",
];

/** A migration of one to three calls of the query interface. */
export function sequelizeProgram(random: Random): string {
  return Array.from({ length: 1 + random.below(3) }, () => `await queryInterface.${call(random)};`).join(
    '\n',
  );
}

function call(random: Random): string {
  const choice = random.below(4);
  const table = random.pick(TABLES);
  if (choice === 0) return fill(random.pick(OTHERS), table, random);
  if (choice === 1) return `addColumn(${table}, '${random.pick(COLUMNS)}', ${definition(random)})`;
  if (choice === 2) return `changeColumn(${table}, '${random.pick(COLUMNS)}', ${definition(random)})`;
  const columns = random.some(COLUMNS, 5).map((column) => `${column}: ${definition(random)}`);
  if (random.chance(0.5))
    columns.unshift(
      random.pick([
        'pk: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true, allowNull: false }',
        'pk: { type: Sequelize.BIGINT, autoIncrement: true, primaryKey: true }',
        'pk: { type: Sequelize.INTEGER, autoIncrement: true, autoIncrementIdentity: true }',
      ]),
    );
  const options = random.chance(0.2)
    ? random.pick([
        ", { schema: 'app' }",
        ", { comment: 'the table' }",
        ", { uniqueKeys: { uq: { fields: ['id', 'name'] } } }",
      ])
    : '';
  return `createTable(${table}, { ${columns.join(', ')} }${options})`;
}

function definition(random: Random): string {
  const name = random.pick(TYPES);
  const type = `Sequelize.${name}`;
  if (random.chance(0.25)) return type;
  // A default of another kind is converted by each type in its own way, or refused.
  const takesText = /^(?:STRING(?!\.)|CHAR|TEXT|CITEXT|CIDR|INET)/.test(name);
  const takesNumber = /^(?:INTEGER|BIGINT|SMALLINT|FLOAT|REAL|DOUBLE|DECIMAL|NUMERIC)/.test(name);
  const fitting = PARTS.filter((part) => {
    if (/defaultValue: (?:'|")/.test(part)) return takesText;
    if (/defaultValue: 3/.test(part)) return takesNumber;
    if (/defaultValue: true/.test(part)) return name === 'BOOLEAN';
    // The pattern that looks for the values of an enumeration takes a call in its default for a part of them.
    return !(/Sequelize\.(?:fn|literal|cast)|references/.test(part) && name.includes('ENUM'));
  });
  const parts = random.chance(0.85) ? [...random.some(fitting, 3)] : [];
  if (name.startsWith('ARRAY(Sequelize.STRING') && random.chance(0.3)) parts.push("defaultValue: ['a']");
  if (name.startsWith('ARRAY(Sequelize.INT') && random.chance(0.3)) parts.push('defaultValue: []');
  if (name === 'JSONB' && random.chance(0.3)) parts.push("defaultValue: { a: [1, 'b'] }");
  return `{ ${[`type: ${type}`, ...parts].join(', ')} }`;
}

function fill(text: string, table: string, random: Random): string {
  const [first = 'id', second = 'name'] = random.some(COLUMNS, 2).concat(['other']);
  return text
    .replaceAll('(T', `(${table}`)
    .replaceAll("'C'", `'${first}'`)
    .replaceAll("'D'", `'${second}'`)
    .replaceAll('{ C:', `{ ${first}:`)
    .replaceAll(' D:', ` ${second}:`);
}
