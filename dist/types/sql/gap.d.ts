import type { Span } from './source';
/** Why a piece of SQL could not be read or judged. */
export type GapReason = 'syntax-error' | 'dynamic-sql' | 'unsupported-call' | 'procedural-code' | 'unmodelled-statement' | 'unknown-name' | 'binary-file' | 'file-too-large' | 'invalid-encoding' | 'unreadable-file' | 'missing-file' | 'meta-command' | 'template' | 'seen-not-read' | 'too-deep' | 'other-dialect';
/** SQL that may run and could not be read: the report names it, so that silence stays a statement about the rest. */
export interface Gap {
    readonly kind: 'gap';
    readonly at: Span;
    readonly reason: GapReason;
    /** A clause for people: what stands there, or what the parser said. It may quote the file, so escape it where it is printed. */
    readonly detail: string;
}
/** Tells a gap from whatever else a reader may return. */
export declare function isGap(value: object): value is Gap;
