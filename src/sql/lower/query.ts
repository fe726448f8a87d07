import type { Node } from '@pgsql/types';
import { everyPart } from '../../postgres/expression';
import type { Expression } from '../../postgres/expression';
import type { RelationName } from '../../postgres/name';
import type { PickedRows, Query, QueryColumn } from '../../postgres/query';
import { deleteFrom } from './delete';
import { insertInto } from './insert';
import type { Lowering } from './lowering';
import { MAX_DEPTH } from './lowering';
import { mentions } from './mentions';
import { mergeInto } from './merge';
import { QueryCollector } from './query-collector';
import { select } from './select';
import type { LockingClauses } from './locking';
import { update } from './update';

/** What a query says of its result. */
export interface Outcome {
  readonly columns: readonly (QueryColumn | null)[];
  readonly limited: boolean;
  /** It gives no row for certain. */
  readonly never?: true;
  /** As in `Query`. */
  readonly bare?: true;
  /** What makes it so, where that is conditions alone. */
  readonly picks?: readonly PickedRows[];
}

/** Everything that a SELECT, VALUES, INSERT, UPDATE, DELETE or MERGE touches, at any depth. */
export function query(node: Node, lowering: Lowering): Query {
  return gather(lowering, (inside) => queryStatement(node, inside, true, []));
}

/** Runs a reader of parts of a query, and gives what it found as a query. */
export function gather(lowering: Lowering, read: (inside: Lowering) => Outcome): Query {
  const collector = new QueryCollector();
  const { columns, limited, bare } = read({ ...lowering, query: collector, withNames: null });
  const { reads, writes, calls, collations } = collector;
  return {
    reads,
    writes,
    calls,
    columns,
    limited,
    ...(bare === undefined ? {} : { bare }),
    ...(collations.length === 0 ? {} : { collations }),
  };
}

/** Reads a query inside an expression, and gives the relations it reads. */
export function subquery(node: Node, lowering: Lowering): readonly RelationName[] {
  const collector = lowering.query ?? new QueryCollector();
  const start = collector.reads.length;
  collector.inExpression(() => queryStatement(node, { ...lowering, query: collector }, false, []));
  return collector.relationsSince(start);
}

/**
 * Reads one query into the collector of `lowering`.
 *
 * @param top it is the outermost query, or one of its arms
 * @param locks the locking clauses of queries around it that reach into it
 */
export function queryStatement(node: Node, lowering: Lowering, top: boolean, locks: LockingClauses): Outcome {
  const { nesting } = lowering;
  if (nesting.depth >= MAX_DEPTH) {
    mentions(node, lowering);
    return UNTOLD;
  }
  nesting.depth += 1;
  const outcome = dispatch(node, lowering, top, locks);
  nesting.depth -= 1;
  return outcome;
}

const UNTOLD: Outcome = { columns: [], limited: false };

function dispatch(node: Node, lowering: Lowering, top: boolean, locks: LockingClauses): Outcome {
  if ('SelectStmt' in node) return select(node.SelectStmt, lowering, top, locks);
  if ('InsertStmt' in node) return insertInto(node.InsertStmt, lowering, top);
  if ('UpdateStmt' in node) return update(node.UpdateStmt, lowering, top);
  if ('DeleteStmt' in node) return deleteFrom(node.DeleteStmt, lowering, top);
  if ('MergeStmt' in node) return mergeInto(node.MergeStmt, lowering, top);
  mentions(node, lowering);
  return UNTOLD;
}

/** True if a condition speaks of something in the rows, so that it may choose among them. */
export function chooses(where: Expression | null): boolean {
  return (
    where !== null &&
    everyPart(where).some(
      (part) => part.kind === 'column' || part.kind === 'subquery' || part.kind === 'opaque',
    )
  );
}
