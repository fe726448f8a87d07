import type { OwnForm, Risk, Severity } from '../findings/finding';
import type { HeldFor } from '../findings/held-for';
import type { Place } from '../sql/line-map';
/** The JSON report, version 1. Additive changes keep the version; anything else raises it. */
export interface JsonReport {
    readonly version: 1;
    /** Version of the program. */
    readonly pgfence: string;
    /** Major version of PostgreSQL that the analysis speaks for. */
    readonly postgres: number;
    /** `changed`, `paths`, `all`, or why the diff was not to be had. */
    readonly scope: string;
    /** What fails: `never`, or the lowest risk that does. */
    readonly failOn?: Risk | 'never';
    /** Lines for people that are not findings. */
    readonly notes?: readonly string[];
    readonly history: {
        readonly migrations: number;
        readonly gaps: number;
        readonly source: 'files' | 'snapshot' | 'none';
    };
    /** The judged ones, in the order the tool runs them. */
    readonly migrations: readonly JsonMigration[];
    /** Transactions of several statements that keep something closed to their end. */
    readonly windows?: readonly JsonWindow[];
    readonly summary: {
        /** The worst. */
        readonly risk: Risk;
        readonly statements: Readonly<Record<Risk, number>>;
        readonly findings: Readonly<Record<Severity, number>>;
        /** Findings that gate. */
        readonly gating: number;
        readonly understood: number;
        readonly gaps: number;
        /** Counted nowhere else. */
        readonly suppressed: number;
    };
}
/** A transaction from the statement that first takes a strong lock to its end. */
export interface JsonWindow {
    /** The runner is not recognised: that the statements share a transaction is assumed. */
    readonly assumed?: true;
    /** In the order they run: indexes into `migrations` and their `statements`. */
    readonly statements: readonly {
        readonly migration: number;
        readonly statement: number;
    }[];
    /** What is closed, and from which of these statements on. */
    readonly locks: readonly {
        readonly relation: string;
        readonly kind: string;
        readonly mode: string;
        readonly certainty: 'certain' | 'assumed';
        readonly from: number;
    }[];
    /** What these statements do that grows with a table. */
    readonly work: readonly {
        readonly relation: string;
        readonly work: JsonLock['work'];
        readonly at: number;
    }[];
}
/** One judged migration. */
export interface JsonMigration {
    readonly path: string;
    readonly previousPath?: string;
    readonly tool: string;
    readonly sequence: string;
    readonly direction: 'up' | 'down';
    readonly status: 'added' | 'modified' | 'renamed' | 'deleted' | 'unknown';
    readonly transaction: 'file' | 'call' | 'all' | 'none' | 'unknown';
    /** Every statement, also the harmless ones. */
    readonly statements: readonly JsonStatement[];
    /** About the file as a whole. */
    readonly findings: readonly JsonFinding[];
    readonly gaps: readonly JsonGap[];
}
/** One statement with its locks. */
export interface JsonStatement extends Place {
    /** The file of the place, where it is not the migration itself (an imported constant, a sibling .sql file). */
    readonly file?: string;
    /** As it is sent to the server. */
    readonly sql: string;
    /** Part of what the change set adds or changes; true throughout when there is no change set. */
    readonly changed: boolean;
    readonly risk: Risk;
    /** How long the worst of what it stops stands still; absent where it stops nothing. */
    readonly held?: HeldFor;
    readonly inTransaction: boolean;
    /** Strongest mode per relation, only on relations that other sessions can see. */
    readonly locks: readonly JsonLock[];
    readonly stops: readonly JsonStop[];
    readonly findings: readonly JsonFinding[];
}
/** One lock mode on one relation. */
export interface JsonLock {
    /** Schema-qualified. */
    readonly relation: string;
    readonly kind: string;
    readonly mode: string;
    /** The longest work on this relation in this statement. */
    readonly work: 'none' | 'scan' | 'build-index' | 'copy-file' | 'rewrite';
    /** The mode in force while that work runs. */
    readonly under: string;
    readonly certainty: 'certain' | 'assumed';
    /** The relation is new, and nobody waits for it. */
    readonly new?: true;
}
/** A relation that readers or writers have to wait for. */
export interface JsonStop {
    readonly relation: string;
    readonly kind: string;
    readonly reads: boolean;
    readonly writes: boolean;
    /** The locked ones. */
    readonly by: readonly string[];
}
/** One judgement. */
export interface JsonFinding extends Place {
    readonly file?: string;
    readonly id: string;
    readonly rule: string;
    readonly severity: Severity;
    readonly risk: Risk;
    readonly message: string;
    readonly help: string;
    readonly url: string;
    readonly gating: boolean;
    readonly suppressed?: JsonSuppression;
    readonly repair?: {
        readonly summary: string;
        readonly steps: readonly JsonRepairStep[];
        /** Where the safe form is an edit of what stands there. */
        readonly edits?: readonly (Place & {
            readonly text: string;
        })[];
    };
}
/** One step of a repair. */
export interface JsonRepairStep {
    readonly run: 'statement' | 'migration' | 'batches' | 'deploy';
    readonly transaction: 'same' | 'own' | 'none';
    readonly sql?: string;
    readonly note?: string;
    /** The same as the users of the tool would write it. */
    readonly own?: OwnForm;
}
/** SQL that could not be read. */
export interface JsonGap extends Place {
    readonly file?: string;
    readonly reason: string;
    readonly detail: string;
    readonly rule: 'unread-sql' | 'syntax-error';
    readonly suppressed?: JsonSuppression;
}
interface JsonSuppression {
    readonly reason: string;
    readonly line: number;
}
export {};
