import type { Gap } from './gap';
/** A path as every report prints it: forward slashes, relative to the root of the repository. */
export type FilePath = string & {
    readonly __brand: 'FilePath';
};
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
export declare const MAX_FILE_BYTES: number;
export declare function filePath(path: string): FilePath;
/**
 * The bytes of a file as text, or the reason why it is not text that PostgreSQL could be sent.
 *
 * Bytes that are not UTF-8 are read as Latin-1: in every encoding that PostgreSQL accepts from a client, what SQL is made of
 * (words, quotes, semicolons) is ASCII, so that only the spelling of a comment or a literal suffers.
 */
export declare function decodeSource(path: FilePath, bytes: Uint8Array): SourceFile | Gap;
/** A file that is longer than what is read. */
export declare function tooLarge(path: FilePath, bytes: number): Gap;
