import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformSync } from '@swc/core';
import ts from 'typescript';
import { FLAT_MAP, plainLoops } from './plain-loops';

/** The module that has the function for `flatMap`, beside the sources. */
const HELPER = 'flat-map.js';

/**
 * Strips the types of the sources, once they have said what is an array, and writes modules of the same names to `build/src`,
 * with the package.json that they import. Whether the types are right is the type check's business. Imports stay imports: some
 * packages have no other form.
 */
export function compile(root: string): void {
  const folder = join(root, 'src');
  const configuration = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options, fileNames } = ts.parseJsonConfigFileContent(configuration.config, ts.sys, root);
  const program = ts.createProgram(
    fileNames.filter((path) => path.startsWith(folder)),
    options,
  );
  const checker = program.getTypeChecker();
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile || !source.fileName.startsWith(folder)) continue;
    const { code } = transformSync(plainLoops(source, checker), {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript' },
        target: 'es2022',
        transform: { verbatimModuleSyntax: true },
      },
      module: { type: 'es6' },
    });
    const file = join(root, 'build', relative(root, source.fileName).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      code.includes('$flatMap(') ? withHelper(code, relative(dirname(source.fileName), folder)) : code,
    );
  }
  writeFileSync(join(root, 'build/src', HELPER), FLAT_MAP);
  copyFileSync(join(root, 'package.json'), join(root, 'build/package.json'));
}

function withHelper(code: string, up: string): string {
  return `import { $flatMap } from '${up === '' ? '.' : up}/${HELPER}';\n${code}`;
}
