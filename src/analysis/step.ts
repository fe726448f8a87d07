import type { Gap } from '../sql/gap';
import type { ParsedStatement } from '../sql/parse';
import type { LockMode } from '../postgres/lock-mode';
import type { Operation } from '../postgres/operation';
import type { EffectId, Work } from '../postgres/effects/effect';
import type { RelationId } from './catalog/relation';
import type { Session } from './session';

/** Names a relation for people, and for look-ups in `Step.before.catalog` (or `after`, if the step creates it). */
export interface RelationReference {
  readonly id: RelationId;
  /** `schema.name`. */
  readonly name: string;
  readonly kind: RelationKind;
}

/** What a relation is. */
export type RelationKind =
  | 'table'
  | 'partitioned table'
  | 'foreign table'
  | 'index'
  | 'partitioned index'
  | 'view'
  | 'materialized view'
  | 'sequence'
  | 'composite type';

/** One lock mode on one relation by one statement: the strongest mode and the longest work of all effects that apply. */
export interface LockFact {
  readonly relation: RelationReference;
  readonly mode: LockMode;
  readonly work: Work;
  /** The mode in force while the work runs. */
  readonly under: LockMode;
  /** `assumed`: a fact that the catalog lacks was taken for the worse. */
  readonly certainty: 'certain' | 'assumed';
  /** The unknown conditions behind `assumed`, in words that can follow "unless". */
  readonly unless: readonly string[];
  /** Those of them on which the mode depends, and not the work alone. */
  readonly modeUnless: readonly string[];
  readonly effects: readonly EffectId[];
  /** Those of the effects that are not certain, with what each depends on. */
  readonly doubts: readonly Doubt[];
  /** Other sessions can see the relation. */
  readonly visible: boolean;
  /** The relation was created in this transaction or in the known change set and nobody has used it: no harm. */
  readonly isNew: boolean;
}

/** A line of the effect table that applies unless one of some conditions holds, in words that can follow "unless". */
export interface Doubt {
  readonly effect: EffectId;
  readonly unless: readonly string[];
}

/** A relation that readers or writers have to wait for, whichever lock is the cause (access paths). Only visible, not new ones. */
export interface Stop {
  readonly relation: RelationReference;
  readonly reads: boolean;
  readonly writes: boolean;
  /** The locked relations behind it. */
  readonly by: readonly RelationReference[];
  /** The longest work under a lock that stops it, of this statement. */
  readonly work: Work;
  readonly certainty: 'certain' | 'assumed';
}

/** One statement of a body that runs, or may run. Its locks count to the step of the outer statement. */
export interface InnerStep {
  readonly text: string;
  /** Where it starts in the outer statement's text, in UTF-16 code units; null in a function that is defined elsewhere. */
  readonly start: number | null;
  readonly operations: readonly Operation[];
  readonly before: Session;
  /** It stands in a branch, a loop or a handler that may not run. */
  readonly conditional: boolean;
}

/** A statement with all that is known when it runs. It exists for every statement, whether or not a rule fires. */
export interface Step {
  /** Its place among the judged steps of the run. */
  readonly index: number;
  /** The index of its migration in the run. */
  readonly migration: number;
  readonly statement: ParsedStatement;
  /** Everything it does, in order: for DO, CALL and called functions also what their bodies do, after the operation itself. */
  /** Also those of the statements in bodies that it runs (DO, CALL, SELECT f()), after its own, as far as they may run. */
  readonly operations: readonly Operation[];
  /** The statements in bodies that it runs, each with the session that it meets. */
  readonly inner: readonly InnerStep[];
  readonly locks: readonly LockFact[];
  readonly stops: readonly Stop[];
  readonly before: Session;
  readonly after: Session;
  /** It runs in a transaction block (or in a call with several statements). */
  readonly inTransaction: boolean;
  /** Steps with the same ordinal share a transaction. */
  readonly transaction: number;
  /** It stands in a branch that may not run, or is certainly rolled back. */
  readonly conditional: boolean;
  readonly rolledBack: boolean;
  /** What the server certainly refuses, with the SQLSTATE, and why in words. */
  readonly refusals: readonly { readonly sqlState: string; readonly reason: string }[];
  /** The oldest major that knows its syntax; null: 11 or older. */
  readonly requires: number | null;
  /** The first major that no longer knows it; null where none is. */
  readonly removedIn: number | null;
  /** What asks for `requires`, or is gone since `removedIn`, as people write it. */
  readonly what: string | null;
  /** Inside bodies, unmodelled operations: gaps of this statement. */
  readonly gaps: readonly Gap[];
}
