import type { Content } from '../github/file-tree';
import { isGap } from '../sql/gap';
import type { Gap } from '../sql/gap';
import { decodeSource, filePath } from '../sql/source';
import type { FilePath, SourceFile } from '../sql/source';
import type { Tree } from '../tools/tool';

/** Folders of built and foreign files: what lies there is not the repository's own. */
const FOREIGN = /(^|\/)(node_modules|\.git|dist|build|target|\.next|vendor)\//;

/** A tree of texts, as the tools ask for it, over contents. */
export function textTree(paths: readonly string[], read: (path: string) => Content): Tree {
  return {
    paths: paths.filter((path) => !FOREIGN.test(path)).map(filePath),
    read: (path) => {
      const source = sourceOf(path, read(path));
      return isGap(source) ? null : source.text;
    },
  };
}

/** The text of a file, or the gap that it is. */
export function sourceOf(path: FilePath, content: Content): SourceFile | Gap {
  switch (content.kind) {
    case 'bytes':
      return decodeSource(path, content.bytes);
    case 'unread':
      return unreadable(path, content.why);
    case 'absent':
    case 'pending':
      return unreadable(path, 'it is not there');
  }
}

function unreadable(path: FilePath, why: string): Gap {
  return {
    kind: 'gap',
    at: { file: path, start: 0, end: 0 },
    reason: 'unreadable-file',
    detail: `the file was not read: ${why}`,
  };
}
