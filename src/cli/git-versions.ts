import { execFileSync } from 'node:child_process';
import type { SourceTree } from '../changes/source-tree';
import { sourceTree, unreadable } from '../changes/source-tree';
import type { Environment } from '../github/runner';
import type { Gap } from '../sql/gap';
import { decodeSource, filePath, MAX_FILE_BYTES } from '../sql/source';
import type { FilePath, SourceFile } from '../sql/source';

/** The files of a commit or tree, or of the index (the empty name), read one by one when they are asked for. */
export function gitVersions(root: string, name: string, environment: Environment): SourceTree {
  const git = (args: readonly string[]): Buffer =>
    execFileSync('git', ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args], {
      cwd: root,
      env: { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
      maxBuffer: MOST_OUTPUT,
      timeout: TIMEOUT_MILLISECONDS,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const list =
    name === ''
      ? ['ls-files', '-z', '--cached']
      : ['ls-tree', '-r', '-z', '--name-only', '--full-tree', name];
  const loaded = new Map<FilePath, SourceFile | Gap>();
  return sourceTree(
    () => linesOf(git(list)),
    (path) => {
      const known = loaded.get(path) ?? load(path, () => git(['cat-file', 'blob', `${name}:${path}`]));
      loaded.set(path, known);
      return known;
    },
  );
}

const TIMEOUT_MILLISECONDS = 120_000;
const MOST_OUTPUT = 256 * 1024 * 1024;

function linesOf(output: Buffer): readonly FilePath[] {
  const paths = output.toString('utf8').split('\0');
  return [...new Set(paths)].filter((path) => path !== '').map(filePath);
}

function load(path: FilePath, read: () => Buffer): SourceFile | Gap {
  try {
    const bytes = read();
    return decodeSource(path, bytes.length > MAX_FILE_BYTES ? bytes.subarray(0, MAX_FILE_BYTES + 1) : bytes);
  } catch {
    return unreadable(path, 'git has no such version of the file');
  }
}
