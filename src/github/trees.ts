import { apiContents, apiFile, apiTree } from './api-files';
import type { ChangedFile } from './changed-file';
import type { ChangeSet, KnownChanges } from './change-set';
import { type Checkout, hasCommit } from './checkout';
import { type DirectReader, type FileEntry, type FileTree, fileTree, type Source } from './file-tree';
import type { GitHub } from './github';
import type { RefusalKind } from './refusal';
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
  const listed = await apiTree(github, changes.kind === 'all' ? changes.head : changes.base);
  if (listed.kind === 'refused') return changes.kind === 'all' ? undefined : withoutBase(github, changes);
  const { entries, complete } = listed.value;
  const notes = complete ? [] : [INCOMPLETE];
  const listing = complete ? 'all' : 'some';
  if (changes.kind === 'all')
    return { head: apiOnly(entries, github, changes.head, listing), base: undefined, merged: false, notes };
  const head = apiOnly(proposed(entries, changes.files), github, changes.head, listing);
  return { head, base: apiOnly(entries, github, changes.base), merged: false, notes };
}

/** Where the base cannot be listed: the head, or what is known of it, unless nothing can be read at all. */
async function withoutBase(github: GitHub, changes: KnownChanges): Promise<Trees | undefined> {
  const rest = { base: undefined, merged: false, notes: [UNLISTED] } as const;
  const listed = await apiTree(github, changes.head);
  if (listed.kind === 'ok') {
    const { entries, complete } = listed.value;
    return { ...rest, head: apiOnly(entries, github, changes.head, complete ? 'all' : 'some') };
  }
  const sample = changes.files.find(({ status }) => status !== 'deleted');
  const read = sample === undefined ? undefined : await github.readFile(sample.path, changes.head);
  if (read?.kind === 'refused' && FORBIDDEN.has(read.refusal.kind)) return undefined;
  return { ...rest, head: apiOnly(proposed([], changes.files), github, changes.head, 'some') };
}

/** GitHub says "not found" of what a token may not see. */
const FORBIDDEN: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  'unauthenticated',
  'permission',
  'policy',
  'not-found',
]);

const UNLISTED = 'Schema history incomplete: GitHub does not list the files of the base.';
const INCOMPLETE = 'Schema history incomplete: the repository has more files than GitHub lists.';

const nothingAtHand: DirectReader = () => undefined;

/** `listing`: whether the entries are all files of the commit. */
function apiOnly(
  entries: readonly FileEntry[],
  github: GitHub,
  commit: string,
  listing: 'all' | 'some' = 'all',
): FileTree {
  const source: Source = apiContents(github, commit);
  return fileTree(entries, nothingAtHand, [source], listing === 'all' ? undefined : apiFile(github, commit));
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
