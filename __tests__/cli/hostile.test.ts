import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonMigration } from '../../src/report/json-report';
import { folderWith } from './run-cli';

const DROP = 'DROP TABLE users;\n';

/** What stands between two harmless neighbours, and what is told of it. */
const files: Readonly<Record<string, { content: string | Uint8Array; told: string }>> = {
  '010_empty.sql': { content: '', told: '0 statements' },
  '011_comments.sql': { content: '-- nothing\n/* at all */\n', told: '0 statements' },
  '012_nul.sql': { content: 'SELECT 1;\0 DROP TABLE users;\n', told: 'gap: binary-file' },
  '013_bom.sql': { content: `\ufeff${DROP}`, told: 'line 1, column 1: ACCESS EXCLUSIVE on public.users' },
  '014_crlf.sql': {
    content: '-- first\r\n\r\nDROP TABLE\r\n  users;\r\n',
    told: 'line 3, column 1: ACCESS EXCLUSIVE on public.users',
  },
  '015_parentheses.sql': {
    content: `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)};\n${DROP}`,
    told: 'line 2, column 1: ACCESS EXCLUSIVE on public.users; gap: too-deep',
  },
  '016_go_template.sql': {
    content: '{{ if .Drop }}\nDROP TABLE users;\n{{ end }}\n',
    told: 'line 2, column 1: ACCESS EXCLUSIVE on public.users',
  },
  '017_binary.sql': {
    content: Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    told: 'gap: binary-file',
  },
  '018_latin1.sql': {
    content: Buffer.from(`-- premi\xe8re\n${DROP}`, 'latin1'),
    told: 'line 2, column 1: ACCESS EXCLUSIVE on public.users',
  },
  '019_utf16.sql': { content: Buffer.from(`\ufeff${DROP}`, 'utf16le'), told: 'gap: invalid-encoding' },
  '020_unclosed.sql': {
    content: `${DROP}SELECT 'never closed;\n`,
    told: 'line 1, column 1: ACCESS EXCLUSIVE on public.users; gap: syntax-error',
  },
};

const USERS = 'CREATE TABLE users (id bigint);\n';
const folder = folderWith({
  'm/001_users.sql': USERS,
  ...Object.fromEntries(Object.entries(files).map(([name, { content }]) => [`m/${name}`, content])),
  'm/099_last.sql': DROP,
});

test('hostile files are read or named, and the rest of the run is unharmed', async () => {
  const { migrations } = await folder.report(['m', '--no-history', '--fail-on', 'never']);
  const told = new Map(migrations.map((migration) => [migration.path.slice(2), tell(migration)]));
  expect(Object.fromEntries(told)).toEqual({
    '001_users.sql': '',
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.told])),
    '099_last.sql': 'line 1, column 1: ACCESS EXCLUSIVE on public.users',
  });
});

function tell({ statements, gaps }: JsonMigration): string {
  if (statements.length + gaps.length === 0) return '0 statements';
  return [
    ...statements.flatMap(({ line, column, locks }) =>
      locks
        .filter(({ mode }) => mode === 'ACCESS EXCLUSIVE')
        .map(({ mode, relation }) => `line ${line}, column ${column}: ${mode} on ${relation}`),
    ),
    ...gaps.map(({ reason }) => `gap: ${reason}`),
  ].join('; ');
}

describe('what is no file', () => {
  const secret = folderWith({ 'secret.sql': "SELECT 'secret';\n" });
  const place = folderWith({ 'm/001_users.sql': USERS });
  mkdirSync(join(place.path, 'm/002_folder.sql'));
  symlinkSync('nowhere.sql', join(place.path, 'm/003_dangling.sql'));
  symlinkSync(join(secret.path, 'secret.sql'), join(place.path, 'm/004_out.sql'));
  symlinkSync('001_users.sql', join(place.path, 'm/005_inside.sql'));
  execFileSync('mkfifo', [join(place.path, 'm/006_pipe.sql')]);

  test('in a folder, it is passed over or named', async () => {
    execFileSync('git', ['init', '-q'], { cwd: place.path });
    const { migrations } = await place.report(['m']);
    expect(migrations.flatMap(({ path, gaps }) => [path, ...gaps.map(({ detail }) => detail)])).toEqual([
      'm/001_users.sql',
    ]);
  });

  test.each([
    ['m/003_dangling.sql', 'no such file or folder'],
    ['m/006_pipe.sql', 'neither a file nor a folder'],
  ])('%s, named, is a wrong set-up', async (name, why) => {
    expect(await place.pgfence(['analyze', name])).toEqual({
      status: 2,
      out: '',
      error: `pgfence: ${name}: ${why}\n`,
    });
  });

  test('a link out of the repository is a gap, one inside is read', async () => {
    const { migrations } = await place.report(['m/004_out.sql', 'm/005_inside.sql']);
    expect(
      migrations.map(({ path, statements, gaps }) => [
        path,
        statements.length,
        gaps.map(({ detail }) => detail),
      ]),
    ).toEqual([
      ['m/004_out.sql', 0, ['the file is a link that leads out of the repository']],
      ['m/005_inside.sql', 1, []],
    ]);
  });
});

test('more than ten megabytes are a gap', async () => {
  const place = folderWith({ 'm/001.sql': `--${' '.repeat(10 * 1024 * 1024)}\n`, 'm/002.sql': DROP });
  const { migrations } = await place.report(['m', '--fail-on', 'never']);
  expect(
    migrations.map(({ statements, gaps }) => [statements.length, gaps.map(({ detail }) => detail)]),
  ).toEqual([
    [0, ['The file has 10485763 bytes; files of more than 10485760 are not read']],
    [1, []],
  ]);
});

test('paths of Windows', async () => {
  const { pathInTree } = await import('../../src/cli/working-copy');
  const { filePath } = await import('../../src/sql/source');
  expect(filePath('.\\db\\migrations\\001.sql')).toBe('db/migrations/001.sql');
  expect(pathInTree('/shop', '/shop/db', '../other/001.sql')).toBe('other/001.sql');
  expect(pathInTree('/shop', '/shop', '../001.sql')).toBe('../001.sql');
});
