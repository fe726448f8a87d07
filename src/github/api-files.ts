import { type FileEntry, LARGEST_FILE, type Source } from './file-tree';
import type { Content } from './file-tree';
import type { GitHub, TreeEntry } from './github';
import { type Answer, ok } from './refusal';

/** Requests that one run may spend on contents and on listing. GITHUB_TOKEN has 1,000 an hour for the whole repository. */
const MOST_REQUESTS = 120;
/** Files that one query asks for. */
const BATCH = 100;
/** So few are read singly, byte by byte: GraphQL hands out text, in which foreign encodings are lost. */
const FEW = 5;

/** Reads versions by id over the API, and by path at a commit where only that is known. */
export function apiContents(github: GitHub, commit: string): Source {
  let left = MOST_REQUESTS;
  const single = async (entry: FileEntry): Promise<Content> => {
    if (left-- <= 0) return OVER_BUDGET;
    const byPath = entry.sha === undefined || entry.kind === 'symlink';
    return contentOf(
      byPath ? await github.readFile(entry.path, commit) : await github.readBlob(entry.sha ?? ''),
    );
  };
  return async (entries) => {
    const contents = new Map<string, Content>();
    const batched =
      entries.length > FEW ? entries.filter(({ sha, kind }) => sha !== undefined && kind === 'file') : [];
    const singles = entries.filter((entry) => !batched.includes(entry));
    for (const entry of singles) contents.set(entry.path, await single(entry));
    // The last ones are the newest: over the budget they are the ones to know.
    for (let end = batched.length; end > 0; end -= BATCH) {
      const batch = batched.slice(Math.max(0, end - BATCH), end);
      if (left-- <= 0) {
        for (const { path } of batch) contents.set(path, OVER_BUDGET);
        continue;
      }
      const answer = await github.readBlobs([...new Set(batch.map(({ sha }) => sha ?? ''))]);
      for (const entry of batch) {
        if (answer.kind === 'refused')
          contents.set(entry.path, { kind: 'unread', why: `GitHub answered: ${answer.refusal.message}` });
        else {
          const blob = answer.value.get(entry.sha ?? '');
          contents.set(
            entry.path,
            blob?.kind === 'text'
              ? { kind: 'bytes', bytes: Buffer.from(blob.text, 'utf8') }
              : await single(entry),
          );
        }
      }
    }
    return contents;
  };
}

/** Asks for a file at a commit of which nobody knows whether it is there. */
export function apiFile(github: GitHub, commit: string): (path: string) => Promise<Content> {
  return async (path) => {
    const answer = await github.readFile(path, commit);
    if (answer.kind === 'refused' && answer.refusal.kind === 'not-found') return { kind: 'absent' };
    return contentOf(answer);
  };
}

function contentOf(answer: Answer<Uint8Array>): Content {
  if (answer.kind === 'refused') return { kind: 'unread', why: `GitHub answered: ${answer.refusal.message}` };
  return answer.value.length > LARGEST_FILE
    ? { kind: 'unread', why: 'it is larger than 10 MB' }
    : { kind: 'bytes', bytes: answer.value };
}

const OVER_BUDGET: Content = { kind: 'unread', why: 'the run may not ask GitHub for more files' };

export interface ListedTree {
  readonly entries: readonly FileEntry[];
  readonly complete: boolean;
}

/** All files of a commit: in one request, or folder by folder where GitHub cuts the answer. */
export async function apiTree(github: GitHub, commit: string): Promise<Answer<ListedTree>> {
  const whole = await github.tree(commit, 'recursive');
  if (whole.kind === 'refused') return whole;
  if (whole.value.complete)
    return ok({ entries: whole.value.entries.flatMap((entry) => fileOf(entry, '')), complete: true });
  const entries: FileEntry[] = [];
  const folders = [{ sha: commit, prefix: '', root: true }];
  let left = MOST_REQUESTS;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const { sha, prefix, root } = folder;
    if (left-- <= 0) return ok({ entries, complete: false });
    const below = root ? undefined : await github.tree(sha, 'recursive');
    if (below?.kind === 'ok' && below.value.complete) {
      entries.push(...below.value.entries.flatMap((entry) => fileOf(entry, prefix)));
      continue;
    }
    const level = await github.tree(sha, 'one level');
    if (level.kind === 'refused') return ok({ entries, complete: false });
    entries.push(...level.value.entries.flatMap((entry) => fileOf(entry, prefix)));
    const inside = level.value.entries.filter(({ kind }) => kind === 'folder');
    folders.push(
      ...inside.map((entry) => ({ sha: entry.sha, prefix: `${prefix}${entry.path}/`, root: false })),
    );
  }
  return ok({ entries, complete: true });
}

function fileOf({ path, kind, sha, size }: TreeEntry, prefix: string): readonly FileEntry[] {
  if (kind !== 'file' && kind !== 'symlink') return [];
  return [{ path: prefix + path, kind, sha, ...(size === undefined ? {} : { size }) }];
}
