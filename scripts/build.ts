import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compact } from './build/compact';
import { compile } from './build/compile';
import { closeDeclarations } from './build/declarations';
import { expandInferred } from './build/expand-inferred';

/** A program of dist/: the compiled entry under build/ and the folder that its bundle is written to. */
interface Program {
  readonly entry: string;
  readonly folder: string;
}

const root = resolve(__dirname, '..');
const programs: readonly Program[] = [
  { entry: 'action', folder: 'dist' },
  { entry: 'cli', folder: 'dist/cli' },
  { entry: 'index', folder: 'dist/api' },
];

void build();

async function build(): Promise<void> {
  rmSync(join(root, 'build'), { recursive: true, force: true });
  compile(root);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  // Side by side: each writes to a folder of its own, and leaves other files there alone.
  await Promise.all([...programs.map((program) => bundle(program)), declare()]);
  copyFileSync(require.resolve('libpg-query/wasm/libpg-query.wasm'), join(root, 'dist/libpg-query.wasm'));
  chmodSync(join(root, 'dist/libpg-query.wasm'), 0o644);
  const licenses = readFileSync(join(__dirname, 'build/parser-licenses.txt'), 'utf8');
  appendFileSync(join(root, 'dist/licenses.txt'), `\n${licenses}`);
}

async function bundle({ entry, folder }: Program): Promise<void> {
  await run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    `build/src/${entry}.js`,
    '--out',
    folder,
    '--license',
    'licenses.txt',
    '--target',
    'es2022',
    '--quiet',
  );
  if (folder !== 'dist') shareParser(folder);
  compact(join(root, folder));
  if (entry === 'cli') {
    const main = join(root, folder, 'index.js');
    const text = readFileSync(main, 'utf8').replace(/^#!.*\n/, '');
    const late = loadLate(text, ['node:child_process', 'node:crypto']);
    writeFileSync(main, `#!/usr/bin/env node\n${nameBundle(late, join(root, folder))}`);
    chmodSync(main, 0o755);
  }
}

/**
 * The parser looks for its wasm beside the script that runs it. The bundles below dist/ use the one in dist/, so that
 * it is shipped once.
 */
function shareParser(folder: string): void {
  const own = 'scriptDirectory=__dirname+"/"';
  for (const name of readdirSync(join(root, folder)).filter((file) => file.endsWith('.js'))) {
    const file = join(root, folder, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes('libpg-query.wasm')) continue;
    if (!text.includes(own)) throw new Error(`${file}: libpg-query has changed the way it finds its wasm`);
    writeFileSync(file, text.replaceAll(own, 'scriptDirectory=__dirname+"/../"'));
  }
}

/**
 * Modules of Node that short runs do without are loaded when something of them is asked for: each takes some milliseconds,
 * and libraries ask for them at their top.
 */
function loadLate(text: string, names: readonly string[]): string {
  return names.reduce((made, name) => {
    const early = `e.exports=require("${name}")`;
    if (!made.includes(early)) throw new Error(`${name} is no longer loaded as it was`);
    // The bundler asks each module whether it was a module of ECMAScript once.
    const late = `e.exports=new Proxy({},{get:(_,k)=>k==="__esModule"?undefined:require("${name}")[k]})`;
    return made.replace(early, late);
  }, text);
}

/** Puts a digest of the scripts beside the entry in the place that it keeps for one. */
function nameBundle(text: string, folder: string): string {
  const digest = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.index.js'))
    .sort())
    digest.update(readFileSync(join(folder, name)));
  const place = 'none: run from source';
  if (!text.includes(place)) throw new Error('The entry keeps no place for the name of the bundle');
  return text.replace(place, digest.digest('hex').slice(0, 16));
}

async function declare(): Promise<void> {
  await run('typescript/bin/tsc', '-p', 'tsconfig.types.json', '--noCheck');
  const types = dirname(require.resolve('@pgsql/types/package.json'));
  const emitted = join(root, 'build/types/src');
  expandInferred(join(emitted, 'index.d.ts'), 'valibot');
  closeDeclarations(emitted, 'index.d.ts', new Map([['@pgsql/types', types]]));
  cpSync(emitted, join(root, 'dist/types'), { recursive: true });
}

/** Ends the build if the script fails: it has said why. */
async function run(script: string, ...args: string[]): Promise<void> {
  // A larger nursery: bundling makes many objects that soon die.
  const node = ['--max-semi-space-size=64', join(root, 'node_modules', script), ...args];
  const child = spawn(process.execPath, node, { cwd: root, stdio: 'inherit' });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status !== 0) process.exit(status ?? 1);
}
