/** Compares two places in an order element by element: numbers before strings, a shorter one before its continuation. */
export function compareOrder(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = compareElement(a[index] ?? 0, b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A file name as an order: its leading number, if it has one, then the whole name, which decides where the number is too long to be exact. */
export function orderOfName(name: string): readonly (string | number)[] {
  const digits = /^[vV]?(\d+)/.exec(name)?.[1];
  return digits === undefined ? [name] : [Number(digits), name];
}

function compareElement(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
