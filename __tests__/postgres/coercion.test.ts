import { castBetween, castMethod, hasLengthCast } from '../../src/postgres/coercion';
import { systemType } from '../../src/postgres/system-type';

test.each([
  ['varchar', 'text', 18, 'binary'],
  ['text', 'citext', 11, 'binary'],
  ['cidr', 'inet', 11, 'binary'],
  ['inet', 'cidr', 11, 'function'],
  ['int4', 'int8', 11, 'function'],
  ['int4', 'text', 11, 'inout'],
  ['json', 'jsonb', 11, 'inout'],
  ['int4', 'uuid', 11, 'none'],
  ['int4', 'geometry', 11, 'unknown'],
] as const)('%s becomes %s on %i: %s', (from, to, major, expected) => {
  expect(castMethod(from, to, major)).toBe(expected);
});

test('a cast tells where it is done unasked, and how steady it is', () => {
  expect(castBetween('timestamp', 'timestamptz', 14)).toEqual({
    method: 'function',
    context: 'implicit',
    volatility: 'stable',
  });
  expect(castBetween('text', 'timestamptz', 14)).toEqual({
    method: 'inout',
    context: 'explicit',
    volatility: 'stable',
  });
  expect(castBetween('int8', 'int4', 14)).toEqual({
    method: 'function',
    context: 'assignment',
    volatility: 'immutable',
  });
});

test('types with a length are those that have a cast to themselves', () => {
  const types = ['varchar', 'numeric', 'timestamptz', 'text', 'int4'];
  expect(types.filter((type) => hasLengthCast(type, 11))).toEqual(['varchar', 'numeric', 'timestamptz']);
});

test('a type is known in the majors that have it', () => {
  expect(systemType('interval', 18)).toEqual({
    category: 'T',
    preferred: true,
    input: 'stable',
    output: 'stable',
    extension: '',
  });
  expect([systemType('int4multirange', 13), systemType('hstore', 11)?.extension]).toEqual([
    undefined,
    'hstore',
  ]);
});
