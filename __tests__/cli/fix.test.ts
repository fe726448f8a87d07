import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editFile } from '../../src/cli/edit-file';
import { filePath } from '../../src/sql/source';
import { folderWith } from './run-cli';

const RULES = ['--rules', 'create-index-not-concurrent,autocommit-only-in-transaction'];
const INDEX = 'CREATE INDEX orders_note_idx ON orders (note);\n';

const read = (folder: { path: string }, name: string): string =>
  readFileSync(join(folder.path, name), 'latin1');

test('edits files in place; what is suppressed stays, and so do comments, line ends and a byte order mark', async () => {
  const before = [
    '\ufeff-- notes, première',
    'CREATE  INDEX a_idx -- of notes',
    '  ON orders (a);',
    '-- pgfence allow create-index-not-concurrent: four rows',
    'create unique index b_idx on orders (b);',
    '',
  ].join('\r\n');
  const folder = folderWith({ 'm/001.sql': before });
  const { status, error } = await folder.pgfence([
    'analyze',
    'm',
    '--transaction',
    'none',
    '--fix',
    ...RULES,
  ]);
  expect(error).toBe('fixed m/001.sql: create-index-not-concurrent\n');
  expect(status).toBe(0);
  expect(readFileSync(join(folder.path, 'm/001.sql'), 'utf8')).toBe(
    before.replace('CREATE  INDEX a_idx', 'CREATE  INDEX CONCURRENTLY a_idx'),
  );
});

test('takes a notice in the place of something worse, for all constraints of a statement at once', async () => {
  const before = [
    'CREATE TABLE users (id bigint PRIMARY KEY);',
    'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total numeric);',
    '',
  ].join('\n');
  const key = 'ADD FOREIGN KEY (user_id) REFERENCES users (id)';
  const check = 'ADD CHECK (total > 0)';
  const folder = folderWith({
    'm/001.sql': before,
    'm/002.sql': `ALTER TABLE orders ${key}, ${check};\nALTER TABLE users ADD COLUMN name text;\n`,
  });
  const args = ['analyze', 'm/002.sql', '--transaction', 'file', '--fix', '--rules', 'default'];
  await folder.pgfence(args);
  const fixed = `SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ${key} NOT VALID, ${check} NOT VALID;\nALTER TABLE users ADD COLUMN name text;\n`;
  expect(read(folder, 'm/002.sql')).toBe(fixed);
  const again = await folder.pgfence(args);
  expect({ error: again.error, text: read(folder, 'm/002.sql') }).toEqual({ error: '', text: fixed });
});

test('keeps Latin-1 bytes as they are', async () => {
  const folder = folderWith({ 'm/001.sql': Buffer.from(`-- pr\xe9mi\xe8re\n${INDEX}`, 'latin1') });
  await folder.pgfence(['analyze', 'm', '--transaction', 'none', '--fix', ...RULES]);
  expect(read(folder, 'm/001.sql')).toBe(
    `-- pr\xe9mi\xe8re\n${INDEX.replace('INDEX', 'INDEX CONCURRENTLY')}`,
  );
});

test('a dry run shows a diff that git can apply, and edits nothing', async () => {
  const before = `SELECT 1;\nSELECT 2;\nSELECT 3;\nSELECT 4;\n${INDEX}SELECT 5;`;
  const folder = folderWith({ 'm/001.sql': before });
  const args = ['analyze', 'm', '--transaction', 'none', '--fix', ...RULES];
  const { status, out, error } = await folder.pgfence([...args, '--dry-run']);
  expect({ status, error, after: read(folder, 'm/001.sql') }).toEqual({
    status: 1,
    error: '',
    after: before,
  });
  expect(out).toBe(
    [
      '--- a/m/001.sql',
      '+++ b/m/001.sql',
      '@@ -2,5 +2,5 @@',
      ' SELECT 2;',
      ' SELECT 3;',
      ' SELECT 4;',
      '-CREATE INDEX orders_note_idx ON orders (note);',
      '+CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
      ' SELECT 5;',
      '\\ No newline at end of file',
      '',
    ].join('\n'),
  );
  execFileSync('git', ['apply', '-'], { cwd: folder.path, input: out });
  expect(read(folder, 'm/001.sql')).toBe(before.replace('CREATE INDEX', 'CREATE INDEX CONCURRENTLY'));
});

test('an edit that would bring another finding is not made', async () => {
  const folder = folderWith({ 'm/001.sql': `ALTER TABLE orders ADD COLUMN note text;\n${INDEX}` });
  await folder.pgfence(['analyze', 'm', '--transaction', 'file', '--fix', ...RULES]);
  expect(read(folder, 'm/001.sql')).toBe(`ALTER TABLE orders ADD COLUMN note text;\n${INDEX}`);
});

test.each([
  [['--dry-run', 'm'], 'pgfence: --dry-run goes with --fix\n'],
  [['--fix', '-'], 'pgfence: --fix cannot edit standard input\n'],
])('%j is a wrong set-up', async (args, error) => {
  const { pgfence } = folderWith({ 'm/001.sql': INDEX });
  expect(await pgfence(['analyze', ...args])).toEqual({ status: 2, out: '', error });
});

describe('what may not be edited', () => {
  const outside = folderWith({ 'secret.sql': INDEX, 'folder/secret.sql': INDEX });
  const folder = folderWith({ 'm/001.sql': INDEX, 'm/real.sql': INDEX });
  mkdirSync(join(folder.path, 'pipes'));
  execFileSync('mkfifo', [join(folder.path, 'pipes/001.sql')]);
  symlinkSync(join(outside.path, 'secret.sql'), join(folder.path, 'm/link.sql'));
  symlinkSync(join(outside.path, 'folder'), join(folder.path, 'linked'));
  symlinkSync('real.sql', join(folder.path, 'm/inner.sql'));
  const edit = (path: string, before = INDEX): string | null =>
    editFile(folder.path, filePath(path), before, 'SELECT 1;\n');

  test.each([
    ['m/link.sql', 'a link leads out of the tree'],
    ['linked/secret.sql', 'a link leads out of the tree'],
    ['m/missing.sql', 'it cannot be written (ENOENT)'],
    ['pipes/001.sql', 'it is no file'],
    ['m', 'it cannot be written (EISDIR)'],
  ])('%s', (path, why) => {
    expect(edit(path)).toBe(why);
    expect(read(outside, 'secret.sql')).toBe(INDEX);
  });

  test('what changed in between', () => {
    writeFileSync(join(folder.path, 'm/001.sql'), 'SELECT 2;\n');
    expect(edit('m/001.sql')).toBe('it has changed since it was read');
    expect(read(folder, 'm/001.sql')).toBe('SELECT 2;\n');
  });

  test('a link that stays inside is followed', () => {
    expect(edit('m/inner.sql')).toBeNull();
    expect(read(folder, 'm/real.sql')).toBe('SELECT 1;\n');
  });
});

test('edits files whose ending is in capitals, which a folder or a glob names', async () => {
  for (const named of ['m', 'm/*.SQL']) {
    const folder = folderWith({ 'm/001.SQL': `-- it's notes\n${INDEX}` });
    const { error } = await folder.pgfence(['analyze', named, '--transaction', 'none', '--fix', ...RULES]);
    expect(error).toBe('fixed m/001.SQL: create-index-not-concurrent\n');
    expect(read(folder, 'm/001.SQL')).toBe(`-- it's notes\n${INDEX.replace('INDEX', 'INDEX CONCURRENTLY')}`);
  }
});
