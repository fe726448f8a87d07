import { readFileSync } from 'node:fs';
import { loadParser } from '../../src/sql/parse';
import { BARE_FIELDS, collect, walk } from '../../src/sql/walk';

async function nodeOf(sql: string): Promise<object> {
  const statements = (await loadParser()).parseText(sql);
  if ('kind' in statements) throw new Error(statements.error);
  return statements[0]?.node ?? {};
}

describe('walk', () => {
  it('visits each node with its kind, wrapped or bare, in the order of the text', async () => {
    const kinds: string[] = [];
    walk(await nodeOf('SELECT a FROM orders o WHERE b UNION SELECT 1::int'), (kind) => {
      kinds.push(kind);
    });
    expect(kinds).toEqual([
      'SelectStmt',
      'SelectStmt',
      'ResTarget',
      'ColumnRef',
      'String',
      'RangeVar',
      'Alias',
      'ColumnRef',
      'String',
      'SelectStmt',
      'ResTarget',
      'TypeCast',
      'A_Const',
      'Integer',
      'TypeName',
      'String',
      'String',
    ]);
  });

  it('leaves out what lies below a node that is skipped', async () => {
    const names: unknown[] = [];
    walk(await nodeOf('CREATE VIEW v AS SELECT * FROM orders'), (kind, fields) => {
      if (kind === 'RangeVar') names.push(fields['relname']);
      return kind === 'SelectStmt' ? 'skip' : undefined;
    });
    expect(names).toEqual(['v']);
  });

  it('walks trees that are deeper than the stack', () => {
    let tree: object = { A_Const: { ival: {} } };
    for (let depth = 0; depth < 200_000; depth++) tree = { A_Expr: { lexpr: tree } };
    expect(collect(tree, 'Integer')).toEqual([{}]);
  });
});

describe('collect', () => {
  it('finds every relation of a statement', async () => {
    const sql = 'WITH c AS (SELECT * FROM a) INSERT INTO orders SELECT * FROM c JOIN public.users USING (id)';
    expect(
      collect(await nodeOf(sql), 'RangeVar').map(({ schemaname, relname }) => [schemaname, relname]),
    ).toEqual([
      [undefined, 'orders'],
      [undefined, 'c'],
      ['public', 'users'],
      [undefined, 'a'],
    ]);
  });
});

describe('BARE_FIELDS', () => {
  it('names the kind of every bare field that the parser can give', () => {
    const types = readFileSync(require.resolve('@pgsql/types/types.d.ts'), 'utf8');
    const interfaces = [...types.matchAll(/export interface (\w+) \{([^}]*)\}/g)];
    const kinds = new Set(interfaces.map(([, kind]) => kind));
    // Trees of the planner and answers of other functions of the library.
    const others =
      /^(?:Query|RangeTblEntry|TableFunc|JsonTablePathScan|JsonExpr|JsonConstructorExpr|\w+Result)$/;
    const missing: string[] = [];
    for (const [, parent = '', fields = ''] of interfaces) {
      if (others.test(parent)) continue;
      for (const [, field = '', type = ''] of fields.matchAll(/(\w+)\?: (\w+);/g)) {
        if (!kinds.has(type) || ['Query', 'FuncExpr'].includes(type)) continue;
        const known = BARE_FIELDS[field] ?? BARE_FIELDS[`${parent}.${field}`];
        if (known !== type) missing.push(`${parent}.${field}: ${type}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
