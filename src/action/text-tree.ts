import type { SourceTree } from '../changes/source-tree';
import { missing, sourceTree, unreadable } from '../changes/source-tree';
import type { Content } from '../github/file-tree';
import type { Gap } from '../sql/gap';
import { decodeSource, filePath } from '../sql/source';
import type { FilePath, SourceFile } from '../sql/source';

/** What lies there is never the repository's own. */
const FOREIGN = /(^|\/)(node_modules|\.git)\//;

/** A tree of texts, as the tools ask for it, over contents. */
export function textTree(
  paths: readonly string[],
  read: (path: string) => Content,
  yaml?: SourceTree['yaml'],
): SourceTree {
  return sourceTree(
    () => paths.filter((path) => !FOREIGN.test(path)).map(filePath),
    (path) => sourceOf(path, read(path)),
    yaml,
  );
}

/** The text of a file, or the gap that it is. */
export function sourceOf(path: FilePath, content: Content): SourceFile | Gap {
  switch (content.kind) {
    case 'bytes':
      return decodeSource(path, content.bytes);
    case 'unread':
      return unreadable(path, `the file was not read: ${content.why}`);
    case 'absent':
    case 'pending':
      return missing(path);
  }
}
