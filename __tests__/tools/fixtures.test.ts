import * as babel from '@babel/parser';
import * as yaml from 'yaml';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverAll } from '../../src/changes/discover';
import { seenNotRead } from '../../src/changes/seen';
import { withoutFiles } from '../../src/changes/without-files';
import { createScripts } from '../../src/tools/script-readers';
import { isGap } from '../../src/sql/gap';
import { lineMap } from '../../src/sql/line-map';
import type { Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import { PLACEHOLDER } from '../../src/sql/placeholder';
import type { SourceFile } from '../../src/sql/source';
import { decodeSource, filePath } from '../../src/sql/source';
import { TOOLS } from '../../src/tools/registry';
import type { Direction, Tool, Tree } from '../../src/tools/tool';

/**
 * fixtures/migrations/<tool>/<case>/ holds a small repository in `input` and, in `expected.txt`, all that is read of it: the
 * migrations in their order, and of each what it sends with the lines that it comes from. `UPDATE=1` writes the expectation anew:
 * read it before it is committed.
 */
const root = join(__dirname, '../../fixtures/migrations');
const cases = readdirSync(root).flatMap((tool) =>
  readdirSync(join(root, tool), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, tool, entry.name, 'input')))
    .map((entry): [string, string] => [`${tool}/${entry.name}`, join(root, tool, entry.name)]),
);

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

test.each(cases)('%s', (_name, folder) => {
  const found = describeFolder(join(folder, 'input'));
  const file = join(folder, 'expected.txt');
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, found);
  expect(found).toBe(readFileSync(file, 'utf8'));
});

test('every tool has a case', () => {
  const tools = new Set(cases.map(([name]) => name.slice(0, name.indexOf('/'))));
  expect(TOOLS.map(({ name }) => name).filter((name) => !tools.has(name))).toEqual([]);
});

function describeFolder(folder: string): string {
  const tree = treeOf(folder);
  const { sequences, excluded } = discoverAll(tree, TOOLS);
  const lines: string[] = [];
  for (const { tool, sequence, migrations } of sequences) {
    lines.push(`# ${tool.name} in ${sequence === '' ? '.' : sequence}`, '');
    for (const { claim } of migrations) {
      const directions: readonly Direction[] =
        claim.direction === 'both' ? ['up', 'down'] : [claim.direction];
      for (const direction of directions)
        lines.push(...describeMigration(tool, claim.path, direction, tree), '');
    }
  }
  for (const { claim, why } of excluded) lines.push(`# not ${claim.path}: ${why}`);
  for (const { title, paths } of seenNotRead(tree, () => true))
    lines.push(`# seen, not read: ${title} ${paths.join(', ')}`);
  for (const { what, path, line } of withoutFiles(tree, () => true))
    lines.push(`# without migration files: ${what}, ${path} line ${line}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

function describeMigration(tool: Tool, path: string, direction: Direction, tree: Tree): readonly string[] {
  const file: SourceFile = { path: filePath(path), text: tree.read(filePath(path)) ?? '' };
  const javascript = createScripts(babel);
  const { fragments, gaps, transaction } = tool.extract(file, {
    direction,
    path: file.path,
    tree,
    transaction: null,
    javascript,
  });
  const place = (start: number, end: number, of: string): string => {
    const map = lineMap(of === file.path ? file.text : (tree.read(filePath(of)) ?? ''));
    const { line, endLine } = map.place(start, end);
    const lines = line === endLine ? `${line}` : `${line}-${endLine}`;
    return of === file.path ? lines : `${of}:${lines}`;
  };
  const parsed = fragments.flatMap((fragment) => {
    const condition = fragment.condition === undefined ? '' : `, if ${fragment.condition}`;
    const call = fragment.transaction === transaction ? '' : `, ${fragment.transaction}`;
    const by = fragment.connection === undefined ? '' : `, connection ${fragment.connection}`;
    return parser
      .parse(fragment)
      .map((item) =>
        isGap(item)
          ? `-- line ${place(item.at.start, item.at.end, item.at.file)}: gap, ${item.reason}: ${item.detail}`
          : `-- line ${place(item.at.start, item.at.end, item.at.file)}${call}${by}${condition}\n${item.text.replaceAll(PLACEHOLDER, '‹?›')};`,
      );
  });
  const unread = gaps.map(
    ({ at, reason, detail }) => `-- line ${place(at.start, at.end, at.file)}: gap, ${reason}: ${detail}`,
  );
  return [`## ${path} (${direction}, transaction: ${transaction})`, ...parsed, ...unread];
}

function treeOf(folder: string): Tree {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => filePath(join(entry.parentPath, entry.name).slice(folder.length + 1)))
    .sort();
  return {
    paths,
    yaml,
    read(path) {
      if (!paths.includes(path)) return null;
      const source = decodeSource(path, readFileSync(join(folder, path)));
      return isGap(source) ? null : source.text;
    },
  };
}
