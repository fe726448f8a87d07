import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Checkout } from './checkout';
import { type Content, type DirectReader, type FileEntry, LARGEST_FILE, type Source } from './file-tree';
import type { Git } from './git';

/** The tracked files of a checkout, with the ids of the versions that its commit has. Files that a step of the job made are none of them. */
export async function trackedFiles({ git, head }: Checkout): Promise<readonly FileEntry[] | undefined> {
  return commitFiles(git, head);
}

/** The files of a commit whose trees are there. */
export async function commitFiles(git: Git, commit: string): Promise<readonly FileEntry[] | undefined> {
  const answer = await git.run(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (answer.kind === 'failed') return undefined;
  return answer.output
    .toString('utf8')
    .split('\0')
    .flatMap((record) => {
      const found = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(record);
      if (found === null) return [];
      const [, mode, sha = '', path = ''] = found;
      return [{ path, sha, kind: mode === '120000' ? ('symlink' as const) : ('file' as const) }];
    });
}

/**
 * Reads an entry from disk if the very version lies there. The checkout is the merge commit and may have converted line
 * ends: line numbers belong to the version that was asked for. Links are followed as long as they stay inside.
 */
export function workTreeReader(root: string): DirectReader {
  const real = realpathSync(root);
  // Folders are resolved once: a history has thousands of files in one of them.
  const folders = new Map<string, string>();
  const folderOf = (path: string): string => {
    const known = folders.get(path) ?? realpathSync(path);
    folders.set(path, known);
    return known;
  };
  return ({ path: relative, kind, sha }) => {
    // Without an id nothing tells whether the version on disk is the one that was asked for.
    if (sha === undefined) return undefined;
    const path = join(real, relative);
    try {
      const direct = join(folderOf(dirname(path)), basename(path));
      const entry = lstatSync(direct);
      const target = entry.isSymbolicLink() ? realpathSync(direct) : direct;
      if (!target.startsWith(real + sep))
        return { kind: 'unread', why: 'it is a link that leads out of the workspace' };
      const stat = target === direct ? entry : lstatSync(target);
      if (!stat.isFile()) return { kind: 'unread', why: 'it is a link to no file' };
      if (stat.size > LARGEST_FILE) return { kind: 'unread', why: 'it is larger than 10 MB' };
      const bytes = readFileSync(target);
      const version = kind === 'symlink' ? Buffer.from(readlinkSync(path), 'utf8') : bytes;
      return blobSha(version, sha.length) === sha ? { kind: 'bytes', bytes } : undefined;
    } catch {
      // Not there (sparse checkout), or changed by a step of the job: another source has it.
      return undefined;
    }
  };
}

/** The id that git gives to a content. */
export function blobSha(bytes: Uint8Array, hexDigits: number): string {
  return createHash(hexDigits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
}

/** Reads versions by id from the clone's own objects. */
export function gitObjects(git: Git): Source {
  return async (entries) => {
    const known = entries.flatMap(({ path, sha, kind }) =>
      sha === undefined || kind === 'symlink' ? [] : [{ path, sha }],
    );
    if (known.length === 0) return new Map();
    const answer = await git.run(['cat-file', '--batch'], known.map(({ sha }) => `${sha}\n`).join(''));
    if (answer.kind === 'failed') return new Map();
    const contents = readBatch(answer.output);
    return new Map(
      known.flatMap(({ path }, index) => {
        const bytes = contents[index];
        return bytes === undefined ? [] : [[path, ofBytes(bytes)] as const];
      }),
    );
  };
}

const ofBytes = (bytes: Uint8Array): Content =>
  bytes.length > LARGEST_FILE ? { kind: 'unread', why: 'it is larger than 10 MB' } : { kind: 'bytes', bytes };

/** Answers in the order of the questions: `<id> blob <size>`, the content and a line end, or `<id> missing`. */
function readBatch(output: Buffer): readonly (Uint8Array | undefined)[] {
  const contents: (Uint8Array | undefined)[] = [];
  for (let position = 0; position < output.length;) {
    const end = output.indexOf(0x0a, position);
    if (end < 0) break;
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('latin1', position, end))?.[1];
    position = end + 1;
    if (size === undefined) contents.push(undefined);
    else {
      contents.push(output.subarray(position, position + Number(size)));
      position += Number(size) + 1;
    }
  }
  return contents;
}
