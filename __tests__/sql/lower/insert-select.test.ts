import type { Query } from '../../../src/postgres/query';
import { all, aside, column, nothing, read, relation, write } from './query-values';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

/** Whose rows INSERT … SELECT takes. */
const CASES: readonly (readonly [sql: string, query: Partial<Query>])[] = [
  [
    'INSERT INTO orders SELECT * FROM old_orders',
    {
      reads: [read('old_orders', all)],
      writes: [write('orders', 'insert', { fromStar: true, takenFrom: relation('old_orders') })],
    },
  ],
  [
    'INSERT INTO orders SELECT o.id FROM old_orders o',
    {
      reads: [read('old_orders', all)],
      writes: [
        write('orders', 'insert', { selected: [[column('id', 'o')]], takenFrom: relation('old_orders') }),
      ],
    },
  ],
  [
    'INSERT INTO orders SELECT *, 1 FROM old_orders',
    { reads: [read('old_orders', all)], writes: [write('orders', 'insert', { fromStar: true })] },
  ],
  [
    'WITH old AS (SELECT FROM users) INSERT INTO orders SELECT id FROM old',
    { reads: [read('users', aside)], writes: [write('orders', 'insert', { selected: [[column('id')]] })] },
  ],
];

let sql: TextLowering;
beforeAll(async () => {
  sql = await textLowering();
});

test.each(CASES)('%s', (text, query) => {
  expect(sql.operations(text)).toEqual([
    { kind: 'query', command: 'insert', query: { ...nothing, ...query, limited: false } },
  ]);
});
