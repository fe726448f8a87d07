import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { discoverAll } from '../src/changes/discover';
import { seenNotRead } from '../src/changes/seen';
import { openWorkingCopy } from '../src/cli/working-copy';
import { TOOLS } from '../src/tools/registry';

// For every repository below a folder: its sequences with their tools, and the SQL files that are none of them, with the reason.
// Usage: node --require ./scripts/typescript.js scripts/discovery-check.ts FOLDER [--files]

main(process.argv[2], process.argv.includes('--files'));

function main(folder: string | undefined, listFiles: boolean): void {
  if (folder === undefined) throw new Error('Say which folder to read');
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) check(resolve(folder, entry.name), entry.name, listFiles);
  }
}

function check(root: string, name: string, listFiles: boolean): void {
  const start = performance.now();
  const { tree } = openWorkingCopy(root, root);
  const { sequences, excluded } = discoverAll(tree, TOOLS);
  const claimed = new Set(sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)));
  const why = new Map(excluded.map((each) => [each.claim.path, `${each.tool.name}: ${each.why}`]));
  const others = tree.paths.filter((path) => path.endsWith('.sql') && !claimed.has(path));
  const milliseconds = performance.now() - start;
  console.log(`${name} (${tree.paths.length} files, ${milliseconds.toFixed(0)} ms)`);
  for (const { tool, sequence, migrations } of sequences) {
    const ups = migrations.filter(({ claim }) => claim.direction !== 'down').length;
    const [first] = migrations;
    console.log(
      `  ${tool.name}  ${sequence === '' ? '.' : sequence}  ${ups} up, ${migrations.length - ups} down  [${first?.claim.evidence ?? 0}] ${first?.claim.why ?? ''}`,
    );
  }
  for (const seen of seenNotRead(tree, () => true))
    console.log(`  seen, not read: ${seen.title} ${seen.folder} (${seen.paths.length})`);
  const reasons = new Map<string, string[]>();
  for (const path of others) {
    const reason = why.get(path) ?? 'no tool knows the place';
    reasons.set(reason, [...(reasons.get(reason) ?? []), path]);
  }
  for (const [reason, paths] of reasons) {
    console.log(`  not claimed (${paths.length}): ${reason}`);
    for (const path of listFiles ? paths : paths.slice(0, 5)) console.log(`    ${path}`);
  }
}
