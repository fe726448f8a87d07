import { CHANGELOG_PATH } from './liquibase/document';
import type { YamlLibrary } from './liquibase/yaml';

/** The library that reads YAML, loaded only if one of the files may be a changelog in it. */
export async function yamlFor(paths: Iterable<string>): Promise<YamlLibrary | undefined> {
  for (const path of paths) {
    if (/\.ya?ml$/i.test(path) && CHANGELOG_PATH.test(path)) return import('yaml');
  }
  return undefined;
}
