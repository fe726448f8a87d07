import type { ConditionalRange } from './branches';
import type { Fragment } from './fragment';
import type { ParsedStatement } from './statement';

/**
 * Tells for statements, in the order of the text, which fragment they belong to: the given one, or where they stand in a branch
 * that may not run, one that says so. The ranges come in the order of the text, too.
 */
export function conditionalFragments(
  fragment: Fragment,
  ranges: readonly ConditionalRange[],
): (statement: ParsedStatement) => Fragment {
  const variants = new Map<string, Fragment>();
  const around: ConditionalRange[] = [];
  let next = 0;
  return ({ sqlStart, sqlEnd }) => {
    for (let range = ranges[next]; range !== undefined && range.start < sqlEnd; range = ranges[++next]) {
      leave(around, range.start);
      around.push(range);
    }
    leave(around, sqlStart);
    const key = around.map(({ start }) => start).join(' ');
    const variant = variants.get(key) ?? conditional(fragment, around);
    variants.set(key, variant);
    return variant;
  };
}

/** Takes away what ends before `offset`. */
function leave(around: ConditionalRange[], offset: number): void {
  while ((around.at(-1)?.end ?? Infinity) <= offset) around.pop();
}

function conditional(fragment: Fragment, around: readonly ConditionalRange[]): Fragment {
  const condition = around.at(-1)?.condition;
  if (condition === undefined) return fragment;
  return {
    ...fragment,
    branches: [
      ...(fragment.branches ?? []),
      ...around.map(({ start }) => ({ id: `${fragment.call}:${start}` })),
    ],
    condition: fragment.condition === undefined ? condition : `${fragment.condition} and ${condition}`,
  };
}
