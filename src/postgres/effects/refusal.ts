import type { OperationKind } from '../operation';
import type { Major } from './effect';
import type { RefusalClaim } from './refusal-claim';

/** An error that the server is certain to answer with. */
export interface Refusal {
  /** `any`: every operation that names something of the kind. */
  readonly on: OperationKind | readonly OperationKind[] | 'any';
  readonly sqlState: string;
  /** A clause for people. */
  readonly reason: string;
  /** Known to be true. */
  readonly when: RefusalClaim;
  readonly since?: Major;
  readonly until?: Major;
}
