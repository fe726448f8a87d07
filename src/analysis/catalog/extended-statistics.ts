import type { Expression } from '../../postgres/expression';

/** What CREATE STATISTICS makes. */
export interface ExtendedStatistics {
  readonly name: string;
  readonly columns: readonly string[];
  /** Absent where there are none. */
  readonly expressions?: readonly Expression[];
}
