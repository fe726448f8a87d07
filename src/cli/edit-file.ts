import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import { resolve, sep } from 'node:path';
import { isGap } from '../sql/gap';
import { decodeSource } from '../sql/source';
import type { FilePath } from '../sql/source';
import { codeOf } from './error-code';

/**
 * Writes a text in the place of another, as the file was encoded. Gives a clause where it does not: the file is no longer what was
 * read, or a link leads out of the tree. What stands behind the path is opened once, so that nobody can change it in between.
 */
export function editFile(root: string, path: FilePath, before: string, after: string): string | null {
  let file: number;
  try {
    const target = insideOf(root, path);
    if (target === null) return 'a link leads out of the tree';
    file = openSync(target, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return `it cannot be written (${codeOf(error)})`;
  }
  try {
    if (!fstatSync(file).isFile()) return 'it is no file';
    const bytes = readFileSync(file);
    const source = decodeSource(path, bytes);
    if (isGap(source) || source.text !== before) return 'it has changed since it was read';
    const encoded = encode(after, before, bytes);
    if (encoded === null) return 'its encoding cannot say what would be written';
    writeSync(file, encoded, 0, encoded.length, 0);
    ftruncateSync(file, encoded.length);
    return null;
  } finally {
    closeSync(file);
  }
}

/** The path with links resolved, if it stays where it was named: inside of the tree, or outside without any link. */
function insideOf(root: string, path: FilePath): string | null {
  const named = resolve(root, path);
  const real = realpathSync(named);
  const tree = realpathSync(root);
  const isInside = real.startsWith(tree.endsWith(sep) ? tree : tree + sep);
  const wasOutside = path.startsWith('../') && real === named;
  return isInside || wasOutside ? real : null;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function encode(after: string, before: string, bytes: Buffer): Buffer | null {
  const mark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : Buffer.alloc(0);
  const utf8 = Buffer.concat([mark, Buffer.from(before, 'utf8')]);
  if (utf8.equals(bytes)) return Buffer.concat([mark, Buffer.from(after, 'utf8')]);
  const latin1 = Buffer.from(after, 'latin1');
  return latin1.toString('latin1') === after ? latin1 : null;
}
