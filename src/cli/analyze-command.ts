import type { RuleSelection } from '../config/active-rules';
import { UserError } from '../config/user-error';
import type { Risk } from '../findings/finding';
import type { Transaction } from '../sql/fragment';
import type { Report } from '../findings/report';
import { analysisOf } from './analysis-of';
import { analyzePaths } from './analyze';
import { isColorful } from './colors';
import { diffOf, fix, writeFixes } from './fix';
import type { Output } from './reporters';
import { render } from './reporters';
import type { Surroundings } from './run';
import { openWorkingCopy } from './working-copy';

/** The options of `pgfence analyze`, as commander gives them. */
export interface AnalyzeOptions {
  readonly output: Output;
  readonly postgres?: string;
  readonly tool?: string;
  readonly transaction?: Exclude<Transaction, 'unknown'>;
  readonly down?: boolean;
  readonly history: boolean;
  readonly together?: boolean;
  readonly since?: string;
  readonly staged?: boolean;
  readonly rules?: RuleSelection;
  readonly failOn?: Risk | 'never';
  readonly config?: string;
  readonly statistics?: string;
  readonly stdinPath?: string;
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** `pgfence analyze`: reads, judges, prints, and edits where it is asked to. Gives the exit status. */
export async function analyze(
  paths: readonly string[],
  options: AnalyzeOptions,
  surroundings: Surroundings,
): Promise<number> {
  refuseContradictions(paths, options);
  const copy = openWorkingCopy(surroundings.cwd);
  const analysis = await analysisOf(paths, options, copy, surroundings);
  const report = await analyzePaths(analysis);
  if (options.fix !== true) return print(report, options, surroundings);
  const fixed = await fix(report, copy, (edited) => analyzePaths({ ...analysis, edited }));
  if (options.dryRun === true) {
    await surroundings.out(diffOf(fixed));
    return report.summary.gating > 0 ? 1 : 0;
  }
  const edited = writeFixes(fixed, copy, surroundings.error);
  return print(await analyzePaths({ ...analysis, edited }), options, surroundings);
}

function refuseContradictions(paths: readonly string[], options: AnalyzeOptions): void {
  if (options.since !== undefined && options.staged === true)
    throw new UserError('--since and --staged: only one of them can say what is judged');
  if (options.dryRun === true && options.fix !== true) throw new UserError('--dry-run goes with --fix');
  if (!paths.includes('-')) {
    if (options.stdinPath !== undefined) throw new UserError('--stdin-path goes with the path -');
    return;
  }
  if (options.fix === true) throw new UserError('--fix cannot edit standard input');
  if (options.since !== undefined || options.staged === true)
    throw new UserError('standard input is no part of a change set of git');
}

async function print(report: Report, options: AnalyzeOptions, surroundings: Surroundings): Promise<number> {
  const { environment, colors } = surroundings;
  const columns = Number(environment['COLUMNS']) || surroundings.columns;
  const color = isColorful(environment, colors);
  const pieces = await render(report, options.output, { columns, color, quiet: options.quiet === true });
  for (const piece of pieces) await surroundings.out(piece);
  return report.summary.gating > 0 ? 1 : 0;
}
