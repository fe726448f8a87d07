/** One text in several sizes, fullest first. They are made only as far as they are needed. */
export type Renderings = readonly (() => string)[];

/** GitHub's limit is 65,536 characters for a comment: what is measured is the whole body, marker and state line included. */
export const COMMENT_BUDGET = 65_000;
/** GitHub's limit is 1 MiB for the summary of a step, above which nothing of it is shown. */
export const SUMMARY_BUDGET = 900 * 1024;

export const utf16Length = (text: string): number => text.length;
export const utf8Length = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The fullest rendering that fits, and those smaller than it; undefined if none does. */
export function fitting(
  renderings: Renderings,
  budget: number,
  measure: (text: string) => number,
): { readonly text: string; readonly smaller: Renderings } | undefined {
  for (const [index, render] of renderings.entries()) {
    const text = render();
    if (measure(text) <= budget) return { text, smaller: renderings.slice(index + 1) };
  }
  return undefined;
}
