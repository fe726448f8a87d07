import * as babel from '@babel/parser';
import * as yaml from 'yaml';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createScripts } from '../src/tools/script-readers';
import { isGap } from '../src/sql/gap';
import type { Gap } from '../src/sql/gap';
import { loadParser } from '../src/sql/parse';
import { isPlaceholder } from '../src/sql/placeholder';
import { isInPlace } from './coverage/in-place';
import type { FilePath } from '../src/sql/source';
import { decodeSource, filePath } from '../src/sql/source';
import { discover } from '../src/changes/discover';
import { TOOLS } from '../src/tools/registry';
import type { Tree } from '../src/tools/tool';

/**
 * Tells of the migrations in a folder, tool by tool: how many files were read completely, how many have gaps or parts that only
 * the run tells, which gave neither a statement nor a gap, and how many statements are not found where they are said to stand. `--gaps` lists the gaps, `--sql FILE` what a file sends.
 * A file that gave nothing although its text, without comments, speaks of the schema fails the run.
 */
interface Count {
  files: number;
  complete: number;
  placeholders: number;
  conditional: number;
  statements: number;
  misplaced: number;
  readonly gaps: Map<string, readonly Gap[]>;
  readonly silent: string[];
  readonly missed: string[];
}

const SCHEMA =
  /\b(?:alter|create|drop)\s+(?:table|index|unique|type|view|materialized|function|trigger|sequence|schema|extension|policy)\b|\b(?:addColumn|removeColumn|createTable|alterTable|dropTable|addIndex|createIndex|raw|query|runSql|addSql)\s*[(`]/i;

function speaksOfSchema(text: string): boolean {
  return SCHEMA.test(text.replace(/\/\*[^]*?\*\//g, ' ').replace(/^\s*(?:\/\/|--).*$/gm, ' '));
}

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? '.');
  const parser = await loadParser();
  const tree = treeOf(folder);
  const javascript = createScripts(babel);
  const counts = new Map<string, Count>();
  const only = args.includes('--sql') ? args.at(-1) : undefined;
  const direction = args.includes('--down') ? 'down' : 'up';
  const other = direction === 'up' ? 'down' : 'up';
  for (const { tool, migrations } of discover(tree, TOOLS)) {
    for (const { claim } of migrations) {
      const text = tree.read(claim.path);
      if (text === null || (only !== undefined && !claim.path.endsWith(only))) continue;
      const source = { path: claim.path, text };
      const context = { direction, path: claim.path, tree, transaction: null, javascript } as const;
      const { fragments, gaps } = tool.extract(source, context);
      const count = counts.get(tool.name) ?? newCount();
      counts.set(tool.name, count);
      const parsed = fragments.flatMap((fragment) => parser.parse(fragment));
      const all = [...gaps, ...parsed.filter((one) => isGap(one))];
      count.files += 1;
      count.statements += parsed.length;
      count.misplaced += parsed.filter((item) => !isGap(item) && !isInPlace(item, tree)).length;
      if (all.length === 0) count.complete += 1;
      else count.gaps.set(claim.path, all);
      if (fragments.some(({ sql }) => isPlaceholder(sql))) count.placeholders += 1;
      if (fragments.some(({ branches }) => branches !== undefined)) count.conditional += 1;
      if (parsed.length === 0 && all.length === 0) {
        count.silent.push(claim.path);
        const back =
          claim.direction === 'both' ? tool.extract(source, { ...context, direction: other }) : null;
        const goesOtherWay = back !== null && back.fragments.length + back.gaps.length > 0;
        if (!goesOtherWay && speaksOfSchema(text)) count.missed.push(claim.path);
      }
      if (only !== undefined) {
        for (const { sql, condition, transaction } of fragments) {
          console.log(`-- ${transaction}${condition === undefined ? '' : ` if ${condition}`}\n${sql};`);
        }
      }
    }
  }
  for (const [name, count] of counts) print(name, count, args.includes('--gaps'));
}

function newCount(): Count {
  return {
    files: 0,
    complete: 0,
    placeholders: 0,
    conditional: 0,
    statements: 0,
    misplaced: 0,
    gaps: new Map(),
    silent: [],
    missed: [],
  };
}

function print(name: string, count: Count, listsGaps: boolean): void {
  const share = ((100 * count.complete) / count.files).toFixed(1);
  console.log(
    `${name}: ${count.files} files, ${count.statements} statements, ${count.complete} read completely (${share} %), ` +
      `${count.gaps.size} with gaps, ${count.placeholders} with placeholders, ${count.conditional} with conditions, ${count.silent.length} silent, ${count.misplaced} misplaced`,
  );
  for (const path of count.silent) console.log(`  silent: ${path}`);
  for (const path of count.missed) console.log(`  silent, and speaks of the schema: ${path}`);
  if (count.missed.length > 0) process.exitCode = 1;
  if (!listsGaps) return;
  for (const [path, gaps] of count.gaps) {
    console.log(`  ${path}`);
    for (const gap of gaps)
      console.log(`    ${gap.at.file}:${gap.at.start} ${gap.reason}: ${gap.detail.slice(0, 160)}`);
  }
}

function treeOf(folder: string): Tree {
  const texts = new Map<FilePath, string | null>();
  const paths = files(folder).map((path) => filePath(relative(folder, path)));
  const known = new Set(paths);
  return {
    paths: paths.sort(),
    yaml,
    read(path) {
      const kept = texts.get(path);
      if (kept !== undefined) return kept;
      const source = known.has(path) ? decodeSource(path, readFileSync(join(folder, path))) : undefined;
      const text = source === undefined || isGap(source) ? null : source.text;
      texts.set(path, text);
      return text;
    },
  };
}

function files(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === '.git') return [];
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? [] : found.isDirectory() ? files(path) : [path];
  });
}
