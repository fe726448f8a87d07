import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';
import { plain, shop, column, positive, restrict, cascade, key, index } from './values';

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
  [
    'CREATE INDEX i ON orders (id)',
    { kind: 'create-index', index, concurrently: false, ifNotExists: false, only: false },
  ],
  [
    `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY shop.orders USING gist (id DESC NULLS LAST, code COLLATE "C" text_pattern_ops, lower(code))
     INCLUDE (total) NULLS NOT DISTINCT TABLESPACE fast WHERE total > 0`,
    {
      kind: 'create-index',
      index: {
        ...index,
        table: shop('orders'),
        method: 'gist',
        unique: true,
        keys: [
          { ...key, column: 'id', descending: true, nullsFirst: false },
          { ...key, column: 'code', collation: plain('C'), operatorClass: plain('text_pattern_ops') },
          { ...key, expression: { kind: 'call', name: plain('lower'), args: [column('code')] } },
        ],
        include: ['total'],
        predicate: positive,
        nullsNotDistinct: true,
        tablespace: 'fast',
      },
      concurrently: true,
      ifNotExists: true,
      only: true,
    },
  ],
  [
    'DROP INDEX CONCURRENTLY IF EXISTS i, shop.j',
    {
      kind: 'drop-index',
      indexes: [plain('i'), shop('j')],
      concurrently: true,
      ifExists: true,
      cascade: false,
    },
  ],
  [
    'REINDEX INDEX shop.i',
    { kind: 'reindex', what: 'index', name: shop('i'), concurrently: false, tablespace: null },
  ],
  [
    'REINDEX (CONCURRENTLY, TABLESPACE fast) TABLE orders',
    { kind: 'reindex', what: 'table', name: plain('orders'), concurrently: true, tablespace: 'fast' },
  ],
  [
    'REINDEX (CONCURRENTLY false) TABLE orders',
    { kind: 'reindex', what: 'table', name: plain('orders'), concurrently: false, tablespace: null },
  ],
  [
    'REINDEX SCHEMA CONCURRENTLY shop',
    { kind: 'reindex', what: 'schema', name: plain('shop'), concurrently: true, tablespace: null },
  ],
  [
    'REINDEX DATABASE shop',
    { kind: 'reindex', what: 'database', name: null, concurrently: false, tablespace: null },
  ],
  [
    'DROP TABLE IF EXISTS orders, shop.users CASCADE',
    { kind: 'drop-table', tables: [plain('orders'), shop('users')], foreign: false, ...cascade },
  ],
  [
    'DROP FOREIGN TABLE orders',
    { kind: 'drop-table', tables: [plain('orders')], foreign: true, ...restrict },
  ],
  [
    'TRUNCATE orders, ONLY users RESTART IDENTITY CASCADE',
    {
      kind: 'truncate',
      tables: [
        { table: plain('orders'), only: false },
        { table: plain('users'), only: true },
      ],
      cascade: true,
      restartIdentity: true,
    },
  ],
  [
    'LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE NOWAIT',
    {
      kind: 'lock-table',
      tables: [{ table: plain('orders'), only: false }],
      mode: 'SHARE ROW EXCLUSIVE',
      nowait: true,
    },
  ],
  [
    'LOCK ONLY orders',
    {
      kind: 'lock-table',
      tables: [{ table: plain('orders'), only: true }],
      mode: 'ACCESS EXCLUSIVE',
      nowait: false,
    },
  ],
  ['CLUSTER orders USING i', { kind: 'cluster', table: plain('orders'), index: 'i' }],
  ['CLUSTER', { kind: 'cluster', table: null, index: null }],
  [
    'VACUUM (FULL, TRUNCATE false) orders (id), users',
    {
      kind: 'vacuum',
      tables: [
        { table: plain('orders'), columns: ['id'], only: false },
        { table: plain('users'), columns: [], only: false },
      ],
      full: true,
      analyze: false,
      options: { full: 'true', truncate: 'false' },
    },
  ],
  [
    'VACUUM ANALYZE',
    { kind: 'vacuum', tables: [], full: false, analyze: true, options: { analyze: 'true' } },
  ],
  [
    'ANALYZE VERBOSE orders',
    {
      kind: 'analyze',
      tables: [{ table: plain('orders'), columns: [], only: false }],
      options: { verbose: 'true' },
    },
  ],
];

describe('indexes and whole tables', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });
});
