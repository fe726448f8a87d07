import type { LockMode } from '../postgres/lock-mode';
import type { Work } from '../postgres/effects/effect';
import type { RelationReference } from './step';

/** From the first strong lock (SHARE or stronger, visible, not new) of a transaction to its end, with the work that falls inside. */
export interface LockWindow {
  readonly transaction: number;
  /** Indexes of the first step that takes a strong lock and of the last step of the transaction (the one that ends it, if written). */
  readonly firstStep: number;
  readonly lastStep: number;
  /** In the order in which they are taken; one entry a relation, its strongest mode. */
  readonly relations: readonly {
    readonly relation: RelationReference;
    readonly mode: LockMode;
    readonly reads: boolean;
    readonly writes: boolean;
    readonly fromStep: number;
  }[];
  /** Work done while at least one of them is held, by step. */
  readonly work: readonly {
    readonly step: number;
    readonly relation: RelationReference;
    readonly work: Work;
  }[];
}
