import type { IndexKey } from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';
import { indexesOf } from '../catalog/find';
import type { Index, Table } from '../catalog/relation';
import type { Situation } from './situation';

/** What an index is, as far as two indexes can be told to be alike. */
export interface IndexShape {
  readonly method: string;
  readonly unique: boolean;
  readonly keys: readonly IndexKey[];
  readonly include: readonly string[];
  readonly predicate: Expression | null;
  readonly nullsNotDistinct: boolean;
  /** It stands behind a constraint: then it takes only an index that stands behind one too. */
  readonly constraint: boolean;
}

/**
 * Whether an index of a partition fits one of the parent, so that it is taken instead of building another. Source: index.c,
 * CompareIndexInfo.
 */
export function sameShape(a: IndexShape, b: IndexShape): boolean {
  return (
    a.method === b.method &&
    a.unique === b.unique &&
    a.constraint === b.constraint &&
    a.nullsNotDistinct === b.nullsNotDistinct &&
    a.keys.length === b.keys.length &&
    a.keys.every((key, at) => sameKey(key, b.keys[at])) &&
    a.include.join('\u0000') === b.include.join('\u0000') &&
    sameExpression(a.predicate, b.predicate)
  );
}

/** The shape of an index of the catalog. */
export function shapeOf(index: Index): IndexShape {
  return { ...index, constraint: index.constraint !== null };
}

/** The shape of the index that an operation makes, if it makes one that is not named by USING INDEX. */
export function newShape({ operation }: Situation): IndexShape | undefined {
  if (operation.kind === 'create-index') return { constraint: false, ...operation.index };
  if (operation.kind === 'add-exclusion') {
    const { method, keys, include, predicate } = operation.constraint;
    return { method, unique: false, keys, include, predicate, nullsNotDistinct: false, constraint: true };
  }
  if (operation.kind !== 'add-unique' && operation.kind !== 'add-primary-key') return undefined;
  const { columns, include, nullsNotDistinct, usingIndex } = operation.constraint;
  if (usingIndex !== null) return undefined;
  const keys = columns.map(plainKey);
  return {
    method: 'btree',
    unique: true,
    keys,
    include,
    predicate: null,
    nullsNotDistinct,
    constraint: true,
  };
}

/** The index of a partition that a new index of its parent takes for its own. */
export function matchingIndex(situation: Situation, partition: Table): Index | undefined {
  const shape = newShape(situation);
  if (shape === undefined) return undefined;
  return indexesOf(situation.session.catalog, partition.id).find(
    (index) => index.valid && index.parent === null && sameShape(shapeOf(index), shape),
  );
}

function plainKey(column: string): IndexKey {
  return {
    column,
    expression: null,
    collation: null,
    operatorClass: null,
    descending: false,
    nullsFirst: null,
    excludeOperator: null,
  };
}

/** Order and the place of NULLs do not count: CompareIndexInfo looks at operator families and collations. */
function sameKey(a: IndexKey, b: IndexKey | undefined): boolean {
  return (
    b !== undefined &&
    a.column === b.column &&
    a.excludeOperator === b.excludeOperator &&
    (a.collation?.name ?? null) === (b.collation?.name ?? null) &&
    (a.operatorClass?.name ?? null) === (b.operatorClass?.name ?? null) &&
    sameExpression(a.expression, b.expression)
  );
}

/** Two expressions are alike where they are written alike. */
function sameExpression(a: Expression | null, b: Expression | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
