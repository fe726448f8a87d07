import type { Place } from '../sql/line-map';
import type { Span } from '../sql/source';
/** How loud a rule is: its own default, or what configuration says. */
export type Severity = 'error' | 'warning' | 'notice';
/** How much harm: computed (findings/risk), never typed into a rule. */
export type Risk = 'safe' | 'low' | 'medium' | 'high' | 'critical';
/** Risks from harmless to worst. */
export declare const RISKS: readonly Risk[];
/** True if `risk` is at least `threshold`. */
export declare function atLeastRisk(risk: Risk, threshold: Risk): boolean;
/** The worst of some risks; `safe` of none. */
export declare function worstRisk(risks: Iterable<Risk>): Risk;
/** A migration of a repair as the users of the recognised tool would write it. */
export interface OwnForm {
    /** The file to create, in a few words. */
    readonly where: string;
    readonly language: 'sql' | 'ts' | 'js' | 'text';
    readonly text: string;
}
/** One step of the safe way. */
export interface RepairStep {
    /** `statement`: in the place of what stands there · `migration`: in one of its own · `batches`: outside any migration · `deploy`: of the application · `subscribers`: on the servers that replicate from this one. */
    readonly run: 'statement' | 'migration' | 'batches' | 'deploy' | 'subscribers';
    /** `same`: the transaction it would be in anyway · `own`: one of its own · `none`: autocommit, one statement in one call. */
    readonly transaction: 'same' | 'own' | 'none';
    readonly sql?: string;
    /** A sentence: on its lock, or what a failure leaves behind. */
    readonly note?: string;
    /** Writes the same in the form of the tool that runs the migration, where that is recognised and has one. */
    readonly own?: () => OwnForm | undefined;
}
/** A replacement of a stretch of the source. An empty stretch inserts. */
export interface TextEdit {
    readonly at: Span;
    readonly text: string;
}
/** The safe way to the same end. */
export interface Repair {
    /** An imperative clause: `build the index without blocking writes`. */
    readonly summary: string;
    readonly steps: readonly RepairStep[];
    /** Where the safe form is an edit of what stands there. */
    readonly edits?: readonly TextEdit[];
    /** Other statements that the steps take the place of too. */
    readonly covers?: readonly Span[];
}
/** One judgement of a rule, at a span. */
export interface Finding {
    readonly rule: string;
    readonly severity: Severity;
    readonly risk: Risk;
    readonly at: Span;
    /** `at` in lines and columns of `at.file`. */
    readonly place: Place;
    /** Index into the steps of its migration; null for a judgement of a whole migration or change set. */
    readonly step: number | null;
    /** Index into `Report.migrations`. */
    readonly migration: number;
    readonly message: string;
    readonly help: string;
    readonly repair: Repair | null;
    readonly suppressed: {
        readonly reason: string;
        readonly line: number;
    } | null;
    /** At or above the gate, introduced by the change set, not suppressed. */
    readonly gating: boolean;
    /** 16 hex digits that stay when lines move: json-report.md. */
    readonly id: string;
}
