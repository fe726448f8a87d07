import type { Node, TypeName as TypeNode } from '@pgsql/types';
import type { TypeName } from '../../postgres/type-name';
import type { Lowering } from './lowering';
import { strings } from './names';

/** Other spellings of serial columns, which the parser leaves to the server. */
const SERIALS: Readonly<Record<string, string>> = {
  serial4: 'serial',
  serial8: 'bigserial',
  serial2: 'smallserial',
};

/** Types that servers had once. */
const REMOVED: Readonly<Record<string, number>> = { abstime: 12, reltime: 12, tinterval: 12 };

/** Types that came after the oldest supported server. Source: the release notes of each major. */
const ADDED: Readonly<Record<string, number>> = {
  jsonpath: 12,
  xid8: 13,
  pg_snapshot: 13,
  regcollation: 13,
  int4multirange: 14,
  int8multirange: 14,
  nummultirange: 14,
  tsmultirange: 14,
  tstzmultirange: 14,
  datemultirange: 14,
};

/** A type, spelled as the catalog spells it. The parser has already turned `integer` into `pg_catalog.int4`. */
export function typeName(node: TypeNode | undefined, lowering: Lowering): TypeName {
  const parts = strings(node?.names);
  const written = parts.at(-1) ?? '';
  const schema = parts.at(-2) ?? null;
  const system = schema === null || schema === 'pg_catalog';
  if (system) noteMajor(written, lowering);
  const percent = node?.pct_type === true;
  const name = percent
    ? `${parts.join('.')}%TYPE`
    : system && Object.hasOwn(SERIALS, written)
      ? (SERIALS[written] ?? written)
      : written;
  return {
    schema: percent || system ? null : schema,
    name,
    ...modifiersOf(node?.typmods, name),
    arrayDimensions: node?.arrayBounds?.length ?? 0,
  };
}

function noteMajor(name: string, lowering: Lowering): void {
  const added = Object.hasOwn(ADDED, name) ? ADDED[name] : undefined;
  if (added !== undefined) lowering.needs.since(added, `the type ${name}`);
  const removed = Object.hasOwn(REMOVED, name) ? REMOVED[name] : undefined;
  if (removed !== undefined) lowering.needs.until(removed, `the type ${name}`);
}

function modifiersOf(
  nodes: readonly Node[] | undefined,
  name: string,
): Pick<TypeName, 'modifiers' | 'modifierWords'> {
  if (nodes === undefined) return { modifiers: [] };
  // The first modifier of an interval is the mask of its fields, not its precision.
  const written = name === 'interval' ? nodes.slice(1) : nodes;
  const numbers: number[] = [];
  const words: string[] = [];
  for (const node of written) {
    const value = modifier(node);
    if (typeof value === 'number') numbers.push(value);
    else words.push(value);
  }
  return words.length === 0 ? { modifiers: numbers } : { modifiers: numbers, modifierWords: words };
}

function modifier(node: Node): number | string {
  if ('A_Const' in node) {
    const { ival, sval, fval } = node.A_Const;
    return ival !== undefined ? (ival.ival ?? 0) : (sval?.sval ?? fval?.fval ?? '');
  }
  if ('ColumnRef' in node) return strings(node.ColumnRef.fields).join('.');
  return Object.keys(node)[0] ?? '';
}
