import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadParser } from '../src/sql/parse';
import { locksPage } from './generate/locks-page';
import { noticesTable } from './generate/notices-table';
import { readmeTables } from './generate/readme-tables';
import { schemas } from './generate/schemas';
import { rulePages } from './generate/rule-pages';
import { ruleRegistry } from './generate/rule-registry';
import { toolsPage } from './generate/tools-page';

/** The text of a file, or null if there is none. Paths are relative to the repository, with `/`. */
export type ReadText = (path: string) => string | null;

/** Generated files by path. Pure: what it needs it reads through `read`. */
export type Generator = (
  read: ReadText,
) => ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>;

const generators: readonly Generator[] = [
  readmeTables,
  noticesTable,
  ruleRegistry,
  rulePages,
  schemas,
  async () => locksPage(await loadParser()),
  toolsPage,
];

void main(process.argv.includes('--check'));

/** Writes every generated file that differs; with `check` it writes nothing and fails if any does. */
async function main(check: boolean): Promise<void> {
  const stale: string[] = [];
  for (const generate of generators) {
    for (const [path, text] of await generate(read)) {
      if (read(path) === text) continue;
      stale.push(path);
      if (!check) write(path, text);
    }
  }
  for (const path of stale) console.log(check ? `stale: ${path}` : `wrote ${path}`);
  if (check && stale.length > 0) {
    console.error('Run: npm run generate');
    process.exitCode = 1;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(absolute(path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(absolute(path)), { recursive: true });
  writeFileSync(absolute(path), text);
}

function absolute(path: string): string {
  return resolve(__dirname, '..', path);
}
