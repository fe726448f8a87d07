/**
 * How deeply objects and lists of a parse tree may be nested for code that walks it by recursion. One operator of an expression
 * takes two levels, one member of a UNION one.
 */
const MAX_DEPTH = 2000;

/** Shorter texts cannot be nested so deeply: a pair of brackets, the densest of all, takes three levels. */
const SHORTEST = MAX_DEPTH / 2;

/** True if the tree of a statement (of so many characters) is nested too deeply to be walked by recursion. */
export function isTooDeep(length: number, root: object): boolean {
  if (length < SHORTEST) return false;
  const stack: object[] = [root];
  const depths: number[] = [1];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > MAX_DEPTH) return true;
    for (const child of Object.values(value)) {
      if (typeof child !== 'object' || child === null) continue;
      stack.push(child);
      depths.push(depth + 1);
    }
  }
  return false;
}
