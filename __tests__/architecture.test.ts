import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import manifest from '../package.json';

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** What a room of src/ may import: other rooms, and rooms of which it may import types alone. */
interface Room {
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
}

const core = ['rules', 'findings', 'analysis', 'sql', 'postgres'];
const side = ['tools', 'javascript', 'changes', 'extract', 'config', 'database', 'report', 'github'];
const everything: Room = { rooms: ['engine', 'review', ...core, ...side, '../package.json'] };
const ROOMS: ReadonlyMap<string, Room> = new Map([
  ['engine', { rooms: [] }],
  ['postgres', { rooms: [] }],
  ['sql', { rooms: ['postgres'] }],
  ['analysis', { rooms: ['sql', 'postgres'] }],
  ['findings', { rooms: ['analysis', 'sql', 'postgres'] }],
  ['rules', { rooms: ['findings', 'analysis', 'sql', 'postgres'] }],
  ['javascript', { rooms: ['sql'] }],
  ['tools', { rooms: ['javascript', 'sql', 'postgres'], types: ['findings'] }],
  ['changes', { rooms: ['tools', 'sql'] }],
  ['extract', { rooms: ['tools', 'javascript', 'sql'] }],
  ['config', { rooms: ['javascript', 'sql'], types: ['rules', 'findings'] }],
  ['database', { rooms: ['findings', 'analysis', 'sql', 'postgres'] }],
  ['report', { rooms: ['findings', 'sql', 'postgres'], types: ['analysis'] }],
  ['github', { rooms: [], types: ['findings', 'sql'] }],
  ['review', { rooms: [...core, 'tools', 'javascript', 'changes', 'extract', 'config'] }],
  ['action', { rooms: [...everything.rooms, 'cli'] }],
  ['cli', everything],
  ['index', everything],
]);
const PURE = ['postgres', 'analysis', 'rules'];
const IMPURE_GLOBALS = new Set([
  'process',
  'console',
  'Date',
  'performance',
  'crypto',
  'setTimeout',
  'fetch',
]);
const GITHUB_ROOMS = ['github', 'action'];

test('every import goes in the direction of the architecture', () => {
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.flatMap(({ path, text }) => violations(path, text))).toEqual([]);
});

test('the checks can fail', () => {
  const found = [
    ...violations('postgres/name.ts', `import { readFileSync } from 'node:fs';\nconsole.log(Math.random());`),
    ...violations(
      'sql/lower/index.ts',
      `export * from '../../analysis/step'; const a = await import('libpg-query');`,
    ),
    ...violations(
      'report/sarif.ts',
      `import type { A } from '../findings/a'; import { type B } from '../analysis/b';`,
    ),
    ...violations('rules/table/drop-table.ts', `import { other } from '../column/other';`),
    ...violations('config/load.ts', `import { Octokit } from '@octokit/rest';`),
    ...violations('helpers/text.ts', ''),
  ];
  expect(found).toEqual([
    'postgres/name.ts imports the package node:fs',
    'postgres/name.ts uses console',
    'postgres/name.ts uses Math.random',
    'sql/lower/index.ts imports ../../analysis/step',
    'sql/lower/index.ts imports the package libpg-query',
    'report/sarif.ts imports more than types of ../analysis/b',
    'rules/table/drop-table.ts imports another rule: ../column/other',
    'config/load.ts imports the package @octokit/rest',
    'helpers/text.ts is in no room of the architecture',
  ]);
});

test('the published package has no dependencies', () => {
  const kinds = ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundledDependencies'];
  expect(kinds.filter((kind) => kind in manifest)).toEqual([]);
});

const src = join(__dirname, '../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(src, path), 'utf8') }));

function violations(path: string, text: string): readonly string[] {
  const tree = ts.createSourceFile(path, text, {
    languageVersion: ts.ScriptTarget.ES2022,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  const name = roomOf(path);
  const room = ROOMS.get(name);
  if (room === undefined) return [`${path} is in no room of the architecture`];
  const imports = importsOf(path, tree).flatMap((imported) => judge(name, room, imported));
  return PURE.includes(name)
    ? [...imports, ...impureNames(tree).map((used) => `${path} uses ${used}`)]
    : imports;
}

function judge(name: string, room: Room, { from, specifier, typeOnly }: Import): readonly string[] {
  if (!specifier.startsWith('.')) {
    return packageAllowed(name, from, specifier) ? [] : [`${from} imports the package ${specifier}`];
  }
  const path = posix.join(posix.dirname(from), specifier);
  const target = roomOf(path);
  if (target === name) return isOtherRule(from, path) ? [`${from} imports another rule: ${specifier}`] : [];
  if (room.rooms.includes(target)) return [];
  if (room.types?.includes(target) !== true) return [`${from} imports ${specifier}`];
  return typeOnly ? [] : [`${from} imports more than types of ${specifier}`];
}

function packageAllowed(name: string, from: string, specifier: string): boolean {
  if (PURE.includes(name)) return false;
  if (/^libpg-query(\/|$)/.test(specifier)) return from.startsWith('sql/parse');
  if (/^@(actions|octokit)\//.test(specifier)) return GITHUB_ROOMS.includes(name);
  return true;
}

/** A rule is rules/<group>/<id>.ts; `<id>.prose.ts` and the like belong to it, files in rules/ and rules/repairs/ to all. */
function isOtherRule(from: string, path: string): boolean {
  const rule = (file: string): string => file.replace(/(\.[a-z]+)*$/, '');
  const isRule = (file: string): boolean => /^rules\/(?!repairs\/)[^/]+\//.test(file);
  return isRule(path) && /^rules\/[^/]+\//.test(from) && rule(from) !== rule(path);
}

function roomOf(path: string): string {
  if (path === '../package.json') return path;
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

function importsOf(from: string, tree: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ from, specifier: node.moduleSpecifier.text, typeOnly });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ from, specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      found.push({
        from,
        specifier: target && ts.isStringLiteral(target) ? target.text : '?',
        typeOnly: false,
      });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push({ from, specifier: node.argument.literal.getText(tree).slice(1, -1), typeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function impureNames(tree: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, parent: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'random') {
      if (node.getText(tree) === 'Math.random') found.push('Math.random');
    } else if (ts.isIdentifier(node) && IMPURE_GLOBALS.has(node.text)) {
      const isName = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
      const isClock = parent.getText(tree) !== 'Date.UTC';
      if (!isName && !isKey && isClock) found.push(node.text);
    }
    visitChildren(node);
  };
  const visitChildren = (parent: ts.Node): void => {
    ts.forEachChild(parent, (node) => {
      visit(node, parent);
    });
  };
  visitChildren(tree);
  return found;
}
