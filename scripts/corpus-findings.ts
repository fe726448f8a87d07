import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyzePaths } from '../src/cli/analyze';
import { expand, openWorkingCopy } from '../src/cli/working-copy';
import type { Parser } from '../src/sql/parse';
import { loadParser } from '../src/sql/parse';

// Runs every rule over each repository of a folder, each migration shipping by itself, and prints how often each rule speaks.
// Usage: node --require ./scripts/typescript.js scripts/corpus-findings.ts FOLDER [--list RULE[,RULE…]] [--each N]
//   --list prints the findings of some rules (`all` for every one), at most N of each rule and repository (default 5).

void main(process.argv[2], option('--list'), Number(option('--each') ?? 5));

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

async function main(folder: string | undefined, list: string | undefined, each: number): Promise<void> {
  if (folder === undefined) throw new Error('Say which folder to read');
  const parser = await loadParser();
  const listed = new Set(list?.split(','));
  const counts = new Map<string, Map<string, number>>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const report = await reviewRepository(parser, join(folder, entry.name));
    for (const finding of report.findings) {
      const byRepository = counts.get(finding.rule) ?? new Map<string, number>();
      counts.set(finding.rule, byRepository);
      const count = (byRepository.get(entry.name) ?? 0) + 1;
      byRepository.set(entry.name, count);
      if (count > each || !(listed.has(finding.rule) || listed.has('all'))) continue;
      const migration = report.migrations[finding.migration];
      const statement =
        finding.step === null ? '' : (migration?.steps[finding.step]?.step.statement.text ?? '');
      console.log(
        `${finding.rule}\t${entry.name}\t${finding.at.file}:${finding.place.line}\t${finding.severity}/${finding.risk}\t${finding.message}\t${statement.replace(/\s+/g, ' ').slice(0, 300)}`,
      );
    }
  }
  for (const [rule, byRepository] of [...counts].sort((a, b) => total(b[1]) - total(a[1]))) {
    const parts = [...byRepository].map(([repository, count]) => `${repository} ${count}`).join(', ');
    console.log(`${total(byRepository)}\t${rule}\t${parts}`);
  }
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

async function reviewRepository(parser: Parser, root: string): ReturnType<typeof analyzePaths> {
  const copy = openWorkingCopy(root, root);
  return analyzePaths({
    parser,
    copy,
    changes: null,
    edited: new Map(),
    isWhole: false,
    config: {},
    statistics: null,
    named: [],
    places: [await expand(root, root, '.')],
    standardInput: null,
    tool: null,
    transaction: null,
    direction: 'up',
    history: true,
    together: false,
    major: 16,
    minor: null,
    rules: 'default',
    failOn: 'high',
    version: '0.0.0',
  });
}
