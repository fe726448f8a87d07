import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { verbatimFragment } from '../src/sql/fragment';
import type { Gap } from '../src/sql/gap';
import { isGap } from '../src/sql/gap';
import { loadParser } from '../src/sql/parse';
import type { Parser } from '../src/sql/parse';
import { decodeSource, filePath } from '../src/sql/source';
import type { SourceFile } from '../src/sql/source';

// Reads every .sql file of a folder that holds one repository in each subfolder, and prints what could be read of them.
// Usage: node --require ./scripts/typescript.js scripts/corpus-check.ts FOLDER [--gaps]

interface Tally {
  files: number;
  statements: number;
  milliseconds: number;
  readonly gaps: Map<string, number>;
}

void main(process.argv[2], process.argv.includes('--gaps'));

async function main(folder: string | undefined, printGaps: boolean): Promise<void> {
  if (folder === undefined) throw new Error('Say which folder to read');
  const parser = await loadParser();
  const total = emptyTally();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const tally = emptyTally();
    for (const path of sqlFiles(join(folder, entry.name))) {
      const gaps = check(parser, filePath(relative(folder, path)), readFileSync(path), tally);
      if (printGaps)
        for (const gap of gaps)
          console.log(`  ${gap.at.file}:${gap.at.start}-${gap.at.end} ${gap.reason}: ${gap.detail}`);
    }
    print(entry.name, tally);
    add(total, tally);
  }
  print('all', total);
}

function* sqlFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sqlFiles(path);
    else if (entry.name.endsWith('.sql')) yield path;
  }
}

function check(parser: Parser, path: SourceFile['path'], bytes: Uint8Array, tally: Tally): readonly Gap[] {
  const start = performance.now();
  const source = decodeSource(path, bytes);
  const read = isGap(source) ? [source] : parser.parse(verbatimFragment(source, 'unknown'));
  tally.milliseconds += performance.now() - start;
  tally.files++;
  const gaps: Gap[] = [];
  for (const item of read) {
    if (item.kind === 'gap') {
      gaps.push(item);
      tally.gaps.set(item.reason, (tally.gaps.get(item.reason) ?? 0) + 1);
    } else {
      tally.statements++;
      const there = isGap(source) ? '' : source.text.slice(item.at.start, item.at.end);
      if (there !== item.text || item.text.trim() !== item.text)
        throw new Error(`${path}: a span does not hold its statement`);
    }
  }
  return gaps;
}

function emptyTally(): Tally {
  return { files: 0, statements: 0, milliseconds: 0, gaps: new Map() };
}

function add(total: Tally, { files, statements, milliseconds, gaps }: Tally): void {
  total.files += files;
  total.statements += statements;
  total.milliseconds += milliseconds;
  for (const [reason, count] of gaps) total.gaps.set(reason, (total.gaps.get(reason) ?? 0) + count);
}

function print(name: string, { files, statements, milliseconds, gaps }: Tally): void {
  const reasons = [...gaps].map(([reason, count]) => `${reason} ${count}`).join(', ') || 'no gap';
  console.log(`${name}: ${files} files, ${statements} statements, ${reasons}, ${milliseconds.toFixed(0)} ms`);
}
