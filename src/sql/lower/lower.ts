import type { Node } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { LowerContext } from './lowering';
import type { SystemCall } from './needs';
import { NeedsCollector } from './needs';
import { operationsOf } from './statements';

/** A statement in our own words. */
export interface Lowered {
  readonly operations: readonly Operation[];
  /** The oldest major that knows this syntax; null where every supported one does. */
  readonly requires: number | null;
  /** The first major that no longer knows it. */
  readonly removedIn?: number;
  /** What asks for that major, or is gone from it. */
  readonly what?: string;
  /** Functions of the system that it calls and that some majors lack. */
  readonly calls?: readonly SystemCall[];
}

/**
 * Turns the parse tree of one statement into operations. It never fails: what is not known becomes `unmodelled`.
 *
 * @param statement the tree, and the text from its first token to its last: bodies of functions are parsed from it
 * @param context the parser, for those bodies
 */
export function lower(
  statement: { readonly node: Node; readonly text: string },
  context: LowerContext,
): Lowered {
  const needs = new NeedsCollector();
  const operations = operationsOf(statement.node, {
    parsePlPgSQL: (text) => context.parsePlPgSQL(text),
    parseText: (text) => context.parseText(text),
    text: statement.text,
    needs,
    nesting: { depth: 0 },
    bodies: 0,
    query: null,
    withNames: null,
  });
  const { requires, removedIn, what, calls } = needs;
  return {
    operations,
    requires,
    ...(removedIn === null ? {} : { removedIn }),
    ...(what === null ? {} : { what }),
    ...(calls.length === 0 ? {} : { calls }),
  };
}
