import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';
import { plain, shop, text, type, restrict, cascade } from './values';

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
  [
    'ALTER FUNCTION total(int) STABLE SET search_path TO shop, public',
    {
      kind: 'alter-function',
      name: plain('total'),
      parameters: [type('int4')],
      volatility: 'stable',
      settings: { search_path: 'shop, public' },
      strict: null,
      securityDefiner: null,
    },
  ],
  [
    'DROP FUNCTION IF EXISTS total(int), shop.sum CASCADE',
    {
      kind: 'drop-function',
      functions: [
        { name: plain('total'), parameters: [type('int4')] },
        { name: shop('sum'), parameters: null },
      ],
      what: 'function',
      ...cascade,
    },
  ],
  [
    'DROP PROCEDURE p',
    {
      kind: 'drop-function',
      functions: [{ name: plain('p'), parameters: null }],
      what: 'procedure',
      ...restrict,
    },
  ],
  [
    'DROP ROUTINE p',
    {
      kind: 'drop-function',
      functions: [{ name: plain('p'), parameters: null }],
      what: 'routine',
      ...restrict,
    },
  ],
  [
    'DROP AGGREGATE a(*)',
    {
      kind: 'drop-function',
      functions: [{ name: plain('a'), parameters: [] }],
      what: 'aggregate',
      ...restrict,
    },
  ],
];

describe('functions', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });

  it('CREATE FUNCTION', () => {
    const [operation] =
      sql.operations(`CREATE OR REPLACE FUNCTION shop.total(a int, INOUT b text DEFAULT 'x', VARIADIC c int[])
      RETURNS SETOF text LANGUAGE SQL IMMUTABLE SECURITY DEFINER SET search_path = shop, public AS $$SELECT 'x'$$`);
    expect(operation).toMatchObject({
      kind: 'create-function',
      name: shop('total'),
      procedure: false,
      replace: true,
      parameters: [
        { name: 'a', mode: 'in', type: type('int4'), default: null },
        { name: 'b', mode: 'inout', type: type('text'), default: text('x') },
        { name: 'c', mode: 'variadic', type: { ...type('int4'), arrayDimensions: 1 }, default: null },
      ],
      returns: type('text'),
      returnsSet: true,
      language: 'sql',
      volatility: 'immutable',
      strict: false,
      securityDefiner: true,
      settings: { search_path: 'shop, public' },
      source: "SELECT 'x'",
    });
    expect(sql.operations("CREATE PROCEDURE p() LANGUAGE c AS 'lib', 'p'")).toMatchObject([
      {
        kind: 'create-function',
        procedure: true,
        returns: null,
        volatility: null,
        source: null,
        body: { language: 'c', statements: [] },
      },
    ]);
    expect(
      sql.operations('CREATE FUNCTION t() RETURNS TABLE (id int) BEGIN ATOMIC SELECT 1; END'),
    ).toMatchObject([{ parameters: [{ name: 'id', mode: 'table' }], source: 'BEGIN ATOMIC SELECT 1; END' }]);
  });
});
