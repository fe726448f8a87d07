import type { FilePath } from '../sql/source';
import type { FolderSetting } from './configured-folders';
import { configuredFolders } from './configured-folders';
import { dialectOfScript } from './dialect';
import { nameOf, parentOf } from './folders';
import { orderOfName } from './order';
import { dialectOfScripts, packageOf } from './script-dialect';
import type { Claim, Tree } from './tool';

/** How the migrations of a tool are told from other scripts. */
export interface ScriptLayout {
  /** The path of a file that may be one. */
  readonly path: RegExp;
  /** What its text has in common with all others of the tool, besides a function `up`. */
  readonly text: RegExp;
  /** What only the migrations of another tool have. */
  readonly notText?: RegExp;
  readonly why: string;
  /** Where a configuration names the folder, which may be called anything then. */
  readonly folders?: FolderSetting;
  /**
   * What a configuration says of the databases for the scripts of a folder: a clause where none of them is PostgreSQL, null where one
   * is; undefined where it does not tell.
   */
  readonly otherDatabases?: (tree: Tree, folder: string) => string | null | undefined;
  readonly order?: (name: string, text: string) => readonly (string | number)[];
}

const SCRIPT = /\.(?:[mc]?[jt]s|[jt]sx)$/;
/** Declarations, tests, stories and what only lists the migrations. */
const NO_MIGRATION =
  /\.d\.[mc]?ts$|\.(?:test|spec|stories)\.\w+$|(?:^|\/)(?:__tests__|__mocks__|node_modules)\/|(?:^|\/)index\.\w+$/;
/** `up` by itself, or with the dialect: `this.upPostgres()`; what calls the `up` of a runner is no migration. */
const UP = /\bfunction\s+up\b|\bup\s*[:=]|(?<!\.)\bup\s*[(,}<]|\bup[A-Z]\w*\s*\(/;
const EXPORTS = /\bexports?\b/;
/** A function or type that is exported under another name: a script may have an `up` of its own that it runs itself. */
const OTHER_EXPORT =
  /\bexport\s+(?:declare\s+)?(?:(?:async\s+)?function\s*\*?\s*|(?:const|let|var)\s+(?=\w+\s*(?::[^=;]*)?=\s*(?:async\s*)?(?:\(|function\b|\w+\s*=>))|(?:interface|type|enum)\s+)(?!up(?![a-z0-9_]))\w+|\bexports\.(?!up(?![a-z0-9_]))\w+(?=\s*=\s*(?:async\s*)?(?:\(|function\b))/g;
/** A number in front, as all tools make it. */
const NUMBERED = /^[vV]?\d+[-_.]/;

interface Candidate {
  readonly path: FilePath;
  readonly text: string;
}

/**
 * The scripts of a tree that a tool would run: by the shape of their path and by what is in them. Where a folder holds such scripts,
 * numbered ones beside them that say nothing of the tool are run too.
 */
export function claimScripts(tree: Tree, layout: ScriptLayout): readonly Claim[] {
  const others: Claim[] = [];
  const certain: Candidate[] = [];
  const possible: Candidate[] = [];
  const named = layout.folders === undefined ? NONE : configuredFolders(tree, layout.folders);
  for (const path of tree.paths) {
    if (!SCRIPT.test(path) || NO_MIGRATION.test(path)) continue;
    if (!layout.path.test(path) && !named.has(parentOf(path))) continue;
    const dialect = dialectOfScript(path);
    if (dialect !== null) {
      others.push({ ...claimOf(path, '', layout), evidence: 1, excluded: `it is for ${dialect}` });
      continue;
    }
    const text = tree.read(path);
    if (text === null || !UP.test(text) || !exportsUp(text) || layout.notText?.test(text) === true) continue;
    if (layout.text.test(text)) certain.push({ path, text });
    else if (NUMBERED.test(nameOf(path))) possible.push({ path, text });
  }
  const folders = new Set(certain.map(({ path }) => parentOf(path)));
  const beside = possible.filter(({ path }) => folders.has(parentOf(path)));
  const claims = [
    ...certain.map(({ path, text }) => certainClaim(path, text, layout, named)),
    ...beside.map(({ path, text }) => besideClaim(path, text, layout)),
  ];
  return [...others, ...withDialects(tree, claims, [...certain, ...beside], layout)];
}

/** Whether something is exported that may be, or have, the function `up`. */
function exportsUp(text: string): boolean {
  return EXPORTS.test(text) && EXPORTS.test(text.replace(OTHER_EXPORT, ''));
}

const NONE: ReadonlySet<string> = new Set();

function certainClaim(path: FilePath, text: string, layout: ScriptLayout, named: ReadonlySet<string>): Claim {
  const claim = claimOf(path, text, layout);
  return named.has(parentOf(path))
    ? { ...claim, evidence: 3, why: `${layout.why}, which the configuration names` }
    : claim;
}

function besideClaim(path: FilePath, text: string, layout: ScriptLayout): Claim {
  return { ...claimOf(path, text, layout), evidence: 1, why: 'a numbered script with `up` among migrations' };
}

/** Says of scripts that they are for another database: by their configuration, else where nothing in those of the package is for PostgreSQL. */
function withDialects(
  tree: Tree,
  claims: readonly Claim[],
  candidates: readonly Candidate[],
  { otherDatabases }: ScriptLayout,
): readonly Claim[] {
  const packages = new Map<string, string[]>();
  const of = new Map(candidates.map(({ path }) => [path, packageOf(tree, parentOf(path))]));
  for (const { path, text } of candidates) {
    const manifest = of.get(path) ?? '';
    packages.set(manifest, [...(packages.get(manifest) ?? []), text]);
  }
  const dialects = new Map(
    [...packages].map(([manifest, texts]) => [
      manifest,
      dialectOfScripts(tree, manifest.endsWith('package.json') ? parentOf(manifest) : manifest, texts),
    ]),
  );
  return claims.map((claim) => {
    const said = otherDatabases?.(tree, parentOf(claim.path));
    if (said !== undefined) return said === null ? claim : { ...claim, excluded: said };
    const dialect = dialects.get(of.get(claim.path) ?? '') ?? null;
    return dialect === null ? claim : { ...claim, excluded: `it is written for ${dialect}` };
  });
}

function claimOf(path: FilePath, text: string, layout: ScriptLayout): Claim {
  const name = nameOf(path);
  return {
    path,
    sequence: parentOf(path),
    order: layout.order?.(name, text) ?? orderOfName(name),
    version: null,
    direction: 'both',
    evidence: 2,
    why: layout.why,
  };
}
