import type { Git } from './git';
import { objectId } from './untrusted';

/** A work tree that is what the run is about. */
export interface Checkout {
  readonly root: string;
  readonly git: Git;
  /** The commit that is checked out. */
  readonly head: string;
  /** Its parents, known even in a clone that does not hold them. */
  readonly parents: readonly string[];
}

/**
 * Opens the work tree of the workspace. Undefined if there is no repository, or if another commit than the expected ones
 * is checked out: then its files say nothing about the run.
 */
export async function openCheckout(
  root: string,
  git: Git,
  expected: readonly string[],
): Promise<Checkout | undefined> {
  // Also without --show-prefix of a folder inside a larger repository: the ceiling hides what lies above.
  const answer = await git.run(['cat-file', '--batch'], 'HEAD\n');
  const commit = answer.kind === 'ok' ? readCommit(answer.output.toString('utf8')) : undefined;
  return commit !== undefined && expected.includes(commit.head) ? { root, git, ...commit } : undefined;
}

/** True if the commit and its tree are there, which a shallow clone does not promise. */
export async function hasCommit(git: Git, commit: string): Promise<boolean> {
  return (await git.run(['cat-file', '-e', `${commit}^{tree}`])).kind === 'ok';
}

/** The newest common ancestor, if the clone holds enough history to tell. */
export async function mergeBase(git: Git, a: string, b: string): Promise<string | undefined> {
  return objectId(await line(git, ['merge-base', a, b]));
}

/** Reads the commit itself, `<id> commit <size>` and then its fields: `HEAD^1` fails in a shallow clone, the object still names its parents. */
function readCommit(object: string): Pick<Checkout, 'head' | 'parents'> | undefined {
  const [fields = ''] = object.split('\n\n');
  const [first = '', ...others] = fields.split('\n');
  const head = objectId(/^([0-9a-f]+) commit \d+$/.exec(first)?.[1]);
  if (head === undefined) return undefined;
  const parents = others.flatMap((field) =>
    field.startsWith('parent ') ? (objectId(field.slice(7)) ?? []) : [],
  );
  return { head, parents };
}

async function line(git: Git, args: readonly string[]): Promise<string | undefined> {
  const answer = await git.run(args);
  return answer.kind === 'ok' ? answer.output.toString('utf8').trim() : undefined;
}
