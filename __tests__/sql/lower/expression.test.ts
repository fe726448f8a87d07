import type { Expression } from '../../../src/postgres/expression';
import { everyPart } from '../../../src/postgres/expression';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

const column = (name: string, relation: string | null = null): Expression => ({
  kind: 'column',
  relation,
  name,
});
const number = (value: number): Expression => ({ kind: 'constant', value, text: String(value) });
const text = (value: string): Expression => ({ kind: 'constant', value, text: `'${value}'` });
const call = (name: string, ...args: Expression[]): Expression => ({
  kind: 'call',
  name: { schema: null, name },
  args,
});
const type = (name: string, ...modifiers: number[]) => ({
  schema: null,
  name,
  modifiers,
  arrayDimensions: 0,
});
const cast = (arg: Expression, to: ReturnType<typeof type>): Expression => ({ kind: 'cast', arg, type: to });
const opaque = (name: string, ...args: Expression[]): Expression => ({ kind: 'opaque', text: name, args });
const operator = (name: string, left: Expression | null, right: Expression): Expression => ({
  kind: 'operator',
  name,
  left,
  right,
});
const a = column('a');
const b = column('b');

const CASES: readonly (readonly [sql: string, expression: Expression])[] = [
  ['a', a],
  ['o.a', column('a', 'o')],
  ['shop.o.a', column('a', 'o')],
  ['1', number(1)],
  ['-1', number(-1)],
  ['0', number(0)],
  ['1.5', number(1.5)],
  ['1.50', { kind: 'constant', value: '1.50', text: '1.50' }],
  ['9223372036854775807', { kind: 'constant', value: '9223372036854775807', text: '9223372036854775807' }],
  ["'it''s'", { kind: 'constant', value: "it's", text: "'it''s'" }],
  ["''", text('')],
  ['true', { kind: 'constant', value: true, text: 'true' }],
  ['false', { kind: 'constant', value: false, text: 'false' }],
  ['NULL', { kind: 'constant', value: null, text: 'NULL' }],
  ["B'101'", { kind: 'constant', value: 'b101', text: "b'101'" }],
  ['now()', call('now')],
  ['pg_catalog.now()', call('now')],
  ['shop.total(a, 1)', { kind: 'call', name: { schema: 'shop', name: 'total' }, args: [a, number(1)] }],
  ['make_interval(days => 10)', call('make_interval', number(10))],
  ['CURRENT_TIMESTAMP', { kind: 'special-value', name: 'current_timestamp' }],
  ['CURRENT_TIMESTAMP(3)', { kind: 'special-value', name: 'current_timestamp' }],
  ['CURRENT_USER', { kind: 'special-value', name: 'current_user' }],
  ["a AT TIME ZONE 'UTC'", call('timezone', text('UTC'), a)],
  ['a::numeric(10,2)', cast(a, type('numeric', 10, 2))],
  ['CAST(a AS int)', cast(a, type('int4'))],
  ["date '2024-01-01'", cast(text('2024-01-01'), type('date'))],
  ['a > 1', operator('>', a, number(1))],
  ['- a', operator('-', null, a)],
  ["a || 'x'", operator('||', a, text('x'))],
  ["a LIKE 'x%'", operator('~~', a, text('x%'))],
  ["a NOT ILIKE 'x%'", operator('!~~*', a, text('x%'))],
  ["a ~ 'x'", operator('~', a, text('x'))],
  ['a IS DISTINCT FROM b', operator('IS DISTINCT FROM', a, b)],
  ['a IS NOT DISTINCT FROM b', operator('IS NOT DISTINCT FROM', a, b)],
  ['a OPERATOR(pg_catalog.+) b', operator('+', a, b)],
  ['a AND b AND a', { kind: 'and', args: [a, b, a] }],
  ['a OR b', { kind: 'or', args: [a, b] }],
  ['NOT a', { kind: 'not', arg: a }],
  ['a IS NULL', { kind: 'is-null', arg: a, negated: false }],
  ['a IS NOT NULL', { kind: 'is-null', arg: a, negated: true }],
  ['a IS TRUE', opaque('IS TRUE', a)],
  ['a IS NOT UNKNOWN', opaque('IS NOT UNKNOWN', a)],
  ['a IN (1, 2)', { kind: 'in-list', arg: a, items: [number(1), number(2)], negated: false }],
  ['a NOT IN (1)', { kind: 'in-list', arg: a, items: [number(1)], negated: true }],
  ['a = ANY (ARRAY[1, 2])', { kind: 'in-list', arg: a, items: [number(1), number(2)], negated: false }],
  ['a <> ALL (ARRAY[1])', { kind: 'in-list', arg: a, items: [number(1)], negated: true }],
  ['a > ANY (b)', opaque('> ANY', a, b)],
  ['a BETWEEN 1 AND 2', { kind: 'between', arg: a, low: number(1), high: number(2), negated: false }],
  [
    'a NOT BETWEEN SYMMETRIC 1 AND 2',
    {
      kind: 'and',
      args: [
        { kind: 'between', arg: a, low: number(1), high: number(2), negated: true },
        { kind: 'between', arg: a, low: number(2), high: number(1), negated: true },
      ],
    },
  ],
  ["a = ANY ('{x, y}')", { kind: 'in-list', arg: a, items: [text('x'), text('y')], negated: false }],
  ['NULLIF(a, 0)', call('nullif', a, number(0))],
  ['COALESCE(a, 0)', { kind: 'coalesce', args: [a, number(0)] }],
  ['GREATEST(a, b)', call('greatest', a, b)],
  ['LEAST(a, b)', call('least', a, b)],
  ['CASE a WHEN 1 THEN b ELSE 0 END', { kind: 'case', args: [a, number(1), b, number(0)] }],
  ['CASE WHEN a THEN b END', { kind: 'case', args: [a, b] }],
  ['ARRAY[a, 1]', { kind: 'array', args: [a, number(1)] }],
  ['ROW(a, 1)', { kind: 'row', args: [a, number(1)] }],
  ['(a, 1)', { kind: 'row', args: [a, number(1)] }],
  ['a COLLATE "C"', { kind: 'collate', arg: a, collation: { schema: null, name: 'C' } }],
  ['$1', opaque('$1')],
  ['a[1]', opaque('A_Indirection', a, number(1))],
  ['(a).b', opaque('A_Indirection', a)],
  ['count(*) FILTER (WHERE a > 1)', opaque('FuncCall', call('count'), operator('>', a, number(1)))],
  ['row_number() OVER (PARTITION BY a ORDER BY b)', opaque('FuncCall', call('row_number'), a, b)],
  ['JSON_OBJECT(a: b)', opaque('JsonObjectConstructor', a, b)],
  ["JSON_VALUE(a, '$.x')", opaque('JsonFuncExpr', a, text('$.x'))],
  ['a IS JSON', opaque('JsonIsPredicate', a)],
  ['xmlelement(name x, a)', opaque('XmlExpr', a)],
  [
    'EXISTS (SELECT 1 FROM shop.orders)',
    { kind: 'subquery', reads: [{ schema: 'shop', name: 'orders' }], args: [] },
  ],
  [
    'a IN (SELECT id FROM orders, users u JOIN orders o ON true)',
    {
      kind: 'subquery',
      reads: [
        { schema: null, name: 'orders' },
        { schema: null, name: 'users' },
      ],
      args: [a],
    },
  ],
];

describe('expressions', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  const where = (condition: string): Expression | null => {
    const [operation] = sql.operations(`CREATE POLICY p ON orders USING (${condition})`);
    return operation?.kind === 'create-policy' ? operation.using : null;
  };

  it.each(CASES)('%s', (written, expected) => {
    expect(where(written)).toEqual(expected);
  });

  it('keeps what stands too deep as what it mentions', () => {
    const deep = `${'a + lower('.repeat(250)}b${')'.repeat(250)}`;
    const lowered = where(deep);
    const parts = lowered === null ? [] : everyPart(lowered);
    expect(parts.some((part) => part.kind === 'opaque' && part.text === 'too deep')).toBe(true);
    expect(parts.filter((part) => part.kind === 'call' && part.name.name === 'lower')).toHaveLength(250);
    expect(parts.some((part) => part.kind === 'column' && part.name === 'b')).toBe(true);
  });

  it('does not fall over what nobody writes', () => {
    expect(where(`${'('.repeat(3000)}a${')'.repeat(3000)}`)).toEqual(a);
    expect(where(Array.from({ length: 20000 }, () => 'a').join(' AND '))).toMatchObject({ kind: 'and' });
    expect(where(Array.from({ length: 800 }, () => 'a').join(' || '))).toMatchObject({
      kind: 'operator',
      name: '||',
    });
  });
});

describe('types', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each([
    ['int', { name: 'int4' }],
    ['integer', { name: 'int4' }],
    ['int8', { name: 'int8' }],
    ['bigint', { name: 'int8' }],
    ['smallint', { name: 'int2' }],
    ['real', { name: 'float4' }],
    ['float', { name: 'float8' }],
    ['float(10)', { name: 'float4' }],
    ['double precision', { name: 'float8' }],
    ['decimal(10, 2)', { name: 'numeric', modifiers: [10, 2] }],
    ['numeric(3, -2)', { name: 'numeric', modifiers: [3, -2] }],
    ['boolean', { name: 'bool' }],
    ['varchar', { name: 'varchar' }],
    ['character varying(20)', { name: 'varchar', modifiers: [20] }],
    ['char', { name: 'bpchar', modifiers: [1] }],
    ['character(3)', { name: 'bpchar', modifiers: [3] }],
    ['"char"', { name: 'char' }],
    ['bit varying(5)', { name: 'varbit', modifiers: [5] }],
    ['timestamp', { name: 'timestamp' }],
    ['timestamp(3) with time zone', { name: 'timestamptz', modifiers: [3] }],
    ['time without time zone', { name: 'time' }],
    ['interval', { name: 'interval' }],
    ['interval day to second(3)', { name: 'interval', modifiers: [3] }],
    ['interval year', { name: 'interval' }],
    ['jsonb', { name: 'jsonb' }],
    ['pg_catalog.text', { name: 'text' }],
    ['serial', { name: 'serial' }],
    ['serial8', { name: 'bigserial' }],
    ['serial2', { name: 'smallserial' }],
    ['int[][]', { name: 'int4', arrayDimensions: 2 }],
    ['text ARRAY', { name: 'text', arrayDimensions: 1 }],
    ['shop.status', { schema: 'shop', name: 'status' }],
    ['"Status"', { name: 'Status' }],
    ['geometry(Point, 4326)', { name: 'geometry', modifiers: [4326], modifierWords: ['point'] }],
    ['vector(3)', { name: 'vector', modifiers: [3] }],
  ])('%s', (written, expected) => {
    const [operation] = sql.operations(`ALTER TABLE orders ADD total ${written}`);
    const lowered = operation?.kind === 'add-column' ? operation.column.type : null;
    expect(lowered).toEqual({ schema: null, modifiers: [], arrayDimensions: 0, ...expected });
  });
});
