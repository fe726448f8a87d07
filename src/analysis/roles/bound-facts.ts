import type { PartitionBound } from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';
import type { Catalog } from '../catalog/catalog';
import { tableById } from '../catalog/find';
import type { Table } from '../catalog/relation';

/** What holds for the rows of a partition by its bound and those of the partitions above it, said of single columns. */
export function boundFacts(catalog: Catalog, table: Table): readonly Expression[] {
  if (table.partition === null) return [];
  const { bound, parent: id } = table.partition;
  const parent = tableById(catalog, id);
  const columns = parent?.partitioning?.keys.map((key) => key.column) ?? [];
  return [...factsOf(bound, columns), ...(parent === undefined ? [] : boundFacts(catalog, parent))];
}

/** Of a range over several columns only the first has ends of its own, both of which belong to it. */
function factsOf(bound: PartitionBound, columns: readonly (string | null)[]): readonly Expression[] {
  const [name = null] = columns;
  if (name === null) return [];
  const column: Expression = { kind: 'column', relation: null, name };
  if (bound.kind === 'list')
    return bound.values.some(isNull)
      ? []
      : [{ kind: 'in-list', arg: column, items: bound.values, negated: false }];
  if (bound.kind !== 'range') return [];
  const compared = (operator: string, right: Expression | undefined): readonly Expression[] =>
    right === undefined || isOpen(right) ? [] : [{ kind: 'operator', name: operator, left: column, right }];
  return [...compared('>=', bound.from[0]), ...compared(columns.length === 1 ? '<' : '<=', bound.to[0])];
}

function isNull(value: Expression): boolean {
  return value.kind === 'constant' && value.value === null;
}

/** MINVALUE or MAXVALUE. */
function isOpen(value: Expression): boolean {
  return value.kind === 'constant' && /^(?:min|max)value$/i.test(value.text);
}
