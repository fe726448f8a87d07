import { posix } from 'node:path';
import type { Statistics } from '../analysis/statistics';
import type { Config } from '../config/config';
import type { ConfigDocument } from '../config/config-document';
import { UserError } from '../config/user-error';
import type { KnownNames, KnownParameter } from '../config/validate';
import { isFit, PARAMETER_IN_WORDS } from '../rules/parameters';
import { RULES } from '../rules/registry.generated';
import type { FilePath } from '../sql/source';
import { TOOLS } from '../tools/registry';
import type { Tree } from '../tools/tool';

/** Where a configuration is looked for, in this order, in a folder and those above it. */
export const CONFIG_NAMES = [
  'pgfence.config.ts',
  'pgfence.config.json',
  'pgfence.config.yaml',
  'pgfence.config.yml',
] as const;

/** The configuration of a folder of a tree; empty where there is none. Throws a UserError that names file and line. */
export async function loadConfigOf(
  tree: Pick<Tree, 'read'>,
  folder: string,
  named: FilePath | null,
): Promise<Config> {
  const found = findConfig(tree, folder, named);
  return found === null ? {} : readConfig(found);
}

/** The configuration that is named, else the nearest one; null where there is none. Throws a UserError where a named one is missing. */
export function findConfig(
  tree: Pick<Tree, 'read'>,
  folder: string,
  named: FilePath | null,
): ConfigFile | null {
  return named === null ? nearest(tree, folder) : at(tree, named);
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
export async function readStatistics(tree: Pick<Tree, 'read'>, path: FilePath): Promise<Statistics> {
  const text = tree.read(path);
  if (text === null) throw new UserError(`${path}: no such statistics file`);
  const { parseStatistics } = await import('../config/statistics');
  return parseStatistics(path, text);
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

function at(tree: Pick<Tree, 'read'>, path: FilePath): ConfigFile {
  const text = tree.read(path);
  if (text === null) throw new UserError(`${path}: no such configuration file`);
  return { path, text };
}

function nearest(tree: Pick<Tree, 'read'>, folder: string): ConfigFile | null {
  for (
    let current = folder;
    ;
    current = current.includes('/') ? current.slice(0, current.lastIndexOf('/')) : ''
  ) {
    for (const name of CONFIG_NAMES) {
      const path = (current === '' ? name : `${current}/${name}`) as FilePath;
      const text = tree.read(path);
      if (text !== null) return { path, text };
    }
    if (current === '') return null;
  }
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
