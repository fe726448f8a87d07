import type { FilePath } from '../sql/source';
import { orderOfName } from './order';
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
  readonly order?: (name: string, text: string) => readonly (string | number)[];
}

const SCRIPT = /\.(?:[mc]?[jt]s|[jt]sx)$/;
/** Declarations, tests, stories and what only lists the migrations. */
const NO_MIGRATION =
  /\.d\.[mc]?ts$|\.(?:test|spec|stories)\.\w+$|(?:^|\/)(?:__tests__|__mocks__|node_modules)\/|(?:^|\/)index\.\w+$/;
/** `up` by itself, or with the dialect: `this.upPostgres()`. */
const UP = /\bfunction\s+up\b|\bup\s*[(:=,}<]|\bup[A-Z]\w*\s*\(/;
const OTHER_DIALECT =
  /(?:^|[/._-])(?:mysql2?|mariadb|sqlite3?|better-sqlite3?|mssql|sqlserver|oracle|cockroach(?:db)?|mongo(?:db)?)(?=[/._-]|$)/i;

/** The scripts of a tree that a tool would run: by the shape of their path and by what is in them. */
export function claimScripts(tree: Tree, layout: ScriptLayout): readonly Claim[] {
  return tree.paths.flatMap((path): readonly Claim[] => {
    if (!SCRIPT.test(path) || NO_MIGRATION.test(path) || !layout.path.test(path) || OTHER_DIALECT.test(path))
      return [];
    const text = tree.read(path);
    if (text === null || !UP.test(text) || !layout.text.test(text) || layout.notText?.test(text) === true)
      return [];
    return [claimOf(path, text, layout)];
  });
}

function claimOf(path: FilePath, text: string, layout: ScriptLayout): Claim {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    path,
    sequence: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
    order: layout.order?.(name, text) ?? orderOfName(name),
    version: null,
    direction: 'both',
    evidence: 2,
    why: layout.why,
  };
}
