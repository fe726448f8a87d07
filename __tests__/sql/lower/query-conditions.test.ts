import type { Query } from '../../../src/postgres/query';
import { all, equals, nothing, number, read, write } from './query-values';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

const CASES: readonly (readonly [sql: string, command: string, query: Partial<Query>])[] = [
  [
    'SELECT FROM orders o, users u WHERE o.id = u.id AND u.id = 1 AND note IS NULL',
    'select',
    {
      reads: [
        read('orders', { condition: equals('id', 1, 'o') }),
        read('users', { condition: equals('id', 1, 'u') }),
      ],
      limited: true,
    },
  ],
  [
    'SELECT FROM orders o LEFT JOIN users u ON o.x = 1 AND u.id = 2',
    'select',
    { reads: [read('orders', all), read('users', { condition: equals('id', 2, 'u') })] },
  ],
  [
    'MERGE INTO orders o USING new_orders n ON o.id = 1 AND n.id = 2 WHEN MATCHED THEN DELETE WHEN MATCHED THEN DO NOTHING',
    'merge',
    {
      reads: [read('new_orders', { ...all, condition: equals('id', 2, 'n') })],
      writes: [
        write('orders', 'merge', { condition: equals('id', 1, 'o'), actions: [write('orders', 'delete')] }),
      ],
    },
  ],
  [
    'MERGE INTO orders o USING new_orders n ON o.id = n.id WHEN MATCHED THEN UPDATE SET total = 1 WHEN NOT MATCHED THEN INSERT (id) VALUES (2)',
    'merge',
    {
      reads: [read('new_orders', all)],
      writes: [
        write('orders', 'merge', {
          columns: ['total', 'id'],
          actions: [
            write('orders', 'update', { columns: ['total'], values: [[number(1)]] }),
            write('orders', 'insert', { columns: ['id'], values: [[number(2)]] }),
          ],
        }),
      ],
    },
  ],
];

describe('what all rows that are wanted of a relation meet, and what MERGE does with them', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (text, command, query) => {
    expect(sql.operations(text)).toEqual([{ kind: 'query', command, query: { ...nothing, ...query } }]);
  });
});
