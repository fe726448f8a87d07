import { writeFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Writes out, in the declarations that `entry` reaches, the types that are inferred from schemas of the package `schemas`, and
 * leaves out the schemas themselves: what is published names no package.
 */
export function expandInferred(entry: string, schemas: string): void {
  const program = ts.createProgram([entry], {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  for (const file of program.getSourceFiles()) {
    const namespace = file.fileName.includes('/node_modules/') ? undefined : namespaceOf(file, schemas);
    if (namespace === undefined) continue;
    const kept = file.statements.map((statement) => {
      if (!new RegExp(`\\b${namespace}\\b`).test(statement.getText(file))) return statement.getFullText(file);
      return ts.isTypeAliasDeclaration(statement) ? expand(statement, file, checker) : '';
    });
    writeFileSync(file.fileName, `${kept.join('').trim()}\n`);
  }
}

/** The name of `import * as name from 'schemas'`. */
function namespaceOf(file: ts.SourceFile, schemas: string): string | undefined {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (
      statement.moduleSpecifier.text === schemas &&
      bindings !== undefined &&
      ts.isNamespaceImport(bindings)
    ) {
      return bindings.name.text;
    }
  }
  return undefined;
}

function expand(alias: ts.TypeAliasDeclaration, file: ts.SourceFile, checker: ts.TypeChecker): string {
  const { NoTruncation, InTypeAlias, MultilineObjectLiterals } = ts.TypeFormatFlags;
  const type = checker.typeToString(
    checker.getTypeAtLocation(alias),
    file,
    NoTruncation | InTypeAlias | MultilineObjectLiterals,
  );
  const comment = file.text.slice(alias.getFullStart(), alias.getStart(file));
  return `${comment}export type ${alias.name.text} = ${type};`;
}
