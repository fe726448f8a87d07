import { folderWith } from '../cli/run-cli';

const { report } = folderWith({});

test.each([
  ['of a history without it', 'CREATE TABLE users (id bigint);\nALTER TABLE orders ADD COLUMN note text;'],
  ['without a history', 'ALTER TABLE orders ADD COLUMN note text;'],
])('a table that nobody created is taken to be there, %s', async (_, sql) => {
  const locks = (await locksOf(sql)).at(-1);
  expect(locks).toEqual({ 'public.orders': 'ACCESS EXCLUSIVE' });
});

test('what a complete history does not know, IF EXISTS makes nothing of', async () => {
  const sql = 'CREATE TABLE users (id bigint);\nDROP TABLE IF EXISTS orders;';
  expect(await locksOf(sql)).toEqual([{}, {}]);
});

test('before the first migration nobody knows what IF EXISTS finds', async () => {
  expect(await locksOf('DROP TABLE IF EXISTS orders;')).toEqual([{ 'public.orders': 'ACCESS EXCLUSIVE' }]);
  expect(await locksOf('DROP INDEX IF EXISTS by_name;\nALTER TABLE IF EXISTS users DROP note;')).toEqual([
    { 'public.by_name': 'ACCESS EXCLUSIVE' },
    { 'public.users': 'ACCESS EXCLUSIVE' },
  ]);
});

test('what it makes itself is not there before the first migration', async () => {
  const sql = 'DROP TYPE IF EXISTS mood;\nDROP TABLE IF EXISTS orders;\nCREATE TABLE orders (id bigint);';
  expect(await locksOf(sql)).toEqual([{}, {}, {}]);
});

test('a body that takes a table for given tells that it is there, unless its absence is caught', async () => {
  const body = (condition: string): string =>
    `DO $$ BEGIN ALTER TABLE users ADD note text; EXCEPTION WHEN ${condition} THEN NULL; END $$;`;
  expect(await locksOf(body('duplicate_column'))).toEqual([{ 'public.users': 'ACCESS EXCLUSIVE' }]);
  expect(await locksOf(body('undefined_table'))).toEqual([{}]);
});

test('a history that takes unknown tables for given is not complete', async () => {
  const sql = 'ALTER TABLE users ADD COLUMN note text;\nDROP TABLE IF EXISTS orders;';
  expect((await locksOf(sql)).at(-1)).toEqual({ 'public.orders': 'ACCESS EXCLUSIVE' });
});

test('a name that is known only at run time is a gap', async () => {
  const sql = `DO $$ BEGIN EXECUTE 'DROP TABLE ' || current_setting('app.doomed'); END $$;`;
  const { migrations, summary } = await report(['-'], { input: sql });
  expect(migrations.flatMap(({ gaps }) => gaps)).toEqual([
    {
      line: 1,
      column: 21,
      endLine: 1,
      endColumn: 75,
      reason: 'unknown-name',
      detail: 'it names a relation that is known only when it runs',
      rule: 'unread-sql',
    },
  ]);
  expect(summary).toMatchObject({ understood: 1, gaps: 1 });
});

async function locksOf(sql: string): Promise<readonly Record<string, string>[]> {
  const { migrations } = await report(['-'], { input: sql });
  return migrations.flatMap(({ statements }) =>
    statements.map(({ locks }) => Object.fromEntries(locks.map(({ relation, mode }) => [relation, mode]))),
  );
}
