import { changedFile } from '../../src/github/changed-file';
import { detectChanges, type Surroundings } from '../../src/github/detect-changes';
import type { GitHub, Tree } from '../../src/github/github';
import { NO_LINES, WHOLE } from '../../src/github/patch';
import { type Answer, ok, refused, unavailable } from '../../src/github/refusal';
import { repositoryTrees, type Trees } from '../../src/github/trees';
import { blobSha } from '../../src/github/work-tree';
import { BASE, fakeGitHub, HEAD, listedFile, MERGE, permission, pullRequestEvent } from './fake-github';

const idOf = (text: string): string => blobSha(Buffer.from(text), 40);

describe('by the API alone', () => {
  const around = (github: Partial<GitHub>): Surroundings => ({
    github: fakeGitHub(github),
    checkout: undefined,
    sha: MERGE,
  });
  const added = { added: [{ start: 2, end: 2 }], removedAfter: [] };

  test('the files of the pull request', async () => {
    const files = [
      listedFile('db/1.sql'),
      listedFile('db/2.sql', { status: 'added' }),
      listedFile('db/3.sql', { status: 'removed' }),
      listedFile('db/5.sql', { status: 'renamed', previousPath: 'db/4.sql', additions: 0 }, false),
      listedFile('db/6.sql', { additions: 9000 }, false),
      listedFile('db/7.sql', { additions: 2 }),
      listedFile('db/8.sql', { status: 'unchanged' }),
    ];
    expect(
      await detectChanges(
        pullRequestEvent(),
        around({ pullRequestFiles: async () => ok({ files, complete: true }) }),
      ),
    ).toEqual({
      kind: 'changed',
      base: BASE,
      head: HEAD,
      notes: [],
      files: [
        { path: 'db/1.sql', status: 'modified', lines: added, blobSha: BASE },
        { path: 'db/2.sql', status: 'added', lines: WHOLE, blobSha: BASE },
        { path: 'db/3.sql', status: 'deleted', lines: NO_LINES },
        { path: 'db/5.sql', previousPath: 'db/4.sql', status: 'renamed', lines: NO_LINES, blobSha: BASE },
        { path: 'db/6.sql', status: 'modified', lines: WHOLE, blobSha: BASE },
        { path: 'db/7.sql', status: 'modified', lines: WHOLE, blobSha: BASE },
      ],
    });
  });

  test('the comparison where the list is refused or incomplete, but only if that is complete', async () => {
    const compare = async () =>
      ok({ files: [listedFile('db/1.sql')], complete: true, mergeBase: 'f'.repeat(40) });
    const expected = {
      kind: 'changed',
      base: BASE,
      head: HEAD,
      files: [{ path: 'db/1.sql', status: 'modified', lines: added, blobSha: BASE }],
    };
    const denied = await detectChanges(
      pullRequestEvent(),
      around({ pullRequestFiles: async () => refused(permission), compare }),
    );
    expect(denied).toEqual({
      ...expected,
      notes: ['The changed files are those of a comparison: the list of changed files was refused.'],
    });
    const huge = await detectChanges(
      pullRequestEvent(),
      around({ pullRequestFiles: async () => ok({ files: [], complete: false }), compare }),
    );
    expect(huge).toMatchObject(expected);
    const partial = await detectChanges(
      pullRequestEvent(),
      around({
        pullRequestFiles: async () => refused(permission),
        compare: async () => ok({ files: [listedFile('db/1.sql')], complete: false, mergeBase: BASE }),
      }),
    );
    expect(partial).toEqual({
      kind: 'all',
      head: HEAD,
      why: 'diff not available: the list of changed files was refused',
      refusal: permission,
    });
  });

  test('without the merge commit the base is the one of the event', async () => {
    const changes = await detectChanges(
      pullRequestEvent(),
      around({ parents: async () => refused(permission) }),
    );
    expect(changes).toMatchObject({ kind: 'changed', base: 'e'.repeat(40) });
  });

  test('merge groups and pushes', async () => {
    const asked: string[] = [];
    const compare: GitHub['compare'] = async (base, head) => {
      asked.push(`${base}...${head}`);
      return ok({ files: [listedFile('db/1.sql')], complete: true, mergeBase: BASE });
    };
    const push = {
      kind: 'push',
      ref: 'refs/heads/orders',
      after: HEAD,
      defaultBranch: 'main',
      toDefaultBranch: false,
    } as const;
    const expected = {
      kind: 'changed',
      base: BASE,
      head: HEAD,
      notes: [],
      files: [{ path: 'db/1.sql', status: 'modified', lines: added, blobSha: BASE }],
    };
    expect(
      await detectChanges({ kind: 'merge-group', baseSha: MERGE, headSha: HEAD }, around({ compare })),
    ).toEqual(expected);
    expect(await detectChanges({ ...push, before: MERGE }, around({ compare }))).toEqual(expected);
    expect(await detectChanges(push, around({ compare }))).toEqual(expected);
    expect(asked).toEqual([`${MERGE}...${HEAD}`, `${MERGE}...${HEAD}`, `main...${HEAD}`]);
    expect(await detectChanges({ ...push, toDefaultBranch: true }, around({ compare }))).toEqual({
      kind: 'all',
      head: HEAD,
      why: 'refs/heads/orders is new and there is nothing to compare it with',
    });
  });

  test('other events have no change set', async () => {
    expect(await detectChanges({ kind: 'other', name: 'schedule', privileged: false }, around({}))).toEqual({
      kind: 'all',
      head: MERGE,
      why: 'the event schedule has no change set',
    });
  });

  test('the trees are those of the base, and the base with the changes', async () => {
    const entry = (path: string) => ({ path, kind: 'file' as const, sha: idOf(path), size: 10 });
    const github = fakeGitHub({
      pullRequestFiles: async () =>
        ok({
          files: [
            listedFile('db/2.sql', { blobSha: idOf('new 2') }),
            listedFile('db/4.sql', {
              status: 'renamed',
              previousPath: 'db/3.sql',
              blobSha: idOf('db/3.sql'),
            }),
          ],
          complete: true,
        }),
      tree: async () =>
        ok({ entries: [entry('db/1.sql'), entry('db/2.sql'), entry('db/3.sql')], complete: true }),
      readBlob: async (sha) => ok(Buffer.from(`blob ${sha}`)),
    });
    const changes = await detectChanges(pullRequestEvent(), { github, checkout: undefined, sha: MERGE });
    const trees = await repositoryTrees(github, undefined, changes);
    expect(trees?.head.lookUp).toBeUndefined();
    expect(trees?.head.paths).toEqual(['db/1.sql', 'db/2.sql', 'db/4.sql']);
    expect(trees?.base?.paths).toEqual(['db/1.sql', 'db/2.sql', 'db/3.sql']);
    expect(trees?.head.read('db/2.sql')).toEqual({ kind: 'pending' });
    await trees?.head.load(['db/2.sql', 'db/3.sql']);
    expect(trees?.head.read('db/2.sql')).toEqual({
      kind: 'bytes',
      bytes: Buffer.from(`blob ${idOf('new 2')}`),
    });
    expect(trees?.head.read('db/3.sql')).toEqual({ kind: 'absent' });
  });

  describe('where GitHub does not list the base', () => {
    const entry = { path: 'db/1.sql', kind: 'file' as const, sha: idOf('db/1.sql') };
    const files = async () => ok({ files: [listedFile('db/2.sql', { status: 'added' })], complete: true });
    const treesOf = async (change: Partial<GitHub>): Promise<Trees | undefined> => {
      const github = fakeGitHub({
        pullRequestFiles: files,
        tree: async () => refused(permission),
        ...change,
      });
      const changes = await detectChanges(pullRequestEvent(), { github, checkout: undefined, sha: MERGE });
      return repositoryTrees(github, undefined, changes);
    };

    test('it is the head that is listed', async () => {
      const trees = await treesOf({
        tree: async (sha) => (sha === HEAD ? ok({ entries: [entry], complete: true }) : refused(permission)),
      });
      expect(trees).toMatchObject({
        base: undefined,
        notes: ['Schema history incomplete: GitHub does not list the files of the base.'],
      });
      expect(trees?.head.paths).toEqual(['db/1.sql']);
    });

    test('what the list lacks is asked for by name', async () => {
      const trees = await treesOf({
        readFile: async (path) =>
          path === 'db/2.sql' || path === 'pgfence.config.json'
            ? ok(Buffer.from('{}'))
            : path === 'pgfence.config.ts'
              ? refused(unavailable('status 503'))
              : refused({ kind: 'not-found', message: 'Not Found' }),
      });
      expect(trees?.head.paths).toEqual(['db/2.sql']);
      await trees?.head.lookUp?.(['pgfence.config.yaml', 'pgfence.config.json', 'pgfence.config.ts']);
      expect(trees?.head.paths).toEqual(['db/2.sql', 'pgfence.config.json']);
      await trees?.head.lookUp?.(['pgfence.config.ts']);
      expect(trees?.head.paths).toEqual(['db/2.sql', 'pgfence.config.json', 'pgfence.config.ts']);
      expect(trees?.head.read('pgfence.config.json')).toEqual({ kind: 'bytes', bytes: Buffer.from('{}') });
      expect(trees?.head.read('pgfence.config.yaml')).toEqual({ kind: 'absent' });
      expect(trees?.head.read('pgfence.config.ts')).toEqual({
        kind: 'unread',
        why: 'GitHub answered: status 503',
      });
    });

    test('where it gives no content either, nothing is to be had', async () => {
      expect(await treesOf({ readFile: async () => refused(permission) })).toBeUndefined();
    });
  });

  test('a list that GitHub cuts is read folder by folder, as far as it goes', async () => {
    const trees: Readonly<Record<string, Answer<Tree>>> = {
      [BASE]: ok({
        entries: [
          { path: 'a.sql', kind: 'file', sha: idOf('a') },
          { path: 'db', kind: 'folder', sha: 'db' },
          { path: 'vendor', kind: 'folder', sha: 'vendor' },
        ],
        complete: false,
      }),
      db: ok({ entries: [{ path: '1.sql', kind: 'file', sha: idOf('1') }], complete: true }),
      vendor: refused(unavailable('status 502')),
    };
    const github = fakeGitHub({ tree: async (sha) => trees[sha] ?? refused(permission) });
    const changes = { kind: 'all', head: BASE, why: 'test' } as const;
    const found = await repositoryTrees(github, undefined, changes);
    expect(found).toMatchObject({
      notes: ['Schema history incomplete: the repository has more files than GitHub lists.'],
    });
    expect(found?.head.paths).toEqual(['a.sql', 'db/1.sql']);
    expect(found?.head.lookUp).toBeDefined();
  });

  test('a submodule is known as one, whose files are not there', () => {
    const commit = (id: string): string => `Subproject commit ${id.repeat(40)}`;
    const listed = (patch: string) => changedFile(listedFile('vendor/db', { patch }));
    expect(listed(`@@ -1 +1 @@\n-${commit('a')}\n+${commit('b')}`)).toMatchObject({ isSubmodule: true });
    expect(listed(`@@ -0,0 +1 @@\n+${commit('b')}`)).toMatchObject({ isSubmodule: true });
    expect(listed(`@@ -1 +1,2 @@\n ${commit('a')}\n+-- more`)).not.toHaveProperty('isSubmodule');
  });
});
