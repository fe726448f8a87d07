import { isSqlFile } from '../../sql/sql-file';
import type { FilePath } from '../../sql/source';
import { foldersOf, joinPath, nameOf, parentOf, resolvePath, upwards } from '../folders';
import type { Direction, Tree } from '../tool';
import { otherDatabases } from './dbms';
import { CHANGELOG_PATH, changelogAt, DOCUMENT } from './document';
import type { Element } from './element';

/** A file of SQL in the place where a changelog runs it. */
export interface PlannedFile {
  readonly path: FilePath;
  /** `include`: a changelog of its own · `sql-file`: what a change of a change set sends. */
  readonly by: 'include' | 'sql-file';
  readonly direction: Direction;
  readonly inTransaction: boolean;
  /** What `endDelimiter` says; null for semicolons. */
  readonly delimiter: string | null;
  /** The databases that `dbms` names, PostgreSQL not among them; null where it runs on PostgreSQL. */
  readonly otherDatabases: string | null;
}

/** A changelog that no other one includes, with all that it runs in its order. */
export interface ChangelogPlan {
  readonly root: FilePath;
  readonly files: readonly PlannedFile[];
  /** All that it includes was found. */
  readonly complete: boolean;
}

/** The changelogs of a tree. Made once for it. */
export function changelogPlans(tree: Tree): readonly ChangelogPlan[] {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const roots = tree.paths
    .filter((path) => CHANGELOG_PATH.test(path) && changelogAt(tree, path) !== null)
    .sort((a, b) => Number(isOfTests(a)) - Number(isOfTests(b)));
  const included = new Set<FilePath>();
  const walks = roots.map((root) => walk(tree, root));
  for (const { documents, plan } of walks)
    for (const path of documents)
      if (path !== plan.root && (isOfTests(path) || !isOfTests(plan.root))) included.add(path);
  const plans = walks
    .map(({ plan }) => plan)
    .filter(({ root, files }) => !included.has(root) && files.length > 0);
  made.set(tree, plans);
  return plans;
}

/** What tests include is run by others, too. */
function isOfTests(path: FilePath): boolean {
  return /(?:^|\/)tests?\//i.test(path);
}

const made = new WeakMap<Tree, readonly ChangelogPlan[]>();

interface Walk {
  readonly plan: ChangelogPlan;
  /** The changelogs that were read. */
  readonly documents: ReadonlySet<FilePath>;
}

function walk(tree: Tree, root: FilePath): Walk {
  const files: PlannedFile[] = [];
  const documents = new Set<FilePath>();
  let complete = true;
  const missing = (): void => {
    complete = false;
  };
  const readFile = (path: FilePath): void => {
    if (isSqlFile(path)) {
      files.push({
        path,
        by: 'include',
        direction: 'up',
        inTransaction: true,
        delimiter: null,
        otherDatabases: null,
      });
      return;
    }
    if (documents.has(path) || !DOCUMENT.test(path)) return;
    documents.add(path);
    for (const element of changelogAt(tree, path)?.children ?? []) readElement(path, element);
  };
  const readElement = (from: FilePath, element: Element): void => {
    switch (element.name) {
      case 'include': {
        const path = fileOf(tree, from, element, 'file');
        if (path === undefined) missing();
        else readFile(path);
        return;
      }
      case 'includeAll': {
        const found = filesBelow(tree, from, element);
        if (found === undefined) missing();
        else found.filter((path) => path !== from).forEach(readFile);
        return;
      }
      case 'changeSet':
        files.push(...sqlFilesOf(tree, from, element, missing));
        return;
    }
  };
  readFile(root);
  return { plan: { root, files, complete }, documents };
}

/** The file that an attribute names: beside the changelog, or below a folder above it that is searched. */
function fileOf(tree: Tree, from: FilePath, { attributes }: Element, key: string): FilePath | undefined {
  const name = attributes.get(key);
  if (name === undefined) return undefined;
  return placesOf(from, name, attributes)
    .map((path) => joinPath('', path))
    .find((path) => foldersOf(tree).get(parentOf(path))?.files.includes(nameOf(path)) === true);
}

function placesOf(from: FilePath, name: string, attributes: Element['attributes']): readonly string[] {
  const plain = name.replace(/^(?:classpath\*?|filesystem|file):/, '').replace(/^\/+/, '');
  const folder = parentOf(from);
  if (attributes.get('relativeToChangelogFile') === 'true') return [resolvePath(folder, plain)];
  return upwards(folder).flatMap((above) => [
    resolvePath(above, plain),
    resolvePath(above, `src/main/resources/${plain}`),
  ]);
}

/** What `includeAll` takes, in the order of the paths; undefined where there is no such folder, or code decides. */
function filesBelow(tree: Tree, from: FilePath, { attributes }: Element): readonly FilePath[] | undefined {
  const name = attributes.get('path');
  if (name === undefined || attributes.has('filter') || attributes.has('resourceComparator'))
    return undefined;
  const home = placesOf(from, name, attributes).find((path) => foldersOf(tree).has(path));
  if (home === undefined) return undefined;
  const [least, most] = [attributes.get('minDepth'), attributes.get('maxDepth')].map((depth) =>
    Number(depth ?? Number.NaN),
  );
  const ending = attributes.get('endsWithFilter')?.toLowerCase() ?? '';
  const prefix = home === '' ? '' : `${home}/`;
  return tree.paths.filter((path) => {
    if (!path.startsWith(prefix) || !(isSqlFile(path) || DOCUMENT.test(path))) return false;
    const depth = path.slice(prefix.length).split('/').length;
    const isTooHigh = least !== undefined && depth < least;
    const isTooDeep = most !== undefined && depth > most;
    return !isTooHigh && !isTooDeep && path.toLowerCase().endsWith(ending);
  });
}

/** The files that the changes of a change set send, and those of its way back. */
function sqlFilesOf(
  tree: Tree,
  from: FilePath,
  changeSet: Element,
  missing: () => void,
): readonly PlannedFile[] {
  const find = (element: Element, direction: Direction): readonly PlannedFile[] => {
    if (element.name !== 'sqlFile') {
      const inner = element.name === 'rollback' ? 'down' : direction;
      return element.name === 'preConditions' ? [] : element.children.flatMap((child) => find(child, inner));
    }
    const path = fileOf(tree, from, element, 'path');
    if (path === undefined) {
      missing();
      return [];
    }
    const delimiter = element.attributes.get('endDelimiter') ?? null;
    return [
      {
        path,
        by: 'sql-file',
        direction,
        inTransaction: changeSet.attributes.get('runInTransaction') !== 'false',
        delimiter,
        otherDatabases:
          otherDatabases(changeSet.attributes.get('dbms')) ?? otherDatabases(element.attributes.get('dbms')),
      },
    ];
  };
  return find(changeSet, 'up');
}
