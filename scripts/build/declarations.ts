import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const IMPORT = /(?:from |import\()'([^']+)'/g;

/**
 * Makes a folder of emitted declarations self-contained: files that the entry does not reach are removed, and packages
 * that consist of types alone (`bundled`) move in, because the published package has no dependencies.
 * Throws if a declaration imports any other package.
 */
export function closeDeclarations(folder: string, entry: string, bundled: ReadonlyMap<string, string>): void {
  const kept = new Set<string>();
  const queue = [join(folder, entry)];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (kept.has(file)) continue;
    kept.add(file);
    const from = file;
    const text = readFileSync(from, 'utf8').replace(IMPORT, (whole, specifier: string) => {
      const target = specifier.startsWith('.')
        ? resolveDeclaration(resolve(dirname(from), specifier))
        : moveIn(folder, specifier, bundled);
      queue.push(target);
      return specifier.startsWith('.') ? whole : whole.replace(specifier, relativeSpecifier(from, target));
    });
    writeFileSync(from, text);
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (name.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
  }
}

function resolveDeclaration(path: string): string {
  const found = [`${path}.d.ts`, join(path, 'index.d.ts')].find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`No declaration at ${path}`);
  return found;
}

function moveIn(folder: string, specifier: string, bundled: ReadonlyMap<string, string>): string {
  const source = bundled.get(specifier);
  if (source === undefined) throw new Error(`The public declarations import the package "${specifier}"`);
  const target = join(folder, 'packages', specifier);
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) {
    if (name.endsWith('.d.ts')) cpSync(join(source, name), join(target, name));
  }
  return join(target, 'index.d.ts');
}

function relativeSpecifier(from: string, target: string): string {
  const path = relative(dirname(from), target.replace(/\.d\.ts$/, ''));
  return path.startsWith('.') ? path : `./${path}`;
}
