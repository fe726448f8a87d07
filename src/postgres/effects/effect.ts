import type { LockMode } from '../lock-mode';
import type { OperationKind } from '../operation';
import type { ConditionName } from './condition';
import type { RoleName } from './role';

/** A server major that pgfence speaks for. */
export type Major = 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18;

/**
 * What is done under a lock and grows with the table: `scan` reads every row, `build-index` sorts them into an index,
 * `copy-file` copies the files as they are, `rewrite` copies every row into a new file. `none` otherwise: TRUNCATE and WITH NO
 * DATA make a new file and copy no row.
 */
export type Work = 'none' | 'scan' | 'build-index' | 'copy-file' | 'rewrite';

/** The name of one line of the effect table: `operation/what`. */
export type EffectId = string;

/** A mode that changed with a major: the entry of the highest key ≤ the server's major counts; `none` takes no lock. */
export type ByMajor<T> = Readonly<Partial<Record<Major, T>>>;

/** One line of the effect table: what an operation does to one role of relations. All lines that apply count. */
export interface Effect<K extends OperationKind = OperationKind> {
  readonly id: EffectId;
  readonly on: K | readonly K[];
  readonly to: RoleName;
  /** `named`: the mode that the operation itself asks for (LOCK TABLE). */
  readonly mode: LockMode | ByMajor<LockMode | 'none'> | 'named';
  readonly work?: Work;
  /** Where it is known to be true, the locks are taken and the work comes to nothing. */
  readonly idle?: ConditionName;
  /** The mode in force while the work runs, where it is weaker than `mode`. */
  readonly under?: LockMode;
  /** Whoever holds what conflicts with this mode is waited for, though a weaker one is taken. Measured on 11 and 18. */
  readonly waitsFor?: LockMode;
  /** Applies only where all are known to be true, or unknown (then the line is assumed). Judged for each relation of the role. */
  readonly when?: readonly ConditionName[];
  /** Dropped only where one is known to be true. */
  readonly unless?: readonly ConditionName[];
  readonly since?: Major;
  readonly until?: Major;
  /** ALTER TABLE takes the mode of its strongest subcommand, on every table that it descends to. */
  readonly strongestOfStatement?: boolean;
}
