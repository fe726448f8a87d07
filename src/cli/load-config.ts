import { posix } from 'node:path';
import type { Statistics } from '../analysis/statistics';
import type { SourceTree } from '../changes/source-tree';
import type { Config } from '../config/config';
import type { ConfigDocument } from '../config/config-document';
import { UserError } from '../config/user-error';
import type { KnownNames, KnownParameter } from '../config/validate';
import { isFit, PARAMETER_IN_WORDS } from '../rules/parameters';
import { RULES } from '../rules/registry.generated';
import type { Gap } from '../sql/gap';
import { isGap } from '../sql/gap';
import type { FilePath } from '../sql/source';
import { TOOLS } from '../tools/registry';

/** Where a configuration is looked for, in this order, in a folder and those above it. */
export const CONFIG_NAMES = [
  'pgfence.config.ts',
  'pgfence.config.json',
  'pgfence.config.yaml',
  'pgfence.config.yml',
] as const;

/** What a configuration is looked up in: a file that is there and cannot be read is not one that is missing. */
type Files = Pick<SourceTree, 'load'>;

/** The configuration of a folder of a tree; empty where there is none. Throws a UserError that names file and line. */
export async function loadConfigOf(tree: Files, folder: string, named: FilePath | null): Promise<Config> {
  const found = findConfig(tree, folder, named);
  return found === null ? {} : readConfig(found);
}

/** Where the configuration of a folder may be, nearest first. */
export function configPaths(folder: string): readonly FilePath[] {
  const here = CONFIG_NAMES.map((name) => (folder === '' ? name : `${folder}/${name}`) as FilePath);
  if (folder === '') return here;
  return [...here, ...configPaths(folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '')];
}

/**
 * The configuration that is named, else the nearest one; null where there is none. Throws a UserError where a named one is
 * missing, and where one that is there cannot be read: without it everything would be judged by other rules.
 */
export function findConfig(tree: Files, folder: string, named: FilePath | null): ConfigFile | null {
  for (const path of named === null ? configPaths(folder) : [named]) {
    const file = tree.load(path);
    if (!isGap(file)) return { path, text: file.text };
    if (named !== null || file.reason !== 'missing-file')
      throw new UserError(unread(path, file, 'configuration file'));
  }
  return null;
}

function unread(path: FilePath, { reason, detail }: Gap, what: string): string {
  return `${path}: ${reason === 'missing-file' ? `no such ${what}` : detail}`;
}

/** What a configuration says. Throws a UserError that names file and line. */
export async function readConfig({ path, text }: ConfigFile): Promise<Config> {
  const [document, { validate }] = await Promise.all([documentOf(path, text), import('../config/validate')]);
  return validate(document, { rules: knownRules(), tools: TOOLS.map((tool) => tool.name) });
}

/** The statistics that a configuration names, relative to itself; null where it names none. Throws a UserError. */
export function statisticsPath({ path }: ConfigFile, { statistics }: Config): FilePath | null {
  if (statistics === undefined) return null;
  const joined = posix.join(posix.dirname(path), statistics);
  if (joined.startsWith('../') || posix.isAbsolute(statistics))
    throw new UserError(`${path}: "statistics" is "${statistics}"; expected a file of the repository`);
  return joined as FilePath;
}

/** What a statistics file says. Throws a UserError where it is missing or wrong. */
export async function readStatistics(tree: Files, path: FilePath): Promise<Statistics> {
  const file = tree.load(path);
  if (isGap(file)) throw new UserError(unread(path, file, 'statistics file'));
  const { parseStatistics } = await import('../config/statistics');
  return parseStatistics(path, file.text);
}

function knownRules(): KnownNames['rules'] {
  return new Map(
    RULES.map(({ id, parameters = {} }) => {
      const known = Object.entries(parameters).map(([name, parameter]): [string, KnownParameter] => [
        name,
        { expects: PARAMETER_IN_WORDS[parameter.kind], fits: (value) => isFit(parameter, value) },
      ]);
      return [id, Object.fromEntries(known)];
    }),
  );
}

/** A configuration and where it stands. */
export interface ConfigFile {
  readonly path: FilePath;
  readonly text: string;
}

/** The readers are loaded when there is something to read. */
async function documentOf(path: string, text: string): Promise<ConfigDocument> {
  if (path.endsWith('.ts')) {
    const [{ typescriptDocument }, babel] = await Promise.all([
      import('../config/typescript-document'),
      import('@babel/parser'),
    ]);
    return typescriptDocument(path, text, babel);
  }
  const { yamlDocument } = await import('../config/yaml-document');
  return yamlDocument(path, text);
}
