import type { MarkdownContext } from './markdown/context';
import { document, SIZES } from './markdown/document';
import type { ShownReport } from './markdown/shown';

/** `--output markdown`: the report as Markdown, in full. */
export function markdown(report: ShownReport, context: MarkdownContext): string {
  return document(report, context, 'full');
}

/** The report in every size, fullest first: the caller takes the first that fits its channel. */
export function markdownRenderings(report: ShownReport, context: MarkdownContext): readonly (() => string)[] {
  return SIZES.map((size) => () => document(report, context, size));
}
