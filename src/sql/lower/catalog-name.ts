import type { Node } from '@pgsql/types';

/** A string constant, with any casts. */
export function constantText(node: Node): string | null {
  if ('TypeCast' in node && node.TypeCast.arg !== undefined) return constantText(node.TypeCast.arg);
  return 'A_Const' in node
    ? (node.A_Const.sval?.sval ?? (node.A_Const.sval === undefined ? null : ''))
    : null;
}

/** The parts of a name in a string: quotes are taken off, and what is not quoted is folded. */
export function identifiers(text: string): readonly string[] {
  return [...text.matchAll(/"((?:[^"]|"")*)"|[^".]+/g)].map(([whole, quoted]) =>
    quoted === undefined ? whole.trim().toLowerCase() : quoted.replaceAll('""', '"'),
  );
}
