import { readJson } from '../../javascript/json-file';
import type { FilePath } from '../../sql/source';
import type { Tree } from '../tool';
import { otherDatabases } from './dbms';
import type { Element } from './element';
import { elementOf } from './element';
import { readXml } from './xml';
import { readYaml } from './yaml';

/** Paths that changelogs have. */
export const CHANGELOG_PATH =
  /(?:^|\/)(?:[^/]*change[-_]?log[^/]*|(?:[^/]*(?:change[-_]?(?:log|set)s?|liquibase)[^/]*\/)(?:[^/]+\/)*[^/]+)\.(?:xml|ya?ml|json)$/i;
/** The formats of changelogs that are no SQL. */
export const DOCUMENT = /\.(?:xml|ya?ml|json)$/i;

/** The elements of a changelog; null where the file is none. Read once for a tree: several changelogs may include one. */
export function changelogAt(tree: Tree, path: FilePath): Element | null {
  const known = read.get(tree) ?? new Map<FilePath, Element | null>();
  read.set(tree, known);
  const kept = known.get(path);
  if (kept !== undefined) return kept;
  const changelog = readChangelog(tree, path);
  known.set(path, changelog);
  return changelog;
}

const read = new WeakMap<Tree, Map<FilePath, Element | null>>();

function readChangelog(tree: Tree, path: FilePath): Element | null {
  const text = tree.read(path);
  if (text === null || !/\bdatabaseChangeLog\b/.test(text)) return null;
  const document = /\.xml$/i.test(path)
    ? readXml(text)
    : elementOf('', /\.json$/i.test(path) ? readJson(text) : yamlOf(tree, text));
  return document.children.find(({ name }) => name === 'databaseChangeLog') ?? null;
}

/** The values of a changelog in YAML. One that cannot be read counts as one with changes of its own. */
function yamlOf({ yaml }: Tree, text: string): unknown {
  const value = yaml === undefined ? undefined : readYaml(yaml, text);
  return value ?? { databaseChangeLog: [{ changeSet: { changes: { unread: true } } }] };
}

/** What changes nothing, is the way back, or is read as a file of its own. */
const READ: ReadonlySet<string> = new Set([
  'sqlFile',
  'rollback',
  'preConditions',
  'comment',
  'validCheckSum',
  'tagDatabase',
  'output',
  'empty',
  'stop',
  'modifySql',
]);

/** Whether a changelog has change sets for PostgreSQL whose changes stand in the changelog itself. */
export function hasOwnChanges({ children }: Element): boolean {
  return children.some(({ name, attributes, children: changes }) => {
    if (name !== 'changeSet' || otherDatabases(attributes.get('dbms')) !== null) return false;
    return changes.some((change) =>
      change.name === 'changes'
        ? change.attributes.size > 0 || change.children.some((inner) => !READ.has(inner.name))
        : !READ.has(change.name),
    );
  });
}
