import type { Expression } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import type { Parser } from '../parse';
import type { NeedsCollector } from './needs';
import type { QueryCollector } from './query-collector';

/** The parser's functions that lowering calls for the bodies of functions and DO blocks. */
export type LowerContext = Pick<Parser, 'parsePlPgSQL' | 'parseText'>;

/** What the lowering of one statement carries with it. */
export interface Lowering extends LowerContext {
  /** The statement's text, from its first token to its last. */
  readonly text: string;
  readonly needs: NeedsCollector;
  /** How deep the tree has been descended: shared by everything below one statement. */
  readonly nesting: { depth: number };
  /** How many bodies (DO, functions, EXECUTE) stand around this statement. */
  readonly bodies: number;
  /** Where the query that is being read gathers what it touches; null outside of queries. */
  readonly query: QueryCollector | null;
  /** The names that WITH clauses give to queries, innermost first. */
  readonly withNames: WithNames | null;
}

/** The names of one WITH clause that are in scope, and those around it. */
export interface WithNames {
  readonly names: ReadonlySet<string>;
  /** Those with a LIMIT. */
  readonly limited: ReadonlySet<string>;
  readonly around: WithNames | null;
}

/**
 * How deep trees are read: as deep as no person writes, and far from the end of the stack. What lies below is searched for
 * relations, columns and calls without recursion.
 */
export const MAX_DEPTH = 400;

/** A call of a function anywhere in a query. */
export interface Call {
  readonly name: ObjectName;
  readonly args: readonly Expression[];
}
