import { reviewed } from './reviewed';

interface Driver {
  readonly rules: readonly { readonly id: string; readonly help: { readonly markdown: string } }[];
}

async function helpOf(sql: string): Promise<string> {
  const { artifacts } = await reviewed({
    base: { 'migrations/1.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, status text);\n' },
    change: { 'migrations/2 `x`.sql': sql },
    rules: ['create-index-not-concurrent'],
  });
  const { runs } = JSON.parse(artifacts.sarif) as { runs: readonly { tool: { driver: Driver } }[] };
  return runs[0]?.tool.driver.rules[0]?.help.markdown ?? '';
}

test('the help of a rule has the safe way of what was found, with its SQL', async () => {
  const help = await helpOf('CREATE INDEX orders_status_idx ON orders (status);\n');
  expect(help.slice(help.indexOf('**'))).toBe(
    [
      '**build the index without stopping writes** (<code>migrations/2 &#96;x&#96;.sql</code> line 1)',
      '1. In a migration of its own, outside a transaction: SHARE UPDATE EXCLUSIVE: reads and writes go on. If it fails it leaves an INVALID index "orders&#95;status&#95;idx": drop it with DROP INDEX CONCURRENTLY and try again.',
      '   ```sql\n   CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);\n   ```',
      '[create-index-not-concurrent](https://github.com/flvmnt/pgfence/blob/main/docs/rules/create-index-not-concurrent.md)',
    ].join('\n\n'),
  );
});

test('three repairs are written out, and what is the same stands once', async () => {
  const build = (name: string): string => `CREATE INDEX ${name} ON orders (status);\n`;
  const help = await helpOf(['a', 'b', 'c', 'd', 'e'].map(build).join(''));
  expect(help.match(/CREATE INDEX CONCURRENTLY \w+ /g)).toEqual(
    ['a', 'b', 'c'].map((name) => `CREATE INDEX CONCURRENTLY ${name} `),
  );
  expect(help).toContain('\n\n…and 2 more: see the job summary.\n\n[');
});

test.each([
  [{}, 'pgfence/'],
  [{ 'comment-key': 'orders' }, 'pgfence/orders/'],
  [{ 'sarif-category': 'db/' }, 'db/'],
  [{ 'sarif-category': '/', 'comment-key': 'orders' }, 'pgfence/orders/'],
])('the category of %j ends in one slash', async (inputs, id) => {
  const { artifacts } = await reviewed({ change: { 'migrations/1.sql': 'SELECT 1;\n' }, inputs });
  const { runs } = JSON.parse(artifacts.sarif) as { runs: readonly { automationDetails: { id: string } }[] };
  expect(runs[0]?.automationDetails.id).toBe(id);
});
