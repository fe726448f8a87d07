import { version } from '../../package.json';
import type { RuleSelection } from '../config/active-rules';
import { UserError } from '../config/user-error';
import type { Risk } from '../findings/finding';
import type { Transaction } from '../sql/fragment';
import { isGap } from '../sql/gap';
import { loadParser } from '../sql/parse';
import { decodeSource } from '../sql/source';
import type { FilePath, SourceFile } from '../sql/source';
import { TOOLS } from '../tools/registry';
import { analyzePaths } from './analyze';
import { loadConfigOf } from './load-config';
import { postgresVersion } from './postgres-version';
import type { Output } from './reporters';
import { render } from './reporters';
import type { Surroundings } from './run';
import { expand, openWorkingCopy, pathInTree } from './working-copy';

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
  readonly stdinPath?: string;
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** `pgfence analyze`: reads, judges, prints. Gives the exit status. */
export async function analyze(
  paths: readonly string[],
  options: AnalyzeOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { cwd, environment } = surroundings;
  if (paths.length === 0)
    throw new UserError('nothing to analyze: name files, folders or globs, or - for standard input');
  const copy = openWorkingCopy(cwd);
  const config = await loadConfigOf(
    copy.tree,
    pathInTree(copy.root, cwd, '.'),
    options.config === undefined ? null : pathInTree(copy.root, cwd, options.config),
  );
  const { major, minor } = postgresVersion(options.postgres ?? config.postgres ?? null, copy.tree);
  const expanded = paths.filter((path) => path !== '-').map((path) => expand(copy.root, cwd, path));
  const named = expanded.flatMap(({ kind, paths: files }) => (kind === 'file' ? files : []));
  const toolName = options.tool ?? config.tool;
  const report = analyzePaths({
    parser: await loadParser(),
    javascript: null,
    copy,
    config,
    named,
    places: expanded.filter(({ kind }) => kind !== 'file'),
    standardInput: paths.includes('-') ? await standardInput(options, copy.root, surroundings) : null,
    tool: TOOLS.find((tool) => tool.name === toolName) ?? null,
    transaction: options.transaction ?? config.transaction ?? null,
    direction: options.down === true ? 'down' : 'up',
    history: options.history,
    together: options.together === true,
    major,
    minor,
    rules: options.rules ?? 'default',
    failOn: options.failOn ?? config.failOn ?? 'high',
    version,
  });
  const color =
    environment['FORCE_COLOR'] !== undefined ||
    (surroundings.colors && (environment['NO_COLOR'] ?? '') === '');
  const columns = Number(environment['COLUMNS']) || surroundings.columns;
  surroundings.out(await render(report, options.output, { columns, color, quiet: options.quiet === true }));
  return report.summary.gating > 0 ? 1 : 0;
}

async function standardInput(
  options: AnalyzeOptions,
  root: string,
  surroundings: Surroundings,
): Promise<SourceFile> {
  const path: FilePath = pathInTree(root, surroundings.cwd, options.stdinPath ?? 'stdin.sql');
  const source = decodeSource(path, await surroundings.readStandardInput());
  if (isGap(source)) throw new UserError(`standard input: ${source.detail}`);
  return source;
}
