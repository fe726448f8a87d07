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
  /**
   * When the server comes to it, for all parts of an ALTER TABLE before it goes on: as it reads the definitions, or as it looks through the
   * parts (tablecmds.c, ATController). Absent: as it carries each of them out.
   */
  readonly phase?: 'read' | 'prepare';
  readonly since?: Major;
  readonly until?: Major;
}
