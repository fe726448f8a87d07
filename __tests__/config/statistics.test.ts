import { parseStatistics } from '../../src/config/statistics';
import { UserError } from '../../src/config/user-error';

test('a statistics file is tables with their rows, and what else is known', () => {
  const text = '{"orders": {"rows": 1200000, "bytes": 98304}, "shop.users": {"rows": 5, "lastValue": 7}}';
  expect(parseStatistics('sizes.json', text)).toEqual({
    orders: { rows: 1_200_000, bytes: 98_304 },
    'shop.users': { rows: 5, lastValue: 7 },
  });
});

test.each([
  ['[]', 'sizes.json: the statistics must be an object with a table for each key'],
  ['{"orders": 5}', 'sizes.json: "orders" is 5; expected an object with its "rows"'],
  ['{"orders": {}}', 'sizes.json: "orders" lacks its "rows"'],
  ['{"orders": {"rows": -1}}', 'sizes.json: "orders.rows" is -1; expected a number from 0 on'],
  ['{"orders": {"rows": "many"}}', 'sizes.json: "orders.rows" is "many"; expected a number from 0 on'],
  ['{"orders": {"rows": 1, "byte": 2}}', 'sizes.json: "orders" has no figure "byte"; did you mean "bytes"?'],
])('says what is wrong with %s', (text, message) => {
  expect(() => parseStatistics('sizes.json', text)).toThrow(new UserError(message));
});

test('says where JSON ends to be JSON', () => {
  expect(() => parseStatistics('sizes.json', '{"orders": }')).toThrow(/^sizes\.json: not JSON: /);
});
