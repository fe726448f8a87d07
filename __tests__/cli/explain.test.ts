import { folderWith } from './run-cli';

const { pgfence } = folderWith({});

test('the page of a rule', async () => {
  const { out, status, error } = await pgfence(['explain', 'create-index-not-concurrent']);
  expect({ status, error }).toEqual({ status: 0, error: '' });
  expect(out.split('\n').slice(0, 4)).toEqual([
    'create-index-not-concurrent  error, indexes',
    'Building an index stops writes to the table until it is done.',
    '',
    'PostgreSQL reads the whole table to build an index. Without `CONCURRENTLY` every',
  ]);
  expect(out).toContain('\nThe safe way\n');
  expect(out).toContain('docs/rules/create-index-not-concurrent.md\n');
});

test('the locks of SQL, and what they stop', async () => {
  const sql =
    'CREATE TABLE users (id bigint PRIMARY KEY); ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id)';
  const { out } = await pgfence(['explain', sql]);
  expect(out.split('\n').slice(0, 2)).toEqual([
    'CREATE TABLE users (id bigint PRIMARY KEY)',
    '  locks nothing that it names and others can see',
  ]);
  const start = out.indexOf('ALTER TABLE orders');
  expect(out.slice(start).split('\n').slice(0, 6)).toEqual([
    'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id)',
    '  relation            kind               lock                    work',
    '  orders              table              SHARE ROW EXCLUSIVE     scan',
    '  users               table              SHARE ROW EXCLUSIVE     scan',
    '  users_pkey          index              ACCESS SHARE',
    '  stops writes to orders, users · full scan · risk: high',
  ]);
});

test.each([
  ['11', 'ACCESS EXCLUSIVE'],
  ['18', 'SHARE UPDATE EXCLUSIVE'],
])('on PostgreSQL %s it is another lock', async (major, mode) => {
  const sql = 'ALTER TABLE orders ATTACH PARTITION orders_2027 FOR VALUES FROM (1) TO (2)';
  const { out } = await pgfence(['explain', sql, '--postgres', major]);
  expect(out).toMatch(new RegExp(`^  orders +\\S+( table)? +${mode}`, 'm'));
});

test.each([
  ['ALTER DOMAIN amount ADD CONSTRAINT positive CHECK (VALUE > 0)', 'alter-domain-scans-tables'],
  ['VACUUM FULL', 'vacuum-full'],
])('%s: whom it stops is not told twice, and not denied', async (sql, rule) => {
  const { out } = await pgfence(['explain', sql]);
  expect(out.split('\n').slice(0, 5)).toEqual([
    sql,
    '  locks tables that it does not name: see below',
    '  risk: high',
    '',
    `  • high  ${rule}  line 1`,
  ]);
});

test('a statement that names no table', async () => {
  const { out } = await pgfence(['explain', 'SELECT 1']);
  expect(out.split('\n').slice(0, 3)).toEqual([
    'SELECT 1',
    '  locks nothing that it names and others can see',
    '  stops nobody · risk: safe',
  ]);
});

test('SQL that does not parse is a gap', async () => {
  const { out, status } = await pgfence(['explain', 'ALTR TABLE orders']);
  expect(status).toBe(0);
  expect(out).toContain('syntax error at or near "ALTR"');
});

test('an unknown rule is a wrong set-up, with the one that was meant', async () => {
  expect(await pgfence(['explain', 'create-index-not-concurent'])).toEqual({
    status: 2,
    out: '',
    error:
      'pgfence: there is no rule "create-index-not-concurent"; did you mean "create-index-not-concurrent"?\n',
  });
});
