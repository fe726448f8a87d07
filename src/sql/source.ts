import type { Gap, GapReason } from './gap';

/** A path as every report prints it: forward slashes, relative to the root of the repository. */
export type FilePath = string & { readonly __brand: 'FilePath' };

/** One file as text. Every span counts in this text, which begins after a byte order mark; line ends are kept as they were. */
export interface SourceFile {
  readonly path: FilePath;
  readonly text: string;
}

/** A stretch of a file, in UTF-16 code units from zero, the end exclusive. */
export interface Span {
  readonly file: FilePath;
  readonly start: number;
  readonly end: number;
}

/** The most bytes of one file that are read. The parser takes about forty times the size of a statement in memory. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

export function filePath(path: string): FilePath {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '') as FilePath;
}

/**
 * The bytes of a file as text, or the reason why it is not text that PostgreSQL could be sent.
 *
 * Bytes that are not UTF-8 are read as Latin-1: in every encoding that PostgreSQL accepts from a client, what SQL is made of
 * (words, quotes, semicolons) is ASCII, so that only the spelling of a comment or a literal suffers.
 */
export function decodeSource(path: FilePath, bytes: Uint8Array): SourceFile | Gap {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(path, bytes.length);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refused(path, 'invalid-encoding', 'The file is UTF-16; PostgreSQL reads no such encoding');
  }
  const text = decodeText(bytes);
  if (text.includes('\0')) {
    return refused(path, 'binary-file', 'The file has NUL bytes, it is not text');
  }
  return { path, text };
}

/** A file that is longer than what is read. */
export function tooLarge(path: FilePath, bytes: number): Gap {
  const detail = `The file has ${bytes} bytes; files of more than ${MAX_FILE_BYTES} are not read`;
  return refused(path, 'file-too-large', detail);
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function refused(file: FilePath, reason: GapReason, detail: string): Gap {
  return { kind: 'gap', at: { file, start: 0, end: 0 }, reason, detail };
}
