import type { Query } from '../../postgres/query';
import type { RelationId } from './relation';

/** A rule: what happens besides a statement, or instead of it. */
export interface Rule {
  readonly name: string;
  readonly event: string;
  readonly instead: boolean;
  /** Only for some rows. */
  readonly conditional: boolean;
  /** Its relation is read for the rows of before. */
  readonly readsOld: boolean;
  /** Columns of its relation that it mentions by NEW and OLD. */
  readonly rowColumns: readonly string[];
  readonly enabled: boolean;
  /** All of its actions together. */
  readonly query: Query;
  /** What the reads and then the writes of `query` mean, whatever it is called by now; null where it is not known. */
  readonly relations: readonly (RelationId | null)[];
}
