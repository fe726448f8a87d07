import * as babel from '@babel/parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discover } from '../../src/changes/discover';
import { isGap } from '../../src/sql/gap';
import { lineMap } from '../../src/sql/line-map';
import type { Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import type { FilePath } from '../../src/sql/source';
import { filePath } from '../../src/sql/source';
import { TOOLS } from '../../src/tools/registry';
import { createScripts } from '../../src/tools/script-readers';
import type { Tree } from '../../src/tools/tool';

/** The fixtures, as they are and rewritten: a statement stands in the same lines whatever the line ends and whatever stands above it. */
const root = join(__dirname, '../../fixtures/migrations');
const files = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('/input'))
    .map((entry): [FilePath, string] => {
      const path = join(entry.parentPath, entry.name);
      return [filePath(path.slice(root.length + 1)), readFileSync(path, 'utf8')];
    }),
);

let parser: Parser;
let plain: readonly string[];
beforeAll(async () => {
  parser = await loadParser();
  plain = placesOf((_path, text) => text);
});

test('the fixtures hold statements of scripts and of SQL files', () => {
  expect(plain.filter((place) => /\.sql:/.test(place)).length).toBeGreaterThan(100);
  expect(plain.filter((place) => /\.[jt]s:/.test(place)).length).toBeGreaterThan(100);
});

test('line ends of Windows change no line', () => {
  expect(placesOf((_path, text) => text.replaceAll('\n', '\r\n'))).toEqual(plain);
});

test('a comment of wide characters above a script moves its statements by one line', () => {
  const moved = placesOf((path, text) => (isScript(path) ? `// größer 🐘🐘\n${text}` : text), 1);
  expect(moved).toEqual(plain);
});

function isScript(path: string): boolean {
  return /migrations\/[^/]+\.[mc]?[jt]s$/.test(path);
}

/** Each statement with the lines that it is said to stand in; scripts may have been moved down by some. */
function placesOf(rewrite: (path: string, text: string) => string, moved = 0): readonly string[] {
  const texts = new Map([...files].map(([path, text]) => [path, rewrite(path, text)]));
  const tree: Tree = { paths: [...texts.keys()].sort(), read: (path) => texts.get(path) ?? null };
  const javascript = createScripts(babel);
  const lines = new Map<string, ReturnType<typeof lineMap>>();
  const lineOf = (path: FilePath, start: number, end: number): string => {
    const map = lines.get(path) ?? lineMap(texts.get(path) ?? '');
    lines.set(path, map);
    const { line, endLine } = map.place(start, end);
    const by = isScript(path) ? moved : 0;
    return `${line - by}-${endLine - by}`;
  };
  const found: string[] = [];
  for (const { tool, migrations } of discover(tree, TOOLS)) {
    for (const { claim } of migrations) {
      const source = { path: claim.path, text: texts.get(claim.path) ?? '' };
      const context = { direction: 'up', path: claim.path, tree, transaction: null, javascript } as const;
      for (const item of tool.extract(source, context).fragments.flatMap((each) => parser.parse(each))) {
        const { file, start, end } = item.at;
        const text = isGap(item) ? item.reason : item.text.replaceAll('\r\n', '\n');
        found.push(`${file}:${lineOf(file, start, end)} ${text}`);
      }
    }
  }
  return found;
}
