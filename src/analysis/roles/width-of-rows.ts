import type { Expression } from '../../postgres/expression';
import type { QueryWrite } from '../../postgres/query';
import { isTable, isView } from '../catalog/find';
import { relationOf } from '../catalog/resolve';
import type { Session } from '../session';

/** How many columns a row of INSERT has; null where that is not told. */
export function widthOfRows(session: Session, write: QueryWrite): number | null {
  const row = write.values[0] ?? write.selected?.[0];
  if (row === undefined) return write.width ?? widthOfStar(session, write);
  return row.every(isOneValue) ? row.length : null;
}

/** How many columns INSERT takes by `*` of one relation; null where that is not told. */
export function widthOfStar(session: Session, { fromStar, takenFrom }: QueryWrite): number | null {
  const source = fromStar === true && takenFrom !== undefined ? relationOf(session, takenFrom) : undefined;
  const known = source !== undefined && (isTable(source) || isView(source)) && source.complete;
  return known && source.origin.certain ? source.columns.length : null;
}

/** A row that is spread out is told as what lowering does not take apart. */
export function isOneValue(value: Expression): boolean {
  return value.kind !== 'opaque' || value.text === 'DEFAULT';
}
