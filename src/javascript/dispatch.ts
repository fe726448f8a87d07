import type { Node } from '@babel/types';

/** What to do with each kind of node: the parser's own type names lead to functions that get the node of that type. */
export type NodeTable<Context extends readonly unknown[], Result> = {
  readonly [Type in Node['type']]?: (node: Extract<Node, { type: Type }>, ...context: Context) => Result;
};

/** What the table has for the kind of the node, if anything. */
export function visitorOf<Context extends readonly unknown[], Result>(
  table: NodeTable<Context, Result>,
  node: Node,
): ((node: Node, ...context: Context) => Result) | undefined {
  // The mapped type above ties each key to its node; TypeScript cannot follow the tie through a look-up by a union.
  return table[node.type] as ((node: Node, ...context: Context) => Result) | undefined;
}
