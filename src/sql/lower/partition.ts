import type { Node, PartitionBoundSpec, PartitionSpec } from '@pgsql/types';
import type { PartitionBound, Partitioning } from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';
import { expression } from './expression';
import { indexKeys } from './index-key';
import type { Lowering } from './lowering';

/** FOR VALUES … or DEFAULT. */
export function partitionBound(node: PartitionBoundSpec | undefined, lowering: Lowering): PartitionBound {
  if (node === undefined || node.is_default === true) return { kind: 'default' };
  switch (node.strategy ?? 'r') {
    case 'h':
      return { kind: 'hash', modulus: node.modulus ?? 0, remainder: node.remainder ?? 0 };
    case 'l':
      return { kind: 'list', values: (node.listdatums ?? []).map((each) => boundValue(each, lowering)) };
    default:
      return {
        kind: 'range',
        from: (node.lowerdatums ?? []).map((each) => boundValue(each, lowering)),
        to: (node.upperdatums ?? []).map((each) => boundValue(each, lowering)),
      };
  }
}

/** In a bound MINVALUE and MAXVALUE look like columns of that name. */
function boundValue(node: Node, lowering: Lowering): Expression {
  const value = expression(node, lowering);
  if (value.kind !== 'column' || value.relation !== null) return value;
  const word = value.name.toUpperCase();
  return word === 'MINVALUE' || word === 'MAXVALUE' ? { kind: 'constant', value: null, text: word } : value;
}

/** PARTITION BY. */
export function partitioning(node: PartitionSpec | undefined, lowering: Lowering): Partitioning | null {
  if (node === undefined) return null;
  const keys = indexKeys(node.partParams, lowering);
  switch (node.strategy ?? 'PARTITION_STRATEGY_RANGE') {
    case 'PARTITION_STRATEGY_LIST':
      return { strategy: 'list', keys };
    case 'PARTITION_STRATEGY_HASH':
      return { strategy: 'hash', keys };
    case 'PARTITION_STRATEGY_RANGE':
      return { strategy: 'range', keys };
  }
}
