import type { OperationOf } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

const type = (name: string, ...modifiers: number[]) => ({
  schema: null,
  name,
  modifiers,
  arrayDimensions: 0,
});
const plain = {
  collation: null,
  notNull: false,
  explicitNull: false,
  default: null,
  identity: null,
  generated: null,
  storage: null,
  compression: null,
};
const empty: OperationOf<'create-table'> = {
  kind: 'create-table',
  table: { schema: null, name: 'orders' },
  ifNotExists: false,
  persistence: 'permanent',
  foreign: false,
  columns: [],
  constraints: [],
  partitioning: null,
  partitionOf: null,
  inherits: [],
  like: [],
  ofType: null,
  onCommit: 'preserve',
  options: {},
  tablespace: null,
  accessMethod: null,
};
const key = {
  kind: 'primary-key',
  name: null,
  columns: ['id'],
  include: [],
  nullsNotDistinct: false,
  withoutOverlaps: false,
  usingIndex: null,
  inlineAt: 'id',
  deferrable: false,
  initiallyDeferred: false,
} as const;
const indexKey = {
  column: null,
  expression: null,
  collation: null,
  operatorClass: null,
  descending: false,
  nullsFirst: null,
  excludeOperator: null,
};

describe('CREATE TABLE', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it('with columns and constraints', () => {
    const text = `CREATE TABLE IF NOT EXISTS shop.orders (
      id bigint GENERATED ALWAYS AS IDENTITY (START 10) PRIMARY KEY,
      total numeric(10, 2) NOT NULL DEFAULT 0,
      net numeric GENERATED ALWAYS AS (total) STORED,
      note text STORAGE external COMPRESSION lz4 COLLATE "C" NULL,
      tags text[],
      CONSTRAINT positive CHECK (total > 0) NOT VALID
    ) WITH (fillfactor = 70) TABLESPACE fast`;
    expect(sql.operations(text)).toEqual([
      {
        ...empty,
        table: { schema: 'shop', name: 'orders' },
        ifNotExists: true,
        columns: [
          {
            ...plain,
            name: 'id',
            type: type('int8'),
            identity: { always: true, options: [{ name: 'start', value: 10 }] },
          },
          {
            ...plain,
            name: 'total',
            type: type('numeric', 10, 2),
            notNull: true,
            default: { kind: 'constant', value: 0, text: '0' },
          },
          {
            ...plain,
            name: 'net',
            type: type('numeric'),
            generated: { expression: { kind: 'column', relation: null, name: 'total' }, storage: 'stored' },
          },
          {
            ...plain,
            name: 'note',
            type: type('text'),
            collation: { schema: null, name: 'C' },
            explicitNull: true,
            storage: 'external',
            compression: 'lz4',
          },
          { ...plain, name: 'tags', type: { ...type('text'), arrayDimensions: 1 } },
        ],
        constraints: [
          key,
          {
            kind: 'check',
            name: 'positive',
            expression: {
              kind: 'operator',
              name: '>',
              left: { kind: 'column', relation: null, name: 'total' },
              right: { kind: 'constant', value: 0, text: '0' },
            },
            noInherit: false,
            valid: true,
            enforced: true,
            inlineAt: null,
          },
        ],
        options: { fillfactor: '70' },
        tablespace: 'fast',
      },
    ]);
  });

  it.each<[string, Partial<OperationOf<'create-table'>>]>([
    ['CREATE TEMP TABLE orders () ON COMMIT DROP', { persistence: 'temporary', onCommit: 'drop' }],
    ['CREATE UNLOGGED TABLE orders () USING heap', { persistence: 'unlogged', accessMethod: 'heap' }],
    [
      'CREATE TABLE orders () INHERITS (sales, shop.things)',
      {
        inherits: [
          { schema: null, name: 'sales' },
          { schema: 'shop', name: 'things' },
        ],
      },
    ],
    ['CREATE TABLE orders OF shop.sale', { ofType: { schema: 'shop', name: 'sale' } }],
    [
      'CREATE TABLE orders (LIKE sales INCLUDING DEFAULTS INCLUDING INDEXES)',
      { like: [{ table: { schema: null, name: 'sales' }, including: ['defaults', 'indexes'] }] },
    ],
    [
      'CREATE TABLE orders (LIKE sales INCLUDING ALL EXCLUDING INDEXES)',
      {
        like: [
          {
            table: { schema: null, name: 'sales' },
            including: [
              'comments',
              'compression',
              'constraints',
              'defaults',
              'generated',
              'identity',
              'statistics',
              'storage',
            ],
          },
        ],
      },
    ],
    ['CREATE FOREIGN TABLE orders () SERVER remote', { foreign: true, server: 'remote' }],
    [
      'CREATE TABLE orders () PARTITION BY RANGE (created_at, (lower(code)) text_pattern_ops)',
      {
        partitioning: {
          strategy: 'range',
          keys: [
            { ...indexKey, column: 'created_at' },
            {
              ...indexKey,
              expression: {
                kind: 'call',
                name: { schema: null, name: 'lower' },
                args: [{ kind: 'column', relation: null, name: 'code' }],
              },
              operatorClass: { schema: null, name: 'text_pattern_ops' },
            },
          ],
        },
      },
    ],
    [
      'CREATE TABLE orders PARTITION OF sales (id WITH OPTIONS NOT NULL) FOR VALUES IN (1, NULL)',
      {
        columns: [{ ...plain, name: 'id', type: null, notNull: true }],
        partitionOf: {
          parent: { schema: null, name: 'sales' },
          bound: {
            kind: 'list',
            values: [
              { kind: 'constant', value: 1, text: '1' },
              { kind: 'constant', value: null, text: 'NULL' },
            ],
          },
        },
      },
    ],
    [
      'CREATE TABLE orders PARTITION OF sales FOR VALUES WITH (MODULUS 4, REMAINDER 0)',
      {
        partitionOf: {
          parent: { schema: null, name: 'sales' },
          bound: { kind: 'hash', modulus: 4, remainder: 0 },
        },
      },
    ],
  ])('%s', (text, rest) => {
    expect(sql.operations(text)).toEqual([{ ...empty, ...rest }]);
  });

  it('CREATE TABLE AS and SELECT INTO', () => {
    const query = {
      reads: [
        {
          relation: { schema: null, name: 'orders' },
          locking: 'none',
          skipLocked: false,
          only: false,
          unbounded: true,
        },
      ],
      writes: [],
      calls: [],
      columns: [{ name: 'id', expression: { kind: 'column', relation: null, name: 'id' } }],
      limited: false,
      uses: [{ column: 'id', scopes: [{ relations: [{ schema: null, name: 'orders' }], open: false }] }],
      stars: [],
      plain: { schema: null, name: 'orders' },
    };
    const created = {
      kind: 'create-table-as',
      table: { schema: null, name: 'copies' },
      ifNotExists: false,
      persistence: 'permanent',
      query,
      withData: true,
      onCommit: 'preserve',
      columnNames: [],
    };
    expect(
      sql.operations('CREATE TABLE IF NOT EXISTS copies (order_id) AS SELECT id FROM orders WITH NO DATA'),
    ).toEqual([{ ...created, ifNotExists: true, withData: false, columnNames: ['order_id'] }]);
    expect(sql.operations('SELECT id INTO TEMP copies FROM orders')).toEqual([
      { ...created, persistence: 'temporary' },
    ]);
    expect(sql.operations('CREATE MATERIALIZED VIEW copies AS SELECT id FROM orders')).toEqual([
      {
        kind: 'create-materialized-view',
        view: { schema: null, name: 'copies' },
        ifNotExists: false,
        columnNames: [],
        query,
        withData: true,
      },
    ]);
  });

  it('in CREATE SCHEMA', () => {
    const text = 'CREATE SCHEMA shop CREATE VIEW v AS SELECT 1 CREATE TABLE orders () CREATE SEQUENCE s';
    expect(sql.operations(text)).toMatchObject([
      { kind: 'create-schema', schema: 'shop', ifNotExists: false },
      { kind: 'create-sequence', sequence: { schema: 'shop', name: 's' } },
      { kind: 'create-table', table: { schema: 'shop', name: 'orders' } },
      { kind: 'create-view', view: { schema: 'shop', name: 'v' } },
    ]);
    expect(sql.operations('CREATE SCHEMA IF NOT EXISTS AUTHORIZATION app')).toEqual([
      { kind: 'create-schema', schema: 'app', ifNotExists: true },
    ]);
  });
});
