import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonReport } from '../../src/report/json-report';
import type { Folder } from './run-cli';
import { folderWith } from './run-cli';

const environment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.invalid',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.invalid',
};

const USERS = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\n';
const ORDERS = 'CREATE TABLE orders (id bigint PRIMARY KEY);\n';

/** A repository with two migrations on main, and a branch. */
function repository(): { folder: Folder; git: (...args: string[]) => void } {
  const folder = folderWith({
    'db/migrations/001_users.sql': USERS,
    'db/migrations/002_orders.sql': `${ORDERS}ALTER TABLE orders ADD COLUMN note text;\n`,
    'db/migrations/003_gone.sql': 'CREATE TABLE gone (id bigint PRIMARY KEY);\n',
  });
  const git = (...args: string[]): void => {
    execFileSync('git', args, { cwd: folder.path, env: environment, stdio: 'ignore' });
  };
  git('init', '--initial-branch=main');
  git('add', '.');
  git('commit', '-m', 'base');
  git('checkout', '-b', 'topic');
  return { folder, git };
}

function told({ scope, history, migrations }: JsonReport) {
  return {
    scope,
    history: history.migrations,
    migrations: migrations.map(({ path, previousPath, status, statements }) => ({
      path: path.slice(path.lastIndexOf('/') + 1),
      status,
      ...(previousPath === undefined ? {} : { previousPath }),
      changed: statements.map(({ changed }) => changed),
    })),
  };
}

test('--since judges what the branch adds, committed or not; the rest is history, deleted files too', async () => {
  const { folder, git } = repository();
  folder.write('db/migrations/004_committed.sql', 'ALTER TABLE gone ADD COLUMN a int;\n');
  git('rm', '-q', 'db/migrations/003_gone.sql');
  git('add', '.');
  git('commit', '-m', 'topic');
  folder.write(
    'db/migrations/002_orders.sql',
    `${ORDERS}ALTER TABLE orders ADD COLUMN note text;\nALTER TABLE orders ADD COLUMN more text;\n`,
  );
  folder.write('db/migrations/005_new.sql', 'CREATE INDEX users_email_idx ON users (email);\n');
  const report = await folder.report(['--since', 'main'], { environment });
  expect(told(report)).toEqual({
    scope: 'changed',
    history: 2,
    migrations: [
      { path: '002_orders.sql', status: 'modified', changed: [false, false, true] },
      { path: '004_committed.sql', status: 'added', changed: [true] },
      { path: '005_new.sql', status: 'added', changed: [true] },
      { path: '003_gone.sql', status: 'deleted', changed: [] },
    ],
  });
});

test('applied migrations that are deleted, renamed or changed are told of, a comment more is not', async () => {
  const { folder, git } = repository();
  git('rm', '-q', 'db/migrations/003_gone.sql');
  git('mv', 'db/migrations/001_users.sql', 'db/migrations/001_people.sql');
  folder.write(
    'db/migrations/002_orders.sql',
    `-- What people buy.\n${ORDERS}ALTER TABLE orders ADD COLUMN note text;\n`,
  );
  const report = await folder.report(['--since', 'main'], { environment });
  expect(
    report.migrations.map(({ path, findings }) => [
      path.slice(path.lastIndexOf('/') + 1),
      ...findings.map(({ rule }) => rule),
    ]),
  ).toEqual([
    ['001_people.sql', 'edited-migration'],
    ['002_orders.sql'],
    ['003_gone.sql', 'edited-migration'],
  ]);
});

test('what a change set creates nobody has used yet', async () => {
  const { folder } = repository();
  folder.write('db/migrations/004_items.sql', 'CREATE TABLE items (id bigint, name text);\n');
  folder.write('db/migrations/005_index.sql', 'CREATE INDEX items_name_idx ON items (name);\n');
  const { summary } = await folder.report(['--since', 'main', 'db'], { environment });
  expect(summary.risk).toBe('safe');
  const { summary: named } = await folder.report(['db'], { environment });
  expect(named.risk).toBe('high');
});

test('only what was named of a change set is judged', async () => {
  const { folder } = repository();
  folder.write('db/migrations/004_a.sql', 'ALTER TABLE users ADD COLUMN a int;\n');
  folder.write('db/migrations/005_b.sql', 'ALTER TABLE users ADD COLUMN b int;\n');
  const { migrations } = await folder.report(['--since', 'main', 'db/migrations/005_b.sql'], { environment });
  expect(migrations.map(({ path }) => path)).toEqual(['db/migrations/005_b.sql']);
});

test('a renamed file is told with its earlier name, and what it kept is not changed', async () => {
  const { folder, git } = repository();
  renameSync(
    join(folder.path, 'db/migrations/002_orders.sql'),
    join(folder.path, 'db/migrations/004_orders.sql'),
  );
  git('add', '--all');
  const report = await folder.report(['--since', 'HEAD'], { environment });
  expect(told(report).migrations).toEqual([
    {
      path: '004_orders.sql',
      status: 'renamed',
      previousPath: 'db/migrations/002_orders.sql',
      changed: [false, false],
    },
  ]);
});

test('--staged reads files as they are staged', async () => {
  const { folder, git } = repository();
  folder.write('db/migrations/004_staged.sql', 'ALTER TABLE users ADD COLUMN a int;\n');
  git('add', '.');
  folder.write('db/migrations/004_staged.sql', 'SELECT 1;\nDROP TABLE users;\n');
  folder.write('db/migrations/005_untracked.sql', 'DROP TABLE users;\n');
  rmSync(join(folder.path, 'db/migrations/001_users.sql'));
  const { migrations, history } = await folder.report(['--staged'], { environment });
  expect(migrations.flatMap(({ statements }) => statements.map(({ sql }) => sql))).toEqual([
    'ALTER TABLE users ADD COLUMN a int',
  ]);
  expect(history.migrations).toBe(3);
});

test('--staged before the first commit', async () => {
  const folder = folderWith({ 'db/migrations/001_users.sql': USERS });
  execFileSync('git', ['init', '-q'], { cwd: folder.path, env: environment });
  execFileSync('git', ['add', '.'], { cwd: folder.path, env: environment });
  const { migrations } = await folder.report(['--staged'], { environment });
  expect(migrations.map(({ path, status }) => [path, status])).toEqual([
    ['db/migrations/001_users.sql', 'added'],
  ]);
});

test.each([
  [['--since', 'nowhere'], 'pgfence: --since nowhere: git knows no such revision\n'],
  [['--since', '--output=/tmp/x'], 'pgfence: --since --output=/tmp/x: git knows no such revision\n'],
  [
    ['--since', 'main', '--staged'],
    'pgfence: --since and --staged: only one of them can say what is judged\n',
  ],
  [['-', '--staged'], 'pgfence: standard input is no part of a change set of git\n'],
])('%j is a wrong set-up', async (args, error) => {
  const { folder } = repository();
  expect(await folder.pgfence(['analyze', ...args], { environment })).toEqual({ status: 2, out: '', error });
});

test('without a repository there is no change set', async () => {
  const { pgfence } = folderWith({ 'a.sql': USERS });
  expect(await pgfence(['analyze', '--staged'], { environment })).toEqual({
    status: 2,
    out: '',
    error: 'pgfence: --staged: there is no git repository here\n',
  });
});
