import { version } from '../../package.json';
import type { Config } from '../config/config';
import { UserError } from '../config/user-error';
import { isGap } from '../sql/gap';
import { loadParser } from '../sql/parse';
import { decodeSource } from '../sql/source';
import type { FilePath, SourceFile } from '../sql/source';
import { parentOf } from '../tools/folders';
import { TOOLS } from '../tools/registry';
import type { Analysis } from './analyze';
import type { AnalyzeOptions } from './analyze-command';
import { findConfig, readConfig, readStatistics, statisticsPath } from './load-config';
import type { LocalChanges } from './local-changes';
import { postgresVersion } from './postgres-version';
import type { Surroundings } from './run';
import { expand, pathInTree } from './working-copy';
import type { Named, WorkingCopy } from './working-copy';

/** What the options and the configuration ask for: the options win. */
export async function analysisOf(
  paths: readonly string[],
  options: AnalyzeOptions,
  copy: WorkingCopy,
  surroundings: Surroundings,
): Promise<Analysis> {
  const { cwd } = surroundings;
  const at = (path: string): FilePath => pathInTree(copy.root, cwd, path);
  const found = findConfig(copy.tree, at('.'), options.config === undefined ? null : at(options.config));
  const config = found === null ? {} : await readConfig(found);
  const named = options.statistics === undefined ? null : at(options.statistics);
  const statistics = named ?? (found === null ? null : statisticsPath(found, config));
  const changes = await changesOf(options, copy, surroundings);
  const expanded =
    paths.length > 0
      ? await expandAll(
          paths.filter((path) => path !== '-'),
          copy.root,
          cwd,
        )
      : await configured(config, copy.root, found === null ? '' : parentOf(found.path));
  if (paths.length === 0 && expanded.length === 0 && changes === null)
    throw new UserError(
      'nothing to analyze: name files, folders or globs, - for standard input, --since or --staged',
    );
  const { major, minor } = postgresVersion(options.postgres ?? config.postgres ?? null, copy.tree);
  const tool = options.tool ?? config.tool;
  return {
    parser: await loadParser(),
    copy,
    changes,
    config,
    statistics: statistics === null ? null : await readStatistics(copy.tree, statistics),
    named: expanded.flatMap(({ kind, paths: files }) => (kind === 'file' ? files : [])),
    places: expanded.filter(({ kind }) => kind !== 'file'),
    isWhole: expanded.length === 0 && changes !== null,
    standardInput: paths.includes('-')
      ? await standardInput(at(options.stdinPath ?? 'stdin.sql'), surroundings)
      : null,
    edited: new Map(),
    tool: TOOLS.find(({ name }) => name === tool) ?? null,
    transaction: options.transaction ?? config.transaction ?? null,
    direction: options.down === true ? 'down' : 'up',
    history: options.history,
    together: options.together === true,
    major,
    minor,
    rules: options.rules ?? 'default',
    failOn: options.failOn ?? config.failOn ?? 'high',
    version,
  };
}

/** Git is asked only where an option asks for it. */
async function changesOf(
  { since, staged }: AnalyzeOptions,
  copy: WorkingCopy,
  { environment }: Surroundings,
): Promise<LocalChanges | null> {
  if (since === undefined && staged !== true) return null;
  const { changesSince, stagedChanges } = await import('./local-changes');
  return since === undefined ? stagedChanges(copy, environment) : changesSince(copy, since, environment);
}

/** What the configuration names, relative to itself; what it excludes is taken out. */
async function configured({ paths = [] }: Config, root: string, folder: string): Promise<readonly Named[]> {
  const below = (glob: string): string => (folder === '' ? glob : `${folder}/${glob}`);
  const excluded = paths.filter((glob) => glob.startsWith('!')).map((glob) => below(glob.slice(1)));
  const included = await expandAll(paths.filter((glob) => !glob.startsWith('!')).map(below), root, root);
  if (excluded.length === 0) return included;
  const { minimatch } = await import('minimatch');
  return included.map((named) => ({
    ...named,
    paths: named.paths.filter((path) => !excluded.some((glob) => minimatch(path, glob, { dot: true }))),
  }));
}

function expandAll(names: readonly string[], root: string, directory: string): Promise<readonly Named[]> {
  return Promise.all(names.map((name) => expand(root, directory, name)));
}

async function standardInput(path: FilePath, { readStandardInput }: Surroundings): Promise<SourceFile> {
  const source = decodeSource(path, await readStandardInput());
  if (isGap(source)) throw new UserError(`standard input: ${source.detail}`);
  return source;
}
