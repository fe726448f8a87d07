import type { Operation, OperationOf } from '../../postgres/operation';

/**
 * Up to 12, of two UNIQUE constraints of one statement on the same columns, or of two keys of one index, one is made, by the name of either. Source:
 * parse_utilcmd.c, transformIndexConstraints.
 */
export function withoutRepeatedKeys(operations: readonly Operation[]): readonly Operation[] {
  return operations.reduce<readonly Operation[]>((kept, operation) => {
    if (operation.kind !== 'add-unique' && operation.kind !== 'add-primary-key') return [...kept, operation];
    const first = kept.find((other): other is AddKey => isKey(other) && saySame(other, operation));
    if (first === undefined) return [...kept, operation];
    const [stays, goes] = operation.kind === 'add-primary-key' ? [operation, first] : [first, operation];
    const name = stays.constraint.name ?? goes.constraint.name;
    const merged: Operation = { ...stays, constraint: { ...stays.constraint, name } };
    return kept.map((each) => (each === first ? merged : each));
  }, []);
}

type AddKey = OperationOf<'add-unique'> | OperationOf<'add-primary-key'>;

function isKey(operation: Operation): operation is AddKey {
  return operation.kind === 'add-unique' || operation.kind === 'add-primary-key';
}

/** On the same columns both UNIQUE, or both of the same index. */
function saySame(a: AddKey, b: AddKey): boolean {
  const [one, other] = [a.constraint, b.constraint];
  if (one.usingIndex !== null || other.usingIndex !== null)
    return one.usingIndex === other.usingIndex && (a.kind === 'add-unique' || b.kind === 'add-unique');
  return (
    a.kind === 'add-unique' &&
    b.kind === 'add-unique' &&
    one.columns.join('\u0000') === other.columns.join('\u0000') &&
    one.deferrable === other.deferrable
  );
}
