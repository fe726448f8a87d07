import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openCheckout } from '../../src/github/checkout';
import { detectChanges } from '../../src/github/detect-changes';
import { gitIn } from '../../src/github/git';
import { NO_LINES, WHOLE } from '../../src/github/patch';
import { ok, refused } from '../../src/github/refusal';
import { repositoryTrees } from '../../src/github/trees';
import { blobSha } from '../../src/github/work-tree';
import { fakeGitHub, HEAD, listedFile, permission, pullRequestEvent } from './fake-github';
import { newRepository, pullRequestClone, type Repository } from './repository';

const idOf = (text: string): string => blobSha(Buffer.from(text), 40);

describe('with a shallow checkout of the merge commit', () => {
  const numbers = (count: number, first = 'SELECT 0;') =>
    [first, ...Array.from({ length: count }, (_, index) => `SELECT ${String(index + 1)};`)].join('\n');
  const clone = pullRequestClone(
    {
      'db/1.sql': numbers(30),
      'db/2.sql': 'SELECT 2;\n',
      'db/old name\t"é".sql': numbers(9),
      'db/gone.sql': 'SELECT 3;\n',
      'app.ts': '1',
    },
    { 'db/1.sql': `${numbers(30)}\nSELECT 'base';`, 'db/later.sql': 'SELECT 4;\n' },
    {
      'db/1.sql': numbers(30, 'SELECT 10;'),
      'db/3 ü.sql': 'ALTER TABLE orders\n  ADD COLUMN note text;\n',
      'db/old name\t"é".sql': null,
      'db/new name.sql': numbers(9, 'SELECT 11;'),
      'db/gone.sql': null,
    },
  );
  afterAll(() => [clone.clone, clone.origin].forEach((repository: Repository) => repository.remove()));

  // The clone's origin as the server: <folder above>/<name of the folder>, with no owner between them.
  const server = {
    serverUrl: `file://${dirname(dirname(clone.origin.folder))}`,
    owner: basename(dirname(clone.origin.folder)),
    repo: basename(clone.origin.folder),
    token: 't',
  };
  const environment = {
    PATH: process.env['PATH'],
    HOME: clone.clone.folder,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'protocol.file.allow',
    GIT_CONFIG_VALUE_0: 'always',
  };
  const git = gitIn(clone.clone.folder, server, environment);
  const open = async () => openCheckout(clone.clone.folder, git, [clone.merge]);
  const pull = pullRequestEvent({ headSha: clone.head, baseSha: clone.origin.git('rev-parse', 'main~1') });

  test('the checkout is opened with its parents; one of another commit is none', async () => {
    expect(await open()).toMatchObject({ head: clone.merge, parents: [clone.base, clone.head] });
    expect(await openCheckout(clone.clone.folder, git, [HEAD])).toBeUndefined();
    expect(
      await openCheckout(
        join(clone.clone.folder, 'db'),
        gitIn(join(clone.clone.folder, 'db'), server, environment),
        [clone.merge],
      ),
    ).toBeUndefined();
  });

  test('content comes from the work tree where it is the very version, from the API where not', async () => {
    const checkout = await open();
    const versions = new Map([[idOf(numbers(30, 'SELECT 10;')), 'head version']]);
    const github = fakeGitHub({
      pullRequestFiles: async () =>
        ok({
          files: [
            listedFile('db/1.sql', { blobSha: idOf(numbers(30, 'SELECT 10;')) }),
            listedFile('db/3 ü.sql', {
              status: 'added',
              blobSha: idOf('ALTER TABLE orders\n  ADD COLUMN note text;\n'),
            }),
          ],
          complete: true,
        }),
      readBlob: async (sha) => (versions.has(sha) ? ok(Buffer.from('head version')) : refused(permission)),
      readFile: async (path, ref) => ok(Buffer.from(`${path} at ${ref === clone.base ? 'the base' : ref}`)),
    });
    const changes = await detectChanges(pull, { github, checkout, sha: clone.merge });
    expect(changes).toMatchObject({ kind: 'changed', base: clone.base, head: clone.head });
    const trees = await repositoryTrees(github, checkout, changes);
    expect(trees?.merged).toBe(false);
    expect(trees?.head.read('db/1.sql')).toEqual({ kind: 'pending' });
    expect(trees?.head.read('db/3 ü.sql')).toEqual({
      kind: 'bytes',
      bytes: Buffer.from('ALTER TABLE orders\n  ADD COLUMN note text;\n'),
    });
    await trees?.head.load(['db/1.sql']);
    expect(trees?.head.read('db/1.sql')).toEqual({ kind: 'bytes', bytes: Buffer.from('head version') });
    // The parent is not there: what was changed is asked of the API, the rest lies in the work tree.
    expect(trees?.base?.paths).not.toContain('db/3 ü.sql');
    await trees?.base?.load(trees.base.paths);
    expect(trees?.base?.read('db/1.sql')).toEqual({
      kind: 'bytes',
      bytes: Buffer.from('db/1.sql at the base'),
    });
    expect(trees?.base?.read('db/2.sql')).toEqual({ kind: 'bytes', bytes: Buffer.from('SELECT 2;\n') });
  });

  test('git tells the pull request alone where the API does not, after fetching the first parent', async () => {
    const github = fakeGitHub({
      pullRequestFiles: async () => refused(permission),
      compare: async () => refused(permission),
    });
    const checkout = await open();
    const changes = await detectChanges(pull, { github, checkout, sha: clone.merge });
    expect(changes).toMatchObject({ kind: 'changed', base: clone.base, head: clone.merge });
    expect(
      changes.kind === 'changed' ? [...changes.files].sort((a, b) => (a.path < b.path ? -1 : 1)) : [],
    ).toEqual([
      {
        path: 'db/1.sql',
        status: 'modified',
        lines: { added: [{ start: 1, end: 1 }], removedAfter: [0] },
        blobSha: clone.clone.git('rev-parse', 'HEAD:db/1.sql'),
      },
      {
        path: 'db/3 ü.sql',
        status: 'added',
        lines: WHOLE,
        blobSha: clone.clone.git('rev-parse', 'HEAD:db/3 ü.sql'),
      },
      { path: 'db/gone.sql', status: 'deleted', lines: NO_LINES },
      {
        path: 'db/new name.sql',
        previousPath: 'db/old name\t"é".sql',
        status: 'renamed',
        lines: { added: [{ start: 1, end: 1 }], removedAfter: [0] },
        blobSha: clone.clone.git('rev-parse', 'HEAD:db/new name.sql'),
      },
    ]);
    const trees = await repositoryTrees(github, checkout, changes);
    expect(trees?.merged).toBe(true);
    expect(trees?.base?.paths).toEqual([
      'app.ts',
      'db/1.sql',
      'db/2.sql',
      'db/gone.sql',
      'db/later.sql',
      'db/old name\t"é".sql',
    ]);
    await trees?.base?.load(trees.base.paths);
    expect(trees?.base?.read('db/gone.sql')).toEqual({ kind: 'bytes', bytes: Buffer.from('SELECT 3;\n') });
  });

  test('lines that GitHub does not show are asked of git', async () => {
    const blob = clone.clone.git('rev-parse', 'HEAD:db/new name.sql');
    const lacking = listedFile(
      'db/new name.sql',
      {
        status: 'renamed',
        previousPath: 'db/old name\t"é".sql',
        blobSha: blob,
      },
      false,
    );
    const github = fakeGitHub({ pullRequestFiles: async () => ok({ files: [lacking], complete: true }) });
    const changes = await detectChanges(pull, { github, checkout: await open(), sha: clone.merge });
    expect(changes).toMatchObject({
      head: clone.head,
      files: [{ path: 'db/new name.sql', lines: { added: [{ start: 1, end: 1 }], removedAfter: [0] } }],
    });
  });

  test('links that lead out of the workspace and files that a step changed are not read from disk', async () => {
    const checkout = await open();
    const github = fakeGitHub();
    const trees = await repositoryTrees(github, checkout, { kind: 'all', head: clone.merge, why: 'test' });
    rmSync(join(clone.clone.folder, 'db/2.sql'));
    symlinkSync('/etc/passwd', join(clone.clone.folder, 'db/2.sql'));
    writeFileSync(join(clone.clone.folder, 'app.ts'), 'changed by a step');
    expect(trees?.head.read('db/2.sql')).toEqual({
      kind: 'unread',
      why: 'it is a link that leads out of the workspace',
    });
    expect(trees?.head.read('app.ts')).toEqual({ kind: 'pending' });
    await trees?.head.load(['app.ts']);
    expect(trees?.head.read('app.ts')).toEqual({ kind: 'bytes', bytes: Buffer.from('1') });
    expect(trees?.head.read('../../etc/passwd')).toEqual({ kind: 'absent' });
  });
});

describe('with the whole history', () => {
  const origin = newRepository();
  origin.commit({ 'db/1.sql': 'SELECT 1;\n' });
  origin.git('checkout', '--quiet', '-b', 'orders');
  const ancestor = origin.git('rev-parse', 'main');
  const submodule = '5'.repeat(40);
  origin.commit({ 'db/2.sql': 'SELECT 2;\n' });
  origin.git('update-index', '--add', '--cacheinfo', `160000,${submodule},vendor/db`);
  origin.git('commit', '--quiet', '--message', 'submodule');
  const head = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', 'refs/remotes/origin/main', ancestor);
  afterAll(() => origin.remove());

  test('git tells what a new branch adds, and which of it is a submodule', async () => {
    const environment = { PATH: process.env['PATH'], HOME: origin.folder };
    const git = gitIn(
      origin.folder,
      { serverUrl: 'file:///', owner: 'acme', repo: 'shop', token: '' },
      environment,
    );
    const checkout = await openCheckout(origin.folder, git, [head]);
    const push = {
      kind: 'push',
      ref: 'refs/heads/orders',
      after: head,
      defaultBranch: 'main',
      toDefaultBranch: false,
    } as const;
    expect(await detectChanges(push, { github: fakeGitHub(), checkout, sha: head })).toEqual({
      kind: 'changed',
      base: ancestor,
      head,
      files: [
        { path: 'db/2.sql', status: 'added', lines: WHOLE, blobSha: idOf('SELECT 2;\n') },
        { path: 'vendor/db', status: 'modified', lines: NO_LINES, isSubmodule: true },
      ],
      notes: ['The changed files are those that git tells: GitHub gives no complete comparison.'],
    });
  });
});
