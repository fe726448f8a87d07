import { lineMap } from '../sql/line-map';
import type { FilePath } from '../sql/source';
import type { Tree } from '../tools/tool';
import { excludedByPath } from './exclusion';

/** A place of scripts or configuration that changes the database past the migrations. */
export interface WithoutFiles {
  /** As it is written: `drizzle-kit push`. */
  readonly what: string;
  readonly path: FilePath;
  /** One-based. */
  readonly line: number;
}

interface Way {
  readonly what: string;
  readonly text: RegExp;
  /** What else has to stand in the text. */
  readonly also?: RegExp;
}

/** Commands, as scripts of packages, shells, containers and workflows write them. */
const COMMANDS: readonly Way[] = [
  { what: 'drizzle-kit push', text: /\bdrizzle-kit(?:@[\w.^~-]+)?\s+push\b/ },
  { what: 'prisma db push', text: /\bprisma(?:@[\w.^~-]+)?\s+db\s+push\b/ },
  { what: 'prisma db execute', text: /\bprisma(?:@[\w.^~-]+)?\s+db\s+execute\b/ },
  { what: 'typeorm schema:sync', text: /\btypeorm(?:-ts-node-\w+)?\b[^\n"]*\bschema:sync\b/ },
  { what: 'mikro-orm schema:update', text: /\bmikro-orm(?:-esm)?\s+schema:update\b[^\n"]*--run\b/ },
];

/** Code and configuration. */
const CODE: readonly Way[] = [
  {
    what: 'synchronize: true',
    text: /(?:["']synchronize["']|(?<!["'`\w])synchronize)\s*:\s*true\b/,
    also: /\btypeorm\b|\bDataSource\b|\bTypeOrm\w*|["']?\bentities["']?\s*:/i,
  },
  {
    what: 'sync()',
    text: /\b(?:sequelize|db\.sequelize|models\.sequelize|connection)\.sync\s*\(/i,
    also: /\bsequelize\b/i,
  },
  { what: 'updateSchema()', text: /\.updateSchema\s*\(/, also: /mikro-?orm/i },
];

const SHELL =
  /(?:^|\/)(?:package\.json|Makefile|Justfile|justfile|Taskfile\.ya?ml|Procfile|Dockerfile[\w.-]*|(?:docker-)?compose[\w.-]*\.ya?ml|[\w.-]+\.sh|fly\.toml|railway\.(?:json|toml)|render\.yaml|vercel\.json)$|(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;
const SCRIPT = /\.(?:[mc]?[jt]s|tsx)$|(?:^|\/)ormconfig(?:\.\w+)?\.(?:json|ya?ml)$/;
const MOST = 256 * 1024;

/** The places of a tree that change the database without migration files, each way once a file. Comments do not count. */
export function withoutFiles(tree: Tree, asks: (path: FilePath) => boolean): readonly WithoutFiles[] {
  return tree.paths.flatMap((path) => {
    const ways = SHELL.test(path) ? COMMANDS : SCRIPT.test(path) && !path.endsWith('.d.ts') ? CODE : [];
    if (ways.length === 0 || !asks(path) || excludedByPath(path) !== null) return [];
    const text = tree.read(path);
    if (text === null || text.length > MOST) return [];
    return ways.flatMap(({ what, text: pattern, also }) => {
      if (also?.test(text) === false) return [];
      const match = outsideComments(text, pattern);
      return match === undefined ? [] : [{ what, path, line: lineMap(text).place(match, match).line }];
    });
  });
}

/** Where a pattern first stands in a line that does not begin as a comment, and not behind `//`. */
function outsideComments(text: string, pattern: RegExp): number | undefined {
  for (const { index } of text.matchAll(new RegExp(pattern, `g${pattern.flags}`))) {
    const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (!/^\s*(?:#|\*|\/\*)|(?:^|[^:])\/\//.test(before)) return index;
  }
  return undefined;
}
