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
    for (let range = ranges[next]; range !== undefined && range.start < sqlEnd; range = ranges[++next])
      around.push(range);
    while ((around.at(-1)?.end ?? Infinity) <= sqlStart) around.pop();
    const condition = around.at(-1)?.condition;
    if (condition === undefined) return fragment;
    const variant = variants.get(condition) ?? conditional(fragment, condition);
    variants.set(condition, variant);
    return variant;
  };
}

function conditional(fragment: Fragment, condition: string): Fragment {
  const all = fragment.condition === undefined ? condition : `${fragment.condition} and ${condition}`;
  return { ...fragment, conditional: true, condition: all };
}
