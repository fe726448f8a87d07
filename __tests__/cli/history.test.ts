import { folderWith } from './run-cli';

const USERS = 'CREATE TABLE users (id bigint PRIMARY KEY);\n';
const COLUMN = 'ALTER TABLE users ADD COLUMN note text;\n';

test('numbered files at the root are the history of a numbered one, other SQL is not', async () => {
  const folder = folderWith({ '001.sql': USERS, '002.sql': COLUMN, 'dump.sql': COLUMN });
  const report = await folder.report(['002.sql']);
  expect(report.history.migrations).toBe(1);
});

test('a file without a number at the root has no history', async () => {
  const folder = folderWith({ '001.sql': USERS, 'fix.sql': COLUMN });
  const report = await folder.report(['fix.sql']);
  expect(report.history.migrations).toBe(0);
});

test('a file outside of the working directory has the files beside it as its history', async () => {
  const elsewhere = folderWith({ 'migrations/001.sql': USERS, 'migrations/002.sql': COLUMN });
  const report = await folderWith({}).report([`${elsewhere.path}/migrations/002.sql`]);
  expect(report.history.migrations).toBe(1);
});

test('one that has a folder to itself, too, has its neighbours', async () => {
  const elsewhere = folderWith({
    'prisma/migrations/20240101000000_users/migration.sql': USERS,
    'prisma/migrations/20240102000000_note/migration.sql': COLUMN,
  });
  const last = `${elsewhere.path}/prisma/migrations/20240102000000_note/migration.sql`;
  const report = await folderWith({}).report([last]);
  expect(report.history.migrations).toBe(1);
});

test.each([
  [
    'a folder with SQL that is taken for no migration says so',
    { 'db/old/a.sql': USERS, 'db/old/b.sql': COLUMN },
    1,
  ],
  [
    'one with a migration says nothing of other SQL',
    { 'db/migrations/1.sql': USERS, 'db/seed/b.sql': COLUMN },
    0,
  ],
  ['one without SQL says nothing', { 'db/a.txt': USERS }, 0],
])('%s', async (_, files, count) => {
  const { notes = [] } = await folderWith(files).report(['db']);
  const line =
    'Not read: db/old/a.sql and 1 more, because no tool that is recognised runs migrations from there; name the files, or the folder that they stand in.';
  expect(notes).toEqual(Array.from({ length: count }, () => line));
});
