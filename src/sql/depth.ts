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
  let level: object[] = [root];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    const below: object[] = [];
    for (const value of level) {
      for (const child of Object.values(value)) {
        if (typeof child === 'object' && child !== null) below.push(child);
      }
    }
    level = below;
  }
  return false;
}
