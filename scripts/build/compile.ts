import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

/**
 * Strips the types of the sources and writes modules of the same names to `build/src`, with the package.json that they
 * import. Whether the types are right is the type check's business. Imports stay imports: some packages have no other form.
 */
export function compile(root: string): void {
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
    const { code } = transformSync(readFileSync(join(root, 'src', name), 'utf8'), {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript' },
        target: 'es2022',
        transform: { verbatimModuleSyntax: true },
      },
      module: { type: 'es6' },
    });
    const file = join(root, 'build/src', name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
  copyFileSync(join(root, 'package.json'), join(root, 'build/package.json'));
}
