import type { Table } from '../analysis/catalog/relation';
import type { PartitionBound } from '../postgres/definition';
import type { Expression } from '../postgres/expression';
import { quoteName } from '../sql/quote-name';

/** The bound of a partition as its statement writes it; null where it is not that plain. */
export function boundText(text: string): string | null {
  const brackets = String.raw`\((?:[^()']|'(?:[^']|'')*'|\((?:[^()']|'(?:[^']|'')*')*\))*\)`;
  const bound = new RegExp(
    String.raw`\bfor\s+values\s+(?:in\s*${brackets}|from\s*${brackets}\s*to\s*${brackets}|with\s*${brackets})`,
    'i',
  ).exec(text);
  return bound?.[0] ?? (/\bdefault\s*$/i.test(text) ? 'DEFAULT' : null);
}

/** The CHECK that proves the bound of a new partition; null for hash, DEFAULT and keys that are no single column. */
export function insideCheck(parent: Table, bound: PartitionBound): string | null {
  const column = keyOf(parent);
  if (column === null) return null;
  const key = quoteName(column);
  if (bound.kind === 'list') {
    const values = bound.values.map(constant);
    return values.includes(null) || values.includes('NULL')
      ? null
      : `${key} IS NOT NULL AND ${key} IN (${values.join(', ')})`;
  }
  const ends = endsOf(bound);
  if (ends === null) return null;
  const parts = [
    `${key} IS NOT NULL`,
    ...(ends.from === null ? [] : [`${key} >= ${ends.from}`]),
    ...(ends.to === null ? [] : [`${key} < ${ends.to}`]),
  ];
  return parts.join(' AND ');
}

/** The CHECK that proves that no row of the DEFAULT partition belongs to a bound. */
export function outsideCheck(parent: Table, bound: PartitionBound): string | null {
  const column = keyOf(parent);
  if (column === null) return null;
  const key = quoteName(column);
  if (bound.kind === 'list') {
    const values = bound.values.map(constant);
    return values.includes(null) || values.includes('NULL') ? null : `${key} NOT IN (${values.join(', ')})`;
  }
  const ends = endsOf(bound);
  if (ends === null || (ends.from === null && ends.to === null)) return null;
  return [
    ...(ends.from === null ? [] : [`${key} < ${ends.from}`]),
    ...(ends.to === null ? [] : [`${key} >= ${ends.to}`]),
  ].join(' OR ');
}

function keyOf({ partitioning }: Table): string | null {
  const [key, ...others] = partitioning?.keys ?? [];
  return key === undefined || others.length > 0 ? null : key.column;
}

function endsOf(bound: PartitionBound): { readonly from: string | null; readonly to: string | null } | null {
  if (bound.kind !== 'range') return null;
  const [from] = bound.from;
  const [to] = bound.to;
  if (from === undefined || to === undefined) return null;
  const [low, high] = [end(from, 'MINVALUE'), end(to, 'MAXVALUE')];
  return low === undefined || high === undefined ? null : { from: low, to: high };
}

/** Null: no end on that side; undefined: nothing that can be written down. */
function end(value: Expression, open: string): string | null | undefined {
  if (value.kind === 'constant' && value.value === null)
    return value.text.toUpperCase() === open ? null : undefined;
  return constant(value) ?? undefined;
}

function constant(value: Expression): string | null {
  if (value.kind === 'constant') return value.text;
  return null;
}
