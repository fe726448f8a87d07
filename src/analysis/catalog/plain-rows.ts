import type { RelationId } from './relation';

/** What a view that gives the rows of one relation as they are has of its columns. */
export interface PlainRows {
  readonly relation: RelationId;
  /** Which column of the relation is behind each of its own, if it is one. */
  readonly columns: readonly (string | null)[];
  /** Which of its own are certainly something else. */
  readonly computed: readonly boolean[];
}
