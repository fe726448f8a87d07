import type { Report } from '../findings/report';
import { jsonPieces } from '../report/json';
import { describeRule, isAboutLocks, ruleTitle, ruleUrl } from './rule-links';

/** What `--output` may be. */
export const OUTPUTS = ['text', 'json', 'sarif', 'markdown', 'gitlab', 'compact'] as const;
export type Output = (typeof OUTPUTS)[number];

/** What the surroundings decide about a rendering. */
export interface OutputContext {
  readonly columns: number;
  readonly color: boolean;
  readonly quiet: boolean;
}

/** The report in one of the formats of the command line, in pieces that are printed one after the other. */
export async function render(
  report: Report,
  output: Output,
  context: OutputContext,
): Promise<Iterable<string>> {
  return output === 'json' ? jsonPieces(report, { ruleUrl }) : [await text(report, output, context)];
}

async function text(
  report: Report,
  output: Exclude<Output, 'json'>,
  context: OutputContext,
): Promise<string> {
  switch (output) {
    case 'text': {
      const [{ terminal }, { default: pc }] = await Promise.all([
        import('../report/terminal'),
        import('picocolors'),
      ]);
      return terminal(report, {
        ruleUrl,
        columns: context.columns,
        quiet: context.quiet,
        colors: pc.createColors(context.color),
      });
    }
    case 'markdown': {
      const { markdown } = await import('../report/markdown');
      return markdown(report, {
        ruleUrl,
        ruleTitle,
        isAboutLocks,
        lineUrl: () => null,
        commit: null,
        run: null,
        updated: false,
        resolved: 0,
        noDiff: null,
        gates: true,
      });
    }
    case 'sarif': {
      const { sarif } = await import('../report/sarif');
      const describe = await describeRule();
      return sarif(report, {
        ruleUrl,
        category: 'pgfence',
        describe,
        clip: (_, place) => place,
        isGating: () => false,
        empty: false,
        accepted: 'marked',
      });
    }
    case 'compact': {
      const { compact } = await import('../report/compact');
      return compact(report);
    }
    case 'gitlab': {
      const { gitlab } = await import('../report/gitlab');
      return gitlab(report);
    }
  }
}
