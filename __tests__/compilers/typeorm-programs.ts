import type { Random } from './random';

const TABLES = ['orders', 'users', 'app.invoices', 'lineItems'];
const COLUMNS = ['id', 'name', 'userId', 'total', 'created_at'];
const TYPES = [
  'varchar',
  'character varying',
  'text',
  'int',
  'integer',
  'bigint',
  'smallint',
  'boolean',
  'uuid',
  'json',
  'jsonb',
  'numeric',
  'timestamp',
  'timestamptz',
  'timestamp with time zone',
  'timestamp without time zone',
  'time with time zone',
  'date',
  'enum',
  'simple-enum',
  'simple-array',
  'double precision',
  'tsvector',
];
const MODIFIERS = [
  'isNullable: true',
  'isNullable: false',
  'isPrimary: true',
  'isUnique: true',
  'isArray: true',
  "default: 'now()'",
  "default: '0'",
  'default: "\'new\'"',
  'default: 5',
  'default: true',
  'default: null',
  "length: '40'",
  'length: 40',
  'precision: 10, scale: 2',
  'precision: 3',
  "comment: 'what it is'",
  'comment: "it\'s"',
  "collation: 'C'",
  "enum: ['new', 'paid', \"o'clock\"]",
  "enumName: 'order_state'",
  "primaryKeyConstraintName: 'pk_orders'",
  "isGenerated: true, generationStrategy: 'increment'",
  "isGenerated: true, generationStrategy: 'uuid'",
  "isGenerated: true, generationStrategy: 'identity', generatedIdentity: 'ALWAYS'",
  "generatedType: 'STORED', asExpression: 'total * 2'",
  'unsigned: true',
];
const ACTIONS = [
  "onDelete: 'CASCADE'",
  "onUpdate: 'NO ACTION'",
  "onDelete: 'SET NULL'",
  "deferrable: 'INITIALLY DEFERRED'",
];

type Make = (random: Random) => string;

const column = (random: Random): string => quoted(random.pick(COLUMNS));
const columns = (random: Random): string => `[${random.some(COLUMNS, 2).map(quoted).join(', ')}]`;
const named = (name: string, random: Random): string => (random.chance(0.5) ? `name: '${name}', ` : '');

const PARTS: Readonly<Record<string, Make>> = {
  TableColumn: (random) => columnOptions(random),
  TableForeignKey: (random) =>
    `{ ${named('fk_orders', random)}columnNames: ${columns(random)}, referencedTableName: '${random.pick(TABLES)}', referencedColumnNames: ['id'], ${random.some(ACTIONS, 2).join(', ')} }`,
  TableIndex: (random) =>
    `{ ${named('idx_orders', random)}columnNames: ${columns(random)}, ${random.pick(['isUnique: true', 'isSpatial: true', "where: 'total > 0'", 'isConcurrent: true', ''])} }`,
  TableUnique: (random) =>
    `{ ${named('uq_orders', random)}columnNames: ${columns(random)}${random.pick([", deferrable: 'INITIALLY IMMEDIATE'", ''])} }`,
  TableCheck: (random) => `{ ${named('chk_orders', random)}expression: 'total > 0' }`,
  TableExclusion: (random) => `{ ${named('xcl_orders', random)}expression: 'USING gist (total WITH =)' }`,
};

function columnOptions(random: Random, name = random.pick(COLUMNS)): string {
  const more = random.some(MODIFIERS, 3);
  const type = random.pick(TYPES);
  const values =
    type.endsWith('enum') && !more.some((part) => part.startsWith('enum:')) ? ["enum: ['a', 'b']"] : [];
  return `{ ${[`name: '${name}'`, `type: '${type}'`, ...more, ...values].join(', ')} }`;
}

function made(kind: string, random: Random): string {
  return `new ${kind}(${PARTS[kind]?.(random) ?? '{}'})`;
}

function list(kind: string, random: Random): string {
  return `[${Array.from({ length: 1 + random.below(2) }, () => made(kind, random)).join(', ')}]`;
}

function table(random: Random): string {
  const own = random.some(COLUMNS, 3).map((name) => columnOptions(random, name));
  const more = [
    ['foreignKeys', 'TableForeignKey'],
    ['indices', 'TableIndex'],
    ['uniques', 'TableUnique'],
    ['checks', 'TableCheck'],
    ['exclusions', 'TableExclusion'],
  ]
    .filter(() => random.chance(0.25))
    .map(([key = '', kind = '']) => `${key}: [${PARTS[kind]?.(random) ?? ''}]`);
  const comment = random.chance(0.1) ? ["comment: 'the table'"] : [];
  return `new Table({ ${[`name: '${random.pick(TABLES)}'`, `columns: [${own.join(', ')}]`, ...more, ...comment].join(', ')} })`;
}

const CALLS: readonly Make[] = [
  (random) =>
    `createTable(${table(random)}${random.pick(['', ', true', ', false, false', ', true, true, false'])})`,
  (random) => `createTable(${table(random)})`,
  (random) => `dropTable('${random.pick(TABLES)}'${random.pick(['', ', true'])})`,
  (random) => `renameTable('${random.pick(TABLES)}', 'renamed')`,
  (random) => `addColumn(T, ${made('TableColumn', random)})`,
  (random) => `addColumn(T, ${made('TableColumn', random)})`,
  (random) => `addColumns(T, ${list('TableColumn', random)})`,
  (random) => `dropColumn(T, ${column(random)})`,
  (random) => `dropColumns(T, ${columns(random)})`,
  (random) => `renameColumn(T, ${column(random)}, 'renamed')`,
  (random) => {
    const name = random.pick(COLUMNS);
    const type = random.pick(['varchar', 'int', 'numeric', 'timestamptz', 'enum']);
    const options = (): string =>
      `{ ${[`name: '${name}'`, `type: '${random.chance(0.8) ? type : 'text'}'`, "enum: ['a']", ...random.some(CHANGES, 2)].join(', ')} }`;
    return `changeColumn(T, new TableColumn(${options()}), new TableColumn(${options()}))`;
  },
  (random) => `createPrimaryKey(T, ${columns(random)}${random.pick(['', ", 'pk_orders'"])})`,
  (random) => `createForeignKey(T, ${made('TableForeignKey', random)})`,
  (random) => `createForeignKeys(T, ${list('TableForeignKey', random)})`,
  (random) => `createUniqueConstraint(T, ${made('TableUnique', random)})`,
  (random) => `createCheckConstraint(T, ${made('TableCheck', random)})`,
  (random) => `createExclusionConstraint(T, ${made('TableExclusion', random)})`,
  (random) => `createIndex(T, ${made('TableIndex', random)})`,
  (random) => `createIndices(T, ${list('TableIndex', random)})`,
  () => "dropForeignKey(T, 'fk_orders')",
  () => "dropUniqueConstraint(T, 'uq_orders')",
  () => "dropCheckConstraint(T, 'chk_orders')",
  () => "dropExclusionConstraint(T, 'xcl_orders')",
  () => "dropIndex(T, 'idx_orders')",
  (random) => `dropIndices(T, ${list('TableIndex', random)})`,
  (random) => `dropForeignKeys(T, ${list('TableForeignKey', random)})`,
  () => "dropView('paid')",
  () => 'clearTable(T)',
  (random) => `createSchema('app'${random.pick(['', ', true'])})`,
  (random) => `dropSchema('app'${random.pick(['', ', true', ', true, true'])})`,
  (random) =>
    `createView(new View({ name: 'paid', expression: 'SELECT 1 AS one'${random.pick(['', ', materialized: true'])} }))`,
  () => "query('ALTER TABLE orders ADD note text')",
  () => "query('UPDATE orders SET total = $1', [4])",
];
const CHANGES = [
  'isNullable: true',
  "default: '0'",
  'default: "\'a\'"',
  'precision: 8, scale: 1',
  "comment: 'other'",
  "length: '20'",
  'isArray: true',
];

/** A migration of one to three calls of TypeORM's query runner. */
export function typeormProgram(random: Random): string {
  const calls = Array.from({ length: 1 + random.below(3) }, () => random.pick(CALLS)(random));
  return calls
    .map((call) => `await queryRunner.${call.replace('(T', `('${random.pick(TABLES)}'`)};`)
    .join('\n');
}

function quoted(name: string): string {
  return `'${name}'`;
}
