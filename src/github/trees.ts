import { apiContents, apiTree } from './api-files';
import type { ChangedFile } from './changed-file';
import type { ChangeSet } from './change-set';
import { type Checkout, hasCommit } from './checkout';
import { type DirectReader, type FileEntry, type FileTree, fileTree, type Source } from './file-tree';
import type { GitHub } from './github';
import { commitFiles, gitObjects, trackedFiles, workTreeReader } from './work-tree';

/** Both states of the repository that a run compares. */
export interface Trees {
  /** What is proposed, in the versions whose lines the change set counts. */
  readonly head: FileTree;
  /** What is there already; absent where nothing is known of the base. */
  readonly base: FileTree | undefined;
  /** Whether the commit that is checked out holds the very versions that are proposed. */
  readonly merged: boolean;
  /** Sentences for the coverage line. */
  readonly notes: readonly string[];
}

/** Lays out both trees, from the checkout if there is one and from the API for what it does not hold. Undefined: not to be had at all. */
export async function repositoryTrees(
  github: GitHub,
  checkout: Checkout | undefined,
  changes: ChangeSet,
): Promise<Trees | undefined> {
  return checkout === undefined ? overApi(github, changes) : fromCheckout(github, checkout, changes);
}

async function fromCheckout(
  github: GitHub,
  checkout: Checkout,
  changes: ChangeSet,
): Promise<Trees | undefined> {
  const present = await trackedFiles(checkout);
  if (present === undefined) return undefined;
  const direct = workTreeReader(checkout.root);
  const local = gitObjects(checkout.git);
  const tree = (entries: readonly FileEntry[], commit: string): FileTree =>
    fileTree(entries, direct, [local, apiContents(github, commit)]);
  if (changes.kind === 'all')
    return { head: tree(present, checkout.head), base: undefined, merged: true, notes: [] };
  const head = tree(proposed(present, changes.files), changes.head);
  const known = (await hasCommit(checkout.git, changes.base))
    ? await commitFiles(checkout.git, changes.base)
    : undefined;
  const base = tree(known ?? withoutChanges(present, changes.files), changes.base);
  return { head, base, merged: holdsAll(present, changes.files), notes: [] };
}

async function overApi(github: GitHub, changes: ChangeSet): Promise<Trees | undefined> {
  const commit = changes.kind === 'all' ? changes.head : changes.base;
  const listed = await apiTree(github, commit);
  if (listed.kind === 'refused') {
    return changes.kind === 'all'
      ? undefined
      : {
          head: apiOnly(proposed([], changes.files), github, changes.head),
          base: undefined,
          merged: false,
          notes: [UNLISTED],
        };
  }
  const { entries, complete } = listed.value;
  const notes = complete ? [] : [INCOMPLETE];
  if (changes.kind === 'all')
    return { head: apiOnly(entries, github, changes.head), base: undefined, merged: false, notes };
  const head = apiOnly(proposed(entries, changes.files), github, changes.head);
  return { head, base: apiOnly(entries, github, changes.base), merged: false, notes };
}

const UNLISTED = 'Schema history incomplete: GitHub does not list the files of the base.';
const INCOMPLETE = 'Schema history incomplete: the repository has more files than GitHub lists.';

const nothingAtHand: DirectReader = () => undefined;

function apiOnly(entries: readonly FileEntry[], github: GitHub, commit: string): FileTree {
  const source: Source = apiContents(github, commit);
  return fileTree(entries, nothingAtHand, [source]);
}

function holdsAll(entries: readonly FileEntry[], changed: readonly ChangedFile[]): boolean {
  const versions = new Map(entries.map(({ path, sha }) => [path, sha]));
  return changed.every(
    ({ path, status, blobSha }) =>
      status === 'deleted' || (blobSha !== undefined && versions.get(path) === blobSha),
  );
}

/** The files with the versions of the change set in the place of what stands there. */
function proposed(entries: readonly FileEntry[], changed: readonly ChangedFile[]): readonly FileEntry[] {
  const gone = new Set(changed.flatMap(({ path, previousPath }) => [path, previousPath ?? path]));
  const links = new Set(entries.filter(({ kind }) => kind === 'symlink').map(({ path }) => path));
  const fresh = changed
    .filter(({ status }) => status !== 'deleted')
    .map(({ path, blobSha }) => ({
      path,
      kind: links.has(path) ? ('symlink' as const) : ('file' as const),
      ...(blobSha === undefined ? {} : { sha: blobSha }),
    }));
  return [...entries.filter(({ path }) => !gone.has(path)), ...fresh];
}

/** The files as they were before the change set; of those that it touches, the versions are to be asked for by path. */
function withoutChanges(
  entries: readonly FileEntry[],
  changed: readonly ChangedFile[],
): readonly FileEntry[] {
  const touched = new Set(changed.flatMap(({ path, previousPath }) => [path, previousPath ?? path]));
  const before = changed
    .filter(({ status }) => status !== 'added')
    .map(({ path, previousPath }) => previousPath ?? path);
  return [
    ...entries.filter(({ path }) => !touched.has(path)),
    ...before.map((path) => ({ path, kind: 'file' as const })),
  ];
}
