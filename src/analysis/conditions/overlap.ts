import type { ColumnBound } from './bound';
import { compare } from './comparable';

/** Whether two bounds of one partition key certainly share a row. Read for keys of one column; others are not said to. */
export function overlap(a: readonly ColumnBound[], b: readonly ColumnBound[], utc: boolean): boolean {
  const [one, ...more] = a;
  const [other, ...others] = b;
  if (one === undefined || other === undefined || more.length > 0 || others.length > 0) return false;
  if (one.values !== null || other.values !== null) {
    const values = one.values ?? [];
    return values.some((value) => (other.values ?? []).some((own) => compare(value, own, utc) === 0));
  }
  return isBefore(one.low, other.high, utc) && isBefore(other.low, one.high, utc);
}

/** Whether a range that begins at the one can end at the other; an open end always can. */
function isBefore(low: ColumnBound['low'], high: ColumnBound['high'], utc: boolean): boolean {
  return low === null || high === null || compare(low, high, utc) === -1;
}
