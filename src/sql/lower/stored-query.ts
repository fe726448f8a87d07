import type { Node } from '@pgsql/types';
import type { Query } from '../../postgres/query';
import { columnUses } from './column-uses';
import type { Lowering } from './lowering';
import { query } from './query';

/** The query of CREATE TABLE AS or of a view, with the columns that it uses: EXECUTE of a prepared statement tells nothing. */
export function storedQuery(node: Node | undefined, lowering: Lowering): Query {
  if (node === undefined || 'ExecuteStmt' in node) return NOTHING;
  return { ...query(node, lowering), ...columnUses(node) };
}

/** The query of a cursor. */
export function cursorQuery(node: Node | undefined, lowering: Lowering): Query {
  return node === undefined ? NOTHING : query(node, lowering);
}

const NOTHING: Query = { reads: [], writes: [], calls: [], columns: [], limited: false };
