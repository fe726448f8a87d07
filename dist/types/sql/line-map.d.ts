import type { SourceFile } from './source';
/** Where a span stands for people: lines and columns count from one, columns in UTF-16 code units, the end is exclusive. */
export interface Place {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}
/** The lines of one text. A line ends at LF, CR LF or a lone CR, as editors and GitHub count. */
export interface LineMap {
    /** How many lines the text has; a text that ends with a line end has an empty last one. */
    readonly lineCount: number;
    /** The line and columns of the offsets, which are clamped to the text. */
    place(start: number, end: number): Place;
    /** The line of an offset, from one. */
    lineAt(offset: number): number;
    /** The offset at which a line (from one) starts; the length of the text behind the last line. */
    lineStart(line: number): number;
}
/** Reads the lines of a text once; each look-up is a binary search. */
export declare function lineMap(text: string): LineMap;
/** The lines of a file, read once for each value: many findings and gaps may stand in one file. */
export declare function linesOf(source: SourceFile): LineMap;
