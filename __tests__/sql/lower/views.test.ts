import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';
import { plain, shop, column, restrict, cascade, nothing, one } from './values';

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
  [
    'CREATE OR REPLACE TEMP VIEW v (a) WITH (security_barrier) AS SELECT 1 WITH LOCAL CHECK OPTION',
    {
      kind: 'create-view',
      view: plain('v'),
      replace: true,
      persistence: 'temporary',
      recursive: false,
      columnNames: ['a'],
      query: { ...one, uses: [], stars: [], composed: true },
      options: { security_barrier: 'true', check_option: 'local' },
    },
  ],
  [
    'CREATE RECURSIVE VIEW v (a) AS SELECT 1 UNION SELECT a FROM v JOIN orders ON true',
    {
      kind: 'create-view',
      view: plain('v'),
      replace: false,
      persistence: 'permanent',
      recursive: true,
      columnNames: ['a'],
      query: {
        ...nothing,
        reads: [
          {
            relation: plain('orders'),
            aside: true,
            locking: 'none',
            skipLocked: false,
            only: false,
            unbounded: false,
          },
        ],
        columns: [{ name: 'a', expression: column('a') }],
        uses: [
          {
            column: 'a',
            scopes: [
              { relations: [plain('orders')], open: true },
              { relations: [], open: false },
              { relations: [], open: false },
            ],
          },
          { column: 'a', scopes: [{ relations: [], open: true }] },
        ],
        stars: [],
        composed: true,
      },
      options: {},
    },
  ],
  [
    'REFRESH MATERIALIZED VIEW CONCURRENTLY shop.v',
    { kind: 'refresh-materialized-view', view: shop('v'), concurrently: true, withData: true },
  ],
  [
    'REFRESH MATERIALIZED VIEW v WITH NO DATA',
    { kind: 'refresh-materialized-view', view: plain('v'), concurrently: false, withData: false },
  ],
  [
    'DROP MATERIALIZED VIEW IF EXISTS v CASCADE',
    { kind: 'drop-view', views: [plain('v')], materialized: true, ...cascade },
  ],
  ['DROP VIEW v', { kind: 'drop-view', views: [plain('v')], materialized: false, ...restrict }],
  [
    'CREATE SEQUENCE IF NOT EXISTS s AS int START 5 MINVALUE -5 NO MAXVALUE CYCLE OWNED BY shop.orders.id',
    {
      kind: 'create-sequence',
      sequence: plain('s'),
      ifNotExists: true,
      persistence: 'permanent',
      options: [
        { name: 'as', value: 'int4' },
        { name: 'start', value: 5 },
        { name: 'minvalue', value: -5 },
        { name: 'maxvalue', value: null },
        { name: 'cycle', value: 'true' },
        { name: 'owned_by', value: 'shop.orders.id' },
      ],
      ownedBy: { table: shop('orders'), column: 'id' },
    },
  ],
  [
    'ALTER SEQUENCE IF EXISTS s OWNED BY NONE RESTART WITH 5000000000',
    {
      kind: 'alter-sequence',
      sequence: plain('s'),
      ifExists: true,
      options: [
        { name: 'owned_by', value: 'none' },
        { name: 'restart', value: 5000000000 },
      ],
      ownedBy: 'none',
    },
  ],
  [
    'DROP SEQUENCE s CASCADE',
    { kind: 'drop-sequence', sequences: [plain('s')], ifExists: false, cascade: true },
  ],
];

describe('views and sequences', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });
});
