import type { Node } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import { expression, expressions } from './expression';
import type { Lowering } from './lowering';

/** How many rows of a VALUES list are kept. */
const KEPT_ROWS = 100;

/** The first rows of VALUES. Of the others only what is no literal is read, for what it calls. */
export function valuesList(rows: readonly Node[], lowering: Lowering): readonly (readonly Expression[])[] {
  const kept: (readonly Expression[])[] = [];
  for (const row of rows) {
    const items = 'List' in row ? row.List.items : undefined;
    if (kept.length < KEPT_ROWS) kept.push(expressions(items, lowering));
    else for (const item of items ?? []) if (!('A_Const' in item)) expression(item, lowering);
  }
  return kept;
}
