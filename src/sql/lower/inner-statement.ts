import type { Node } from '@pgsql/types';
import type { BodyStatement } from '../../postgres/body';
import type { Operation } from '../../postgres/operation';
import type { InnerStatement, ParseFailure } from '../parse';
import { isPlaceholder } from '../placeholder';
import type { Lowering } from './lowering';
import { NeedsCollector } from './needs';
import { operationsOf } from './statements';

/**
 * Parses and lowers statements that stand in a body or that are executed as a string.
 *
 * @param start where `sql` begins in the text of the outer statement, in UTF-16 units
 * @param origin how the body has the text: as statements, as a constant that is executed, or put together at run time
 */
export function readStatements(
  sql: string,
  start: number,
  lowering: Lowering,
  origin: 'static' | 'constant' | 'made',
): readonly BodyStatement[] {
  const dynamic = origin !== 'static';
  const parsed = lowering.parseText(sql);
  if (isFailure(parsed)) {
    const reason = dynamic && isPlaceholder(sql) ? 'dynamic-sql' : 'syntax-error';
    return [{ kind: 'unread', reason, detail: reason === 'dynamic-sql' ? sql : parsed.error, start }];
  }
  return parsed.map((each) => {
    const text = sql.slice(each.start, each.end);
    // Text that is executed is parsed only when its turn comes: the statement around it needs no server that knows it.
    const inside = dynamic ? { ...lowering, needs: new NeedsCollector() } : lowering;
    const operations = statementOperations(each.node, text, inside);
    return { kind: 'sql', text, start: origin === 'made' ? start : start + each.start, operations, dynamic };
  });
}

/** True if the parser gave no statements. */
export function isFailure(parsed: readonly InnerStatement[] | ParseFailure): parsed is ParseFailure {
  return 'kind' in parsed;
}

/** What one statement inside a body does. */
export function statementOperations(node: Node, text: string, lowering: Lowering): readonly Operation[] {
  return operationsOf(node, { ...lowering, text, query: null, withNames: null });
}
