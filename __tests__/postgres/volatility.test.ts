import {
  hasImmutableOverload,
  operatorVolatility,
  requiredExtension,
  requiredMajor,
  volatilityOf,
} from '../../src/postgres/volatility';

test.each([
  ['now', 11, 'stable'],
  ['lower', 11, 'immutable'],
  ['clock_timestamp', 18, 'volatile'],
  ['nextval', 11, 'volatile'],
  ['uuidv7', 18, 'volatile'],
  ['uuidv7', 17, 'unknown'],
  ['gen_random_uuid', 12, 'volatile'],
  ['uuid_generate_v5', 14, 'immutable'],
  ['timezone', 11, 'immutable'],
  ['extract', 11, 'stable'],
  ['our_own_function', 18, 'unknown'],
] as const)('%s on %i is %s', (name, major, expected) => {
  expect(volatilityOf(name, major)).toBe(expected);
});

test('overloads may differ: date_trunc is immutable without a time zone', () => {
  expect([volatilityOf('date_trunc', 14), hasImmutableOverload('date_trunc', 14)]).toEqual(['stable', true]);
  expect([volatilityOf('to_char', 14), hasImmutableOverload('to_char', 14)]).toEqual(['stable', false]);
});

test('requiredMajor is the first major that brings the function itself', () => {
  const names = ['lower', 'extract', 'gen_random_uuid', 'uuidv7', 'uuid_generate_v4'];
  expect(names.map(requiredMajor)).toEqual([11, 11, 13, 18, undefined]);
});

test('requiredExtension is told only where the major lacks the function', () => {
  expect([requiredExtension('gen_random_uuid', 12), requiredExtension('gen_random_uuid', 13)]).toEqual([
    'pgcrypto',
    undefined,
  ]);
  expect(requiredExtension('uuid_generate_v4', 18)).toBe('uuid-ossp');
});

test('operators are immutable but for zones, search configurations and conversions to text', () => {
  expect(operatorVolatility('int4', '+', 'int4', 18)).toBe('immutable');
  expect(operatorVolatility('timestamptz', '+', 'interval', 18)).toBe('stable');
  expect(operatorVolatility('text', '||', 'varchar', 18)).toBe('immutable');
  expect(operatorVolatility('text', '||', 'int4', 18)).toBe('stable');
});
