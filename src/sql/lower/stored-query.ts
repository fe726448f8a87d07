import type { Node } from '@pgsql/types';
import type { RelationName } from '../../postgres/name';
import type { Query } from '../../postgres/query';
import { columnUses } from './column-uses';
import { isComposed } from './composed';
import type { Lowering } from './lowering';
import { relationName } from './names';
import { query } from './query';

/** The query of CREATE TABLE AS or of a view, with the columns that it uses: EXECUTE of a prepared statement tells nothing. */
export function storedQuery(node: Node | undefined, lowering: Lowering): Query {
  if (node === undefined || 'ExecuteStmt' in node) return NOTHING;
  const plain = plainSource(node);
  const read = query(node, lowering);
  return {
    ...read,
    ...columnUses(node),
    ...(plain === null ? {} : { plain }),
    ...(isComposed(node, read.columns) ? { composed: true } : {}),
  };
}

/** The query of a cursor. */
export function cursorQuery(node: Node | undefined, lowering: Lowering): Query {
  return node === undefined ? NOTHING : query(node, lowering);
}

/** Source: prepjointree.c, is_simple_subquery; rewriteHandler.c, view_query_is_auto_updatable. */
function plainSource(node: Node): RelationName | null {
  if (!('SelectStmt' in node)) return null;
  const { SelectStmt: select } = node;
  const [source, ...others] = select.fromClause ?? [];
  if (source === undefined || !('RangeVar' in source) || others.length > 0) return null;
  const grouped = [select.groupClause, select.havingClause, select.distinctClause, select.windowClause];
  const cut = [select.limitCount, select.limitOffset, select.lockingClause, select.withClause];
  const named = source.RangeVar.alias?.colnames;
  return [...grouped, ...cut, named].every((clause) => clause === undefined)
    ? relationName(source.RangeVar)
    : null;
}

const NOTHING: Query = { reads: [], writes: [], calls: [], columns: [], limited: false };
