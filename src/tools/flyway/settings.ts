import { foldersOf, joinPath, resolvePath, upwards } from '../folders';
import type { Tree } from '../tool';

/** What a project says of Flyway's scripts. */
export interface FlywaySettings {
  /** What the names of versioned scripts begin with. */
  readonly prefix: string;
  /** The folders of one run, as far as they stand there in so many words and are in the tree. */
  readonly locations: readonly string[];
}

const FILES =
  /^(?:flyway(?:[-.]\w+)*\.(?:conf|toml|properties)|pom\.xml|build\.(?:gradle(?:\.kts)?|sbt)|application(?:-\w+)?\.(?:ya?ml|properties))$/;
const PREFIX = /\bsql-?migration-?prefix["']?(?:\s*[:=]|>)\s*["']?(\w+)/i;
const LOCATION = /(?:filesystem|classpath):[^\s,"'\])<]+/;
/** `locations = filesystem:a,filesystem:b`, a list in brackets, elements of XML, or lines of YAML. */
const LOCATIONS = new RegExp(
  `\\blocations["']?(?:\\s*[:=]|>)(?:\\s*(?:\\[|arrayOf\\(|listOf\\())?((?:[\\s,"'-]*(?:<location>)?${LOCATION.source}["']?(?:</location>)?)+)`,
  'g',
);

/** The settings of the nearest file that has some; files of one folder count together. */
export function flywaySettings(tree: Tree, folder: string): FlywaySettings {
  const folders = foldersOf(tree);
  for (const path of upwards(folder)) {
    const texts = (folders.get(path)?.files ?? [])
      .filter((name) => FILES.test(name))
      .map((name) => tree.read(joinPath(path, name)) ?? '')
      .filter((text) => /flyway/i.test(text));
    if (texts.length === 0) continue;
    const prefix = texts.map((text) => PREFIX.exec(text)?.[1]).find((found) => found !== undefined);
    const locations = texts.map((text) => locationsIn(tree, path, text)).find(({ length }) => length > 0);
    if (prefix !== undefined || locations !== undefined)
      return { prefix: prefix ?? 'V', locations: locations ?? [] };
  }
  return { prefix: 'V', locations: [] };
}

/** The folders of the first setting that names some of the tree. What is on the class path stands in a folder of resources. */
function locationsIn(tree: Tree, folder: string, text: string): readonly string[] {
  const folders = foldersOf(tree);
  for (const [, list = ''] of text.matchAll(LOCATIONS)) {
    const found = [...list.matchAll(new RegExp(LOCATION, 'g'))].flatMap(([location]) => {
      const name = location.slice(location.indexOf(':') + 1).replace(/^\/|\/?(?:\*.*)?$/g, '');
      const from = location.startsWith('filesystem:')
        ? [name]
        : [`src/main/resources/${name}`, `resources/${name}`, name];
      return from.map((path) => resolvePath(folder, path)).find((path) => folders.has(path)) ?? [];
    });
    if (found.length > 0) return found;
  }
  return [];
}
