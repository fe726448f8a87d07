import type { Node } from '@pgsql/types';
import type { TreeNode } from './plpgsql-tree';
import { treeNode } from './plpgsql-tree';

/** The same tree with string constants in the place of the nodes for which `textOf` knows one. */
export function withConstants(node: Node, textOf: (node: TreeNode) => string | null | undefined): Node {
  return JSON.parse(JSON.stringify(node), (_key, value: unknown): unknown => {
    const inner = treeNode(value);
    const text = inner === null ? null : textOf(inner);
    return typeof text === 'string' ? { A_Const: { sval: { sval: text } } } : value;
  }) as Node;
}
