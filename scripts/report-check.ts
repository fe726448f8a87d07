import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from '../src/cli/run';
import type { JsonMigration, JsonReport } from '../src/report/json-report';
import { decodeSource, filePath } from '../src/sql/source';
import { isGap } from '../src/sql/gap';

// Runs `pgfence analyze .` in every subfolder of a folder and checks the report against the files: the reported lines of each statement
// contain its text. Prints what was understood, and the gaps by their reasons.
// Usage: node --require ./scripts/typescript.js scripts/report-check.ts FOLDER [--gaps] [--down]

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('--'));
  if (folder === undefined) throw new Error('Say which folder to read');
  const total = { understood: 0, gaps: 0, misplaced: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const root = resolve(folder, entry.name);
    const report = await reportOf(root, args.includes('--down') ? ['--down'] : []);
    const misplaced = report.migrations.flatMap((migration) => misplacedIn(root, migration));
    const { understood, gaps } = report.summary;
    console.log(
      `${entry.name}: ${understood} understood, ${reasonsOf(report)}, ${misplaced.length} misplaced`,
    );
    for (const place of misplaced) console.log(`  misplaced: ${place}`);
    if (args.includes('--gaps')) for (const line of gapsOf(report)) console.log(`  ${line}`);
    total.understood += understood;
    total.gaps += gaps;
    total.misplaced += misplaced.length;
  }
  const share = ((100 * total.understood) / Math.max(1, total.understood + total.gaps)).toFixed(2);
  console.log(`all: ${share} % of ${total.understood + total.gaps} read, ${total.misplaced} misplaced`);
  process.exitCode = total.misplaced > 0 ? 1 : 0;
}

async function reportOf(cwd: string, options: readonly string[]): Promise<JsonReport> {
  let printed = '';
  const status = await run(['analyze', '.', '--output', 'json', '--no-history', ...options], {
    cwd,
    environment: {},
    columns: 80,
    colors: false,
    readStandardInput: () => Promise.resolve(new Uint8Array()),
    out: (text) => {
      printed += text;
    },
    error: (text) => process.stderr.write(text),
  });
  if (status === 2) throw new Error(`${cwd}: the run was refused`);
  return JSON.parse(printed) as JsonReport;
}

/** Statements whose text does not stand in the lines that are reported for them. Text that scripts put together stands nowhere. */
function misplacedIn(root: string, migration: JsonMigration): readonly string[] {
  return migration.statements.flatMap(({ file = migration.path, line, column, endLine, endColumn, sql }) => {
    if (!file.endsWith('.sql')) return [];
    const source = decodeSource(filePath(file), readFileSync(join(root, file)));
    if (isGap(source)) return [`${file}: ${source.detail}`];
    const lines = source.text.split(/\r\n|\n|\r/).slice(line - 1, endLine);
    const last = lines.length - 1;
    const there = lines
      .map((text, index) =>
        text.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined),
      )
      .join('\n');
    return squeezed(there) === squeezed(sql) ? [] : [`${file}:${line}: ${squeezed(sql).slice(0, 100)}`];
  });
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function gapsOf({ migrations }: JsonReport): readonly string[] {
  return migrations.flatMap(({ path, gaps }) =>
    gaps.map(({ line, reason, detail }) => `${path}:${line} ${reason}: ${detail}`),
  );
}

function reasonsOf({ migrations }: JsonReport): string {
  const counts = new Map<string, number>();
  for (const { gaps } of migrations)
    for (const { reason } of gaps) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ') || 'no gap';
}
