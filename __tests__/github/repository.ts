import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository in a temporary folder. */
export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  /** Output that may be no text of a command that changes nothing. It is remembered until another command runs. */
  readonly content: (...args: readonly string[]) => Buffer;
  /** The same as text. */
  readonly read: (...args: readonly string[]) => string;
  /** Writes files (null deletes), commits, and answers the commit's id. */
  readonly commit: (files: Readonly<Record<string, string | null>>) => string;
  readonly remove: () => void;
}

const WHO = [
  '-c',
  'user.name=Ada',
  '-c',
  'user.email=ada@example.com',
  '-c',
  'commit.gpgSign=false',
  '-c',
  'protocol.file.allow=always',
];

export function repositoryIn(folder: string): Repository {
  const known = new Map<string, Buffer>();
  const run = (args: readonly string[]): Buffer =>
    execFileSync('git', [...WHO, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  const git = (...args: readonly string[]): string => {
    known.clear();
    return run(args).toString('utf8').trim();
  };
  const content = (...args: readonly string[]): Buffer => {
    const question = args.join('\0');
    const answer = known.get(question) ?? run(args);
    known.set(question, answer);
    return answer;
  };
  return {
    folder,
    git,
    content,
    read: (...args) =>
      content(...args)
        .toString('utf8')
        .trim(),
    commit: (files) => {
      for (const [path, text] of Object.entries(files)) {
        const at = join(folder, path);
        mkdirSync(dirname(at), { recursive: true });
        if (text === null) rmSync(at);
        else writeFileSync(at, text);
      }
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'change');
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function newRepository(): Repository {
  const repository = repositoryIn(mkdtempSync(join(tmpdir(), 'pgfence-test-')));
  // Without samples of hooks, which are a dozen files.
  repository.git('init', '--quiet', '--template=', '--initial-branch=main');
  return repository;
}

/** A pull request as actions/checkout sees it: a shallow clone with the merge commit alone. */
export interface PullRequestClone {
  readonly origin: Repository;
  readonly clone: Repository;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/** The base branch gains `later` after the branch point; the pull request makes `change`. */
export function pullRequestClone(
  start: Readonly<Record<string, string>>,
  later: Readonly<Record<string, string | null>>,
  change: Readonly<Record<string, string | null>>,
): PullRequestClone {
  const origin = newRepository();
  origin.commit(start);
  origin.git('checkout', '--quiet', '-b', 'orders');
  const head = origin.commit(change);
  origin.git('checkout', '--quiet', 'main');
  const base = origin.commit(later);
  origin.git('checkout', '--quiet', '--detach');
  origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'orders');
  const merge = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', 'refs/pull/12/merge', merge);
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  origin.git('checkout', '--quiet', 'main');
  const clone = newRepository();
  clone.git('remote', 'add', 'origin', `file://${origin.folder}`);
  clone.git('fetch', '--quiet', '--depth=1', 'origin', 'refs/pull/12/merge');
  clone.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return { origin, clone, base, head, merge };
}
