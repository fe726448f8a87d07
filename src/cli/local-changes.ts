import { sourceTree } from '../changes/source-tree';
import type { SourceTree } from '../changes/source-tree';
import { UserError } from '../config/user-error';
import { mergeBase } from '../github/checkout';
import type { ChangedFile } from '../github/changed-file';
import type { Git } from '../github/git';
import { gitIn } from '../github/git';
import { gitDiffOf } from '../github/git-diff';
import { WHOLE } from '../github/patch';
import type { Environment } from '../github/runner';
import { filePath } from '../sql/source';
import type { FilePath } from '../sql/source';
import { gitVersions } from './git-versions';
import type { WorkingCopy } from './working-copy';

/** A change set of the working copy: what ships together, and what was there before. */
export interface LocalChanges {
  readonly files: ReadonlyMap<FilePath, ChangedFile>;
  /** What is proposed, with the deleted files, which ran before. */
  readonly head: SourceTree;
  readonly base: SourceTree;
}

/** What the work tree adds since its merge base with a revision, committed or not, new files too. Throws a UserError. */
export async function changesSince(
  copy: WorkingCopy,
  revision: string,
  environment: Environment,
): Promise<LocalChanges> {
  const git = gitOf(copy, '--since', environment);
  const commit = await answerOf(git, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (commit === null) throw new UserError(`--since ${revision}: git knows no such revision`);
  const base = await mergeBase(git, commit.trim(), 'HEAD');
  if (base === undefined)
    throw new UserError(`--since ${revision}: no common ancestor with HEAD; fetch more of the history`);
  const untracked = (await answerOf(git, ['ls-files', '-z', '--others', '--exclude-standard'])) ?? '';
  const added = untracked
    .split('\0')
    .filter((path) => path !== '')
    .map((path): ChangedFile => ({ path, status: 'added', lines: WHOLE }));
  const files = [...(await diffOf(git, [base])), ...added];
  return changesOf(files, copy.tree, gitVersions(copy.root, base, environment));
}

/** What the index adds to HEAD. Files are read as they are staged. Throws a UserError. */
export async function stagedChanges(copy: WorkingCopy, environment: Environment): Promise<LocalChanges> {
  const git = gitOf(copy, '--staged', environment);
  const head = await answerOf(git, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  const base =
    head?.trim() ?? (await answerOf(git, ['hash-object', '-t', 'tree', '/dev/null']))?.trim() ?? '';
  const dirty = new Set((await answerOf(git, ['diff', '--no-ext-diff', '--name-only', '-z']))?.split('\0'));
  const tracked = (await answerOf(git, ['ls-files', '-z', '--cached'])) ?? '';
  const paths = [...new Set(tracked.split('\0'))].filter((path) => path !== '').map(filePath);
  const staged = gitVersions(copy.root, '', environment);
  const index = sourceTree(
    () => paths.sort(),
    (path) => (dirty.has(path) ? staged.load(path) : copy.load(path)),
  );
  return changesOf(await diffOf(git, ['--cached', base]), index, gitVersions(copy.root, base, environment));
}

function changesOf(files: readonly ChangedFile[], head: SourceTree, base: SourceTree): LocalChanges {
  const byPath = new Map(files.map((file) => [filePath(file.path), file]));
  const isGone = (path: FilePath): boolean => byPath.get(path)?.status === 'deleted';
  const gone = [...byPath.keys()].filter(isGone);
  return {
    files: byPath,
    base,
    head: sourceTree(
      () => [...new Set([...head.paths, ...gone])].sort(),
      (path) => (isGone(path) ? base.load(path) : head.load(path)),
    ),
  };
}

function gitOf(copy: WorkingCopy, option: string, environment: Environment): Git {
  if (!copy.git) throw new UserError(`${option}: there is no git repository here`);
  return gitIn(copy.root, { serverUrl: '', owner: '', repo: '', token: '' }, environment);
}

async function answerOf(git: Git, args: readonly string[]): Promise<string | null> {
  const answer = await git.run(args);
  return answer.kind === 'ok' ? answer.output.toString('utf8') : null;
}

async function diffOf(git: Git, what: readonly string[]): Promise<readonly ChangedFile[]> {
  const answer = await gitDiffOf(git, what);
  if (answer.kind === 'ok') return answer.value;
  throw new UserError(`git diff failed: ${answer.refusal.message}`);
}
