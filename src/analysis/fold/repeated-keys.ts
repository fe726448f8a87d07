import type { Operation, OperationOf } from '../../postgres/operation';

/**
 * Up to 12, of two UNIQUE constraints of one statement on the same columns one is made, by the name of either. Source:
 * parse_utilcmd.c, transformIndexConstraints.
 */
export function withoutRepeatedKeys(operations: readonly Operation[]): readonly Operation[] {
  return operations.reduce<readonly Operation[]>((kept, operation) => {
    if (operation.kind !== 'add-unique' || operation.constraint.usingIndex !== null)
      return [...kept, operation];
    const { constraint } = operation;
    const first = kept.find(
      (other): other is OperationOf<'add-unique'> =>
        other.kind === 'add-unique' &&
        other.constraint.usingIndex === null &&
        other.constraint.columns.join('\u0000') === constraint.columns.join('\u0000') &&
        other.constraint.deferrable === constraint.deferrable,
    );
    if (first === undefined) return [...kept, operation];
    const name = first.constraint.name ?? constraint.name;
    return kept.map((each) =>
      each === first ? { ...first, constraint: { ...first.constraint, name } } : each,
    );
  }, []);
}
