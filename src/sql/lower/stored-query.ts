import type { Node } from '@pgsql/types';
import type { Query } from '../../postgres/query';
import type { Lowering } from './lowering';
import { query } from './query';

/** The query of CREATE TABLE AS, of a view, a cursor or EXPLAIN: EXECUTE of a prepared statement tells nothing. */
export function storedQuery(node: Node | undefined, lowering: Lowering): Query {
  if (node === undefined || 'ExecuteStmt' in node) return NOTHING;
  return query(node, lowering);
}

const NOTHING: Query = { reads: [], writes: [], calls: [], columns: [], limited: false };
