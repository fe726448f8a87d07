import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';
import { plain, shop, column, restrict, cascade, type } from './values';

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
  [
    'CREATE STATISTICS IF NOT EXISTS s ON id, lower(code) FROM orders',
    {
      kind: 'create-statistics',
      name: plain('s'),
      ifNotExists: true,
      table: plain('orders'),
      columns: ['id'],
      expressions: [{ kind: 'call', name: plain('lower'), args: [column('code')] }],
    },
  ],
  ['DROP STATISTICS shop.s', { kind: 'drop-statistics', names: [shop('s')], ...restrict }],
  [
    "COMMENT ON TABLE shop.orders IS 'x'",
    { kind: 'comment', objectType: 'table', name: shop('orders'), relation: shop('orders'), text: 'x' },
  ],
  [
    'COMMENT ON COLUMN shop.orders.id IS NULL',
    { kind: 'comment', objectType: 'column', name: plain('id'), relation: shop('orders'), text: null },
  ],
  [
    "COMMENT ON CONSTRAINT c ON orders IS 'x'",
    { kind: 'comment', objectType: 'constraint', name: plain('c'), relation: plain('orders'), text: 'x' },
  ],
  [
    "COMMENT ON CONSTRAINT c ON DOMAIN email IS 'x'",
    { kind: 'comment', objectType: 'domain constraint', name: plain('c'), relation: null, text: 'x' },
  ],
  [
    "COMMENT ON FUNCTION shop.total(int) IS 'x'",
    { kind: 'comment', objectType: 'function', name: shop('total'), relation: null, text: 'x' },
  ],
  [
    "COMMENT ON OPERATOR CLASS shop.c USING btree IS 'x'",
    { kind: 'comment', objectType: 'operator class', name: shop('c'), relation: null, text: 'x' },
  ],
  [
    "COMMENT ON CAST (int AS text) IS 'x'",
    { kind: 'comment', objectType: 'cast', name: plain('int4 as text'), relation: null, text: 'x' },
  ],
  [
    "COMMENT ON LARGE OBJECT 5 IS 'x'",
    { kind: 'comment', objectType: 'large object', name: plain('5'), relation: null, text: 'x' },
  ],
  [
    "SECURITY LABEL FOR x ON TABLE orders IS 'y'",
    {
      kind: 'security-label',
      objectType: 'table',
      name: plain('orders'),
      relation: plain('orders'),
      text: 'y',
    },
  ],
  [
    'CREATE COLLATION IF NOT EXISTS german (LOCALE = x)',
    {
      kind: 'create-object',
      objectType: 'collation',
      name: plain('german'),
      replace: false,
      ifNotExists: true,
    },
  ],
  [
    'CREATE OR REPLACE AGGREGATE a(int) (SFUNC = f, STYPE = int)',
    { kind: 'create-object', objectType: 'aggregate', name: plain('a'), replace: true, ifNotExists: false },
  ],
  [
    'CREATE CAST (int AS text) WITH INOUT',
    {
      kind: 'create-object',
      objectType: 'cast',
      name: plain('int4 as text'),
      replace: false,
      ifNotExists: false,
    },
  ],
  [
    'ALTER FUNCTION total(int) RENAME TO sum',
    {
      kind: 'alter-object',
      objectType: 'function',
      name: plain('total'),
      parameters: [type('int4')],
      change: 'rename',
      to: 'sum',
    },
  ],
  [
    'ALTER TYPE shop.status RENAME TO state',
    { kind: 'alter-object', objectType: 'type', name: shop('status'), change: 'rename', to: 'state' },
  ],
  [
    'ALTER DATABASE shop RENAME TO store',
    { kind: 'alter-object', objectType: 'database', name: plain('shop'), change: 'rename', to: 'store' },
  ],
  [
    'ALTER ROLE app RENAME TO web',
    { kind: 'alter-object', objectType: 'role', name: plain('app'), change: 'rename', to: 'web' },
  ],
  [
    'ALTER OPERATOR CLASS shop.c USING btree RENAME TO d',
    { kind: 'alter-object', objectType: 'operator class', name: shop('c'), change: 'rename', to: 'd' },
  ],
  [
    'ALTER FUNCTION total(int) SET SCHEMA shop',
    {
      kind: 'alter-object',
      objectType: 'function',
      name: plain('total'),
      parameters: [type('int4')],
      change: 'set-schema',
      to: 'shop',
    },
  ],
  [
    'ALTER SCHEMA shop OWNER TO app',
    { kind: 'alter-object', objectType: 'schema', name: plain('shop'), change: 'change-owner', to: 'app' },
  ],
  [
    'ALTER TRIGGER t ON orders DEPENDS ON EXTENSION x',
    { kind: 'trigger-depends-on-extension', trigger: 't', table: plain('orders'), extension: 'x' },
  ],
  [
    'DROP OPERATOR CLASS shop.c USING btree',
    { kind: 'drop-object', objectType: 'operator class', names: [shop('c')], ...restrict },
  ],
  [
    'DROP CAST IF EXISTS (int AS text) CASCADE',
    { kind: 'drop-object', objectType: 'cast', names: [plain('int4 as text')], ...cascade },
  ],
  [
    'DROP TRANSFORM FOR int LANGUAGE plx',
    { kind: 'drop-object', objectType: 'transform', names: [plain('int4 for plx')], ...restrict },
  ],
  [
    'DROP SERVER remote',
    { kind: 'drop-object', objectType: 'server', names: [plain('remote')], ...restrict },
  ],
  [
    'CREATE DATABASE shop TABLESPACE fast',
    { kind: 'create-database', database: 'shop', setting: null, tablespace: 'fast' },
  ],
  [
    'ALTER DATABASE shop SET TABLESPACE fast',
    { kind: 'alter-database', database: 'shop', setting: 'tablespace', tablespace: 'fast' },
  ],
  ['DROP DATABASE shop', { kind: 'drop-database', database: 'shop', setting: null, tablespace: null }],
  [
    'ALTER INDEX ALL IN TABLESPACE a OWNED BY app SET TABLESPACE b NOWAIT',
    { kind: 'move-all', what: 'index', from: 'a', to: 'b', owners: ['app'], nowait: true },
  ],
];

describe('statistics, comments and other objects', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });
});
