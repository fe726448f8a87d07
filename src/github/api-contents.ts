import type { Asker } from './api';
import type {
  Blob,
  Comparison,
  FileList,
  FileStatus,
  GitHub,
  ListedFile,
  PullRequest,
  Tree,
  TreeEntry,
} from './github';
import { type Answer, ok } from './refusal';
import { blobs } from './queries';
import { flag, list, member, objectId, text, whole } from './untrusted';

type Contents = Pick<
  GitHub,
  | 'pullRequest'
  | 'pullRequestsFrom'
  | 'pullRequestFiles'
  | 'compare'
  | 'parents'
  | 'readFile'
  | 'readBlob'
  | 'readBlobs'
  | 'tree'
>;

const PAGE = 100;
/** GitHub lists no more files of a pull request, and no more of a comparison. */
const MOST_FILES = 3000;
const MOST_COMPARED = 300;

/** The half of the port that reads what a repository and its pull requests contain. */
export function contents(ask: Asker): Contents {
  return {
    pullRequest: (number) =>
      ask.get('/pulls/{pull_number}', { pull_number: number }, ({ data }) => pullRequestOf(data)),
    pullRequestsFrom: (owner, branch) =>
      ask.get('/pulls', { head: `${owner}:${branch}`, state: 'open', per_page: PAGE }, ({ data }) =>
        allOf(data, pullRequestOf),
      ),
    pullRequestFiles: (number) => pullRequestFiles(ask, number),
    compare: (base, head) =>
      ask.get('/compare/{basehead}', { basehead: `${base}...${head}` }, ({ data }) => comparisonOf(data)),
    parents: (commit) =>
      ask.get('/git/commits/{commit_sha}', { commit_sha: commit }, ({ data }) =>
        allOf(member(data, 'parents'), (parent) => objectId(member(parent, 'sha'))),
      ),
    readFile: (path, ref) => ask.bytes('/contents/{path}', { path, ref }),
    readBlob: (sha) => ask.bytes('/git/blobs/{file_sha}', { file_sha: sha }),
    readBlobs: (shas) =>
      ask.query(
        blobs(shas.length),
        Object.fromEntries(shas.map((sha, index) => [`o${String(index)}`, sha])),
        (data) => blobsOf(data, shas),
      ),
    tree: (sha, depth) =>
      ask.get(
        '/git/trees/{tree_sha}',
        { tree_sha: sha, ...(depth === 'recursive' ? { recursive: '1' } : {}) },
        ({ data }) => treeOf(data),
      ),
  };
}

async function pullRequestFiles(ask: Asker, number: number): Promise<Answer<FileList>> {
  const files: ListedFile[] = [];
  for (let page = 1; page <= MOST_FILES / PAGE; page++) {
    const answer = await ask.get(
      '/pulls/{pull_number}/files',
      { pull_number: number, per_page: PAGE, page },
      ({ data }) => allOf(data, listedFile),
    );
    if (answer.kind === 'refused') return answer;
    files.push(...answer.value);
    if (answer.value.length < PAGE) return ok({ files, complete: true });
  }
  return ok({ files, complete: false });
}

function pullRequestOf(data: unknown): PullRequest | undefined {
  const number = whole(member(data, 'number'));
  const state = text(member(data, 'state'));
  const headSha = objectId(member(data, 'head', 'sha'));
  const baseSha = objectId(member(data, 'base', 'sha'));
  if (number === undefined || state === undefined || headSha === undefined || baseSha === undefined)
    return undefined;
  return { number, open: state === 'open', headSha, baseSha };
}

function comparisonOf(data: unknown): Comparison | undefined {
  const mergeBase = objectId(member(data, 'merge_base_commit', 'sha'));
  const files = allOf(member(data, 'files') ?? [], listedFile);
  if (mergeBase === undefined || files === undefined) return undefined;
  return { mergeBase, files, complete: files.length < MOST_COMPARED };
}

function listedFile(data: unknown): ListedFile | undefined {
  const path = text(member(data, 'filename'));
  const status = FILE_STATUSES.find((known) => known === member(data, 'status'));
  if (path === undefined || status === undefined) return undefined;
  const previousPath = text(member(data, 'previous_filename'));
  const blobSha = objectId(member(data, 'sha'));
  const patch = text(member(data, 'patch'));
  return {
    path,
    status,
    additions: whole(member(data, 'additions')) ?? 0,
    deletions: whole(member(data, 'deletions')) ?? 0,
    ...(previousPath === undefined ? {} : { previousPath }),
    ...(blobSha === undefined ? {} : { blobSha }),
    ...(patch === undefined ? {} : { patch }),
  };
}

const FILE_STATUSES: readonly FileStatus[] = [
  'added',
  'removed',
  'modified',
  'renamed',
  'copied',
  'changed',
  'unchanged',
];

function treeOf(data: unknown): Tree | undefined {
  const entries = allOf(member(data, 'tree'), treeEntry);
  return entries === undefined ? undefined : { entries, complete: flag(member(data, 'truncated')) !== true };
}

function treeEntry(data: unknown): TreeEntry | undefined {
  const path = text(member(data, 'path'));
  const sha = objectId(member(data, 'sha'));
  if (path === undefined || sha === undefined) return undefined;
  const size = whole(member(data, 'size'));
  return {
    path,
    sha,
    kind: entryKind(text(member(data, 'mode')) ?? ''),
    ...(size === undefined ? {} : { size }),
  };
}

function entryKind(mode: string): TreeEntry['kind'] {
  if (mode === '040000') return 'folder';
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}

function blobsOf(data: unknown, shas: readonly string[]): ReadonlyMap<string, Blob> | undefined {
  const repository = member(data, 'repository');
  if (typeof repository !== 'object' || repository === null) return undefined;
  return new Map(
    shas.flatMap((sha, index) => {
      const blob = blobOf(member(repository, `b${String(index)}`));
      return blob === undefined ? [] : [[sha, blob] as const];
    }),
  );
}

function blobOf(data: unknown): Blob | undefined {
  const bytes = whole(member(data, 'byteSize'));
  if (bytes === undefined) return undefined;
  const content = text(member(data, 'text'));
  if (flag(member(data, 'isTruncated')) === true) return { kind: 'cut', bytes };
  return content === undefined || flag(member(data, 'isBinary')) === true
    ? { kind: 'binary' }
    : { kind: 'text', text: content };
}

/** All items, or undefined if one of them cannot be read: a list with holes would pass for a complete one. */
function allOf<T>(data: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(data)) return undefined;
  const items = list(data).map(read);
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}
