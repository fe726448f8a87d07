import type { ChangedFile } from './changed-file';
import type { Refusal } from './refusal';

/** What the run's event proposes, or that nothing is known of it. */
export type ChangeSet = KnownChanges | Everything;

export interface KnownChanges {
  readonly kind: 'changed';
  readonly files: readonly ChangedFile[];
  /** The commit whose migrations are history. */
  readonly base: string;
  /** The commit in whose versions of the files lines are counted. */
  readonly head: string;
  /** Sentences for the coverage line: what was taken from where, and why. */
  readonly notes: readonly string[];
}

/** Every migration is analysed and nothing gates. */
export interface Everything {
  readonly kind: 'all';
  readonly head: string;
  /** A clause: `the event schedule has no change set`. */
  readonly why: string;
  /** What GitHub said, where a permission or a deeper clone would help. */
  readonly refusal?: Refusal;
}
