import type { IndexElem, Node, PartitionElem } from '@pgsql/types';
import type { IndexKey } from '../../postgres/definition';
import { optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { collationName, strings, systemName } from './names';

/** The elements of an index or of a partition key. */
export function indexKeys(nodes: readonly Node[] | undefined, lowering: Lowering): readonly IndexKey[] {
  return (nodes ?? []).flatMap((node) => {
    if ('IndexElem' in node) return [indexKey(node.IndexElem, null, lowering)];
    if ('PartitionElem' in node) return [indexKey(node.PartitionElem, null, lowering)];
    return [];
  });
}

/** The elements of EXCLUDE: each a list of the element and its operator. */
export function exclusionKeys(nodes: readonly Node[] | undefined, lowering: Lowering): readonly IndexKey[] {
  return (nodes ?? []).flatMap((node) => {
    const [element, operator] = 'List' in node ? (node.List.items ?? []) : [];
    if (element === undefined || !('IndexElem' in element)) return [];
    const name =
      operator !== undefined && 'List' in operator ? (strings(operator.List.items).at(-1) ?? '') : '';
    return [indexKey(element.IndexElem, name, lowering)];
  });
}

function indexKey(
  node: IndexElem & PartitionElem,
  excludeOperator: string | null,
  lowering: Lowering,
): IndexKey {
  return {
    column: node.name ?? null,
    expression: optionalExpression(node.expr, lowering),
    collation: collationName(node.collation),
    operatorClass: node.opclass === undefined ? null : systemName(node.opclass),
    descending: node.ordering === 'SORTBY_DESC',
    nullsFirst: nullsFirst(node.nulls_ordering),
    excludeOperator,
  };
}

function nullsFirst(order: IndexElem['nulls_ordering']): boolean | null {
  switch (order) {
    case 'SORTBY_NULLS_FIRST':
      return true;
    case 'SORTBY_NULLS_LAST':
      return false;
    case 'SORTBY_NULLS_DEFAULT':
    case undefined:
      return null;
  }
}
