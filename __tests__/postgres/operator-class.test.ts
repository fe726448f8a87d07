import { defaultOperatorClass } from '../../src/postgres/operator-class';

test.each([
  ['btree', 'varchar', 'text_ops'],
  ['btree', 'text', 'text_ops'],
  ['btree', 'timestamp', 'timestamp_ops'],
  ['btree', 'timestamptz', 'timestamptz_ops'],
  ['btree', 'anyarray', 'array_ops'],
  ['btree', 'int4range', 'range_ops'],
  ['btree', 'regclass', 'oid_ops'],
  ['brin', 'timestamptz', 'timestamptz_minmax_ops'],
  ['gin', 'jsonb', 'jsonb_ops'],
  ['btree', 'json', undefined],
] as const)('%s of %s uses %s', (method, type, expected) => {
  expect(defaultOperatorClass(method, type, 18)).toBe(expected);
});
