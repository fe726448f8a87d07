import type { Query } from '../../../src/postgres/query';
import { relation, read, all, aside, write, column, number, equals, nothing } from './query-values';
import { setOnConflict, subquery } from './query-values';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

const ONE_ROW = { valueRows: 1, values: [[number(1)]] };
type Case = readonly [sql: string, command: string, query: Partial<Query>];

const CASES: readonly Case[] = [
  [
    'SELECT id FROM orders',
    'select',
    { reads: [read('orders', all)], columns: [{ name: 'id', expression: column('id') }] },
  ],
  [
    'SELECT * FROM ONLY orders',
    'select',
    { reads: [read('orders', { ...all, only: true })], columns: [null] },
  ],
  ['SELECT FROM orders WHERE true', 'select', { reads: [read('orders', all)] }],
  [
    'SELECT FROM orders WHERE id = 1',
    'select',
    { reads: [read('orders', { condition: equals('id', 1) })], limited: true },
  ],
  ['SELECT FROM orders LIMIT 1', 'select', { reads: [read('orders')], limited: true }],
  ['SELECT FROM orders LIMIT ALL', 'select', { reads: [read('orders', all)] }],
  [
    'SELECT FROM orders a JOIN users ON a.x = 1',
    'select',
    { reads: [read('orders', { condition: equals('x', 1, 'a') }), read('users')] },
  ],
  ['SELECT FROM orders LEFT JOIN users ON true', 'select', { reads: [read('orders', all), read('users')] }],
  ['SELECT FROM orders, users', 'select', { reads: [read('orders', all), read('users', all)] }],
  ['SELECT FROM (SELECT FROM orders) o', 'select', { reads: [read('orders')] }],
  [
    'SELECT FROM users UNION ALL SELECT FROM orders',
    'select',
    { reads: [read('users', all), read('orders', all)] },
  ],
  [
    'SELECT FROM users UNION SELECT FROM orders LIMIT 5',
    'select',
    { reads: [read('users'), read('orders')], limited: true },
  ],
  [
    'SELECT FROM orders FOR UPDATE SKIP LOCKED',
    'select',
    { reads: [read('orders', { ...all, locking: 'for-update', skipLocked: true })] },
  ],
  [
    'SELECT FROM orders o, users u FOR SHARE OF u FOR KEY SHARE',
    'select',
    {
      reads: [
        read('orders', { ...all, locking: 'for-key-share' }),
        read('users', { ...all, locking: 'for-share' }),
      ],
    },
  ],
  [
    'SELECT FROM (SELECT FROM orders) o FOR NO KEY UPDATE',
    'select',
    { reads: [read('orders', { locking: 'for-no-key-update' })] },
  ],
  ['WITH o AS (SELECT FROM orders) SELECT FROM o', 'select', { reads: [read('orders', aside)] }],
  ['WITH orders AS (SELECT FROM orders) SELECT FROM orders', 'select', { reads: [read('orders', aside)] }],
  [
    'WITH orders AS (SELECT FROM orders) SELECT FROM shop.orders',
    'select',
    { reads: [read('orders', aside), read('orders', { ...all, relation: relation('orders', 'shop') })] },
  ],
  [
    'WITH RECURSIVE t AS (SELECT FROM orders UNION ALL SELECT FROM t JOIN users ON true) SELECT FROM t',
    'select',
    { reads: [read('orders', aside), read('users', aside)] },
  ],
  [
    'WITH a AS (SELECT 1), b AS (WITH a AS (SELECT FROM users) SELECT FROM a) SELECT FROM a, b',
    'select',
    { reads: [read('users', aside)] },
  ],
  [
    'SELECT (SELECT max(id) FROM users), id IN (SELECT 1 FROM items) FROM orders WHERE EXISTS (SELECT FROM notes)',
    'select',
    {
      reads: [read('notes', aside), read('orders'), read('users', aside), read('items', aside)],
      calls: [{ name: relation('max'), args: [column('id')] }],
      columns: [null, null],
      limited: true,
    },
  ],
  [
    "SELECT nextval('orders_id_seq')",
    'select',
    {
      bare: true,
      calls: [
        {
          name: relation('nextval'),
          args: [{ kind: 'constant', value: 'orders_id_seq', text: "'orders_id_seq'" }],
        },
      ],
      columns: [
        {
          name: 'nextval',
          expression: {
            kind: 'call',
            name: relation('nextval'),
            args: [{ kind: 'constant', value: 'orders_id_seq', text: "'orders_id_seq'" }],
          },
        },
      ],
      limited: true,
    },
  ],
  [
    'SELECT FROM generate_series(1, 2) g, LATERAL shop.refresh(g)',
    'select',
    {
      calls: [
        { name: relation('generate_series'), args: [number(1), number(2)] },
        { name: { schema: 'shop', name: 'refresh' }, args: [column('g')] },
      ],
    },
  ],
  ['SELECT FROM orders TABLESAMPLE system (1)', 'select', { reads: [read('orders')] }],
  ['VALUES (1), (2)', 'values', { columns: [{ name: 'column1', expression: number(1) }], limited: true }],
  [
    'INSERT INTO orders (id, total) VALUES (1, 2), (3, DEFAULT)',
    'insert',
    {
      writes: [
        write('orders', 'insert', {
          columns: ['id', 'total'],
          valueRows: 2,
          values: [
            [number(1), number(2)],
            [number(3), { kind: 'opaque', text: 'DEFAULT', args: [] }],
          ],
        }),
      ],
      limited: true,
    },
  ],
  [
    'INSERT INTO orders DEFAULT VALUES',
    'insert',
    { writes: [write('orders', 'insert', { valueRows: 1, values: [[]] })], limited: true },
  ],
  [
    'INSERT INTO orders SELECT FROM old_orders',
    'insert',
    { reads: [read('old_orders', all)], writes: [write('orders', 'insert')] },
  ],
  [
    'INSERT INTO orders SELECT FROM old_orders LIMIT 5 ON CONFLICT DO NOTHING',
    'insert',
    {
      reads: [read('old_orders')],
      writes: [write('orders', 'insert', { onConflict: 'nothing' })],
      limited: true,
    },
  ],
  [
    'INSERT INTO orders VALUES (1) ON CONFLICT (id) DO UPDATE SET total = (SELECT FROM totals) RETURNING id',
    'insert',
    {
      reads: [read('totals', aside)],
      writes: [write('orders', 'insert', { ...ONE_ROW, ...setOnConflict('total', subquery('totals')) })],
      columns: [{ name: 'id', expression: column('id') }],
      limited: true,
    },
  ],
  [
    'UPDATE orders SET total = 0',
    'update',
    { writes: [write('orders', 'update', { columns: ['total'], values: [[number(0)]] })] },
  ],
  [
    'UPDATE ONLY orders SET (total, note) = (1, 2) WHERE id = 1',
    'update',
    {
      writes: [
        write('orders', 'update', {
          only: true,
          columns: ['total', 'note'],
          values: [[number(1), number(2)]],
          where: equals('id', 1),
          condition: equals('id', 1),
        }),
      ],
      limited: true,
    },
  ],
  [
    'UPDATE orders SET total = 0 FROM users',
    'update',
    {
      reads: [read('users', all)],
      writes: [write('orders', 'update', { columns: ['total'], values: [[number(0)]] })],
    },
  ],
  [
    'DELETE FROM orders USING users WHERE id = 1',
    'delete',
    {
      reads: [read('users')],
      writes: [write('orders', 'delete', { where: equals('id', 1) })],
      limited: true,
    },
  ],
  [
    'WITH gone AS (DELETE FROM orders WHERE id = 1 RETURNING *) INSERT INTO archive SELECT FROM gone',
    'insert',
    {
      writes: [
        write('orders', 'delete', { where: equals('id', 1), condition: equals('id', 1) }),
        write('archive', 'insert'),
      ],
    },
  ],
];

describe('queries', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (text, command, query) => {
    const limited =
      query.limited ?? (query.reads === undefined && command === 'select' && !text.includes('FROM'));
    expect(sql.operations(text)).toEqual([
      { kind: 'query', command, query: { ...nothing, ...query, limited } },
    ]);
  });

  it('COPY', () => {
    expect(sql.operations('COPY orders (id) FROM STDIN WHERE id = 1')).toEqual([
      {
        kind: 'copy-from',
        table: relation('orders'),
        columns: ['id'],
        query: { ...nothing, writes: [write('orders', 'copy', { columns: ['id'], where: equals('id', 1) })] },
      },
    ]);
    expect(sql.operations('COPY orders (id) TO STDOUT')).toEqual([
      {
        kind: 'copy-table-to',
        table: relation('orders'),
        query: {
          ...nothing,
          reads: [read('orders', { ...all, only: true })],
          columns: [{ name: 'id', expression: column('id') }],
        },
      },
    ]);
    expect(sql.operations('COPY (SELECT FROM orders) TO STDOUT')).toEqual([
      { kind: 'copy-to', query: { ...nothing, reads: [read('orders', all)] } },
    ]);
  });

  it('set_config() is a SET too', () => {
    expect(
      sql
        .operations(
          "SELECT pg_catalog.set_config('Lock_Timeout', '5s', true), set_config('search_path', '', false)",
        )
        .slice(1),
    ).toEqual([
      { kind: 'set', name: 'lock_timeout', value: '5s', local: true },
      { kind: 'set', name: 'search_path', value: '', local: false },
    ]);
  });

  it('keeps the first hundred rows of VALUES, and what the others call', () => {
    const rows = Array.from({ length: 150 }, (_, at) => `(${at}, ${at === 140 ? "nextval('s')" : '0'})`).join(
      ', ',
    );
    const [operation] = sql.operations(`INSERT INTO orders VALUES ${rows}`);
    const query = operation?.kind === 'query' ? operation.query : nothing;
    expect(query.writes.map(({ valueRows, values }) => [valueRows, values.length])).toEqual([[150, 100]]);
    expect(query.calls.map(({ name }) => name.name)).toEqual(['nextval']);
  });

  it('reads a thousand arms and deeply nested subqueries', () => {
    const arms = Array.from({ length: 1000 }, (_, at) => `SELECT FROM t${at}`).join(' UNION ALL ');
    const [union] = sql.operations(arms);
    expect(union?.kind === 'query' ? union.query.reads.length : 0).toBe(1000);
    const nested = `${'SELECT FROM (SELECT 1 WHERE EXISTS ('.repeat(150)}SELECT FROM orders${')) t'.repeat(150)}`;
    const [deep] = sql.operations(nested);
    expect(deep?.kind === 'query' ? deep.query.reads : []).toEqual([read('orders', aside)]);
  });
});
