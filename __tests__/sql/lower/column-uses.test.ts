import type { Query } from '../../../src/postgres/query';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';
import { plain } from './values';

let sql: TextLowering;
beforeAll(async () => {
  sql = await textLowering();
});

/** `column in relations` for each use, with `?` for what is not known; what each `*` stands for. */
function read(query: string): { readonly uses: readonly string[]; readonly stars: Query['stars'] } {
  const [operation] = sql.operations(`CREATE VIEW recent AS ${query}`);
  if (operation?.kind !== 'create-view') throw new Error('Not a view');
  const { uses = [], stars } = operation.query;
  const levels = uses.map(({ column, scopes }) => {
    const sources = scopes.map(({ relations, open }) =>
      [...relations.map(({ name }) => name), ...(open ? ['?'] : [])].join('+'),
    );
    return `${column ?? '*'} in ${sources.join(', then ')}`;
  });
  return { uses: levels, stars };
}

test('a column is looked for in the query it stands in, then in those around it', () => {
  expect(
    read(
      'SELECT o.id, total FROM orders o JOIN users u ON u.id = o.user_id WHERE EXISTS (SELECT FROM items WHERE order_id = o.id)',
    ),
  ).toEqual({
    uses: [
      'id in users',
      'user_id in orders',
      'id in orders',
      'total in orders+users',
      'order_id in items, then orders+users',
    ],
    stars: [],
  });
});

test('what * stands for, and when it cannot be told', () => {
  expect(read('SELECT * FROM orders').stars).toEqual([[plain('orders')]]);
  expect(read('SELECT u.*, 1 AS one FROM orders o, users u').stars).toEqual([[plain('users')]]);
  expect(read('SELECT * FROM orders JOIN users USING (id)').stars).toEqual([null]);
  expect(read('SELECT * FROM (SELECT 1) AS x').stars).toEqual([null]);
});

test('names of WITH, subqueries and functions are no relations', () => {
  expect(
    read('WITH paid AS (SELECT id FROM orders) SELECT id, note FROM paid, generate_series(1, 2) AS n').uses,
  ).toEqual(['id in orders, then ', 'id in ?', 'note in ?']);
});

test('the row of a table is all of its columns, and the name of a result is none', () => {
  expect(read('SELECT o AS note FROM orders o ORDER BY note').uses).toEqual(['* in orders', 'o in orders']);
});
