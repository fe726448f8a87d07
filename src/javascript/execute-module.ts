import { isPresent } from './present';
import type { Node, Program, Statement } from '@babel/types';
import { makeClass } from './class';
import type { NodeTable } from './dispatch';
import { visitorOf } from './dispatch';
import { declareEnum } from './enum';
import { evaluate } from './evaluate';
import { bindingValue, functionOf } from './evaluate-literals';
import { execute } from './execute';
import type { ModuleRecord } from './modules';
import { importName, importNamespace } from './modules';
import { declareNamespace } from './namespace';
import { namesOf } from './pattern';
import type { Run } from './run';
import { spanOf } from './run';
import { declare, declareLater } from './scope';
import type { Unknown, Value } from './value';
import { UNDEFINED, unknownAt } from './value';

/**
 * Declares what a module declares and runs its statements. Constants, classes and imports are read when somebody needs them.
 * Of a module that is only imported, no statements run but assignments (`module.exports = …`) and what loads other modules.
 */
export function executeModule(run: Run, record: ModuleRecord, program: Program, isEntry: boolean): void {
  for (const statement of program.body) visitorOf(DECLARATIONS, statement)?.(statement, run, record);
  let isFilled = false;
  for (const statement of program.body) {
    if (DECLARATIONS[statement.type] !== undefined) continue;
    const isLet = statement.type === 'IfStatement' && assigns(statement, record);
    if (isEntry || isAssignment(statement) || isLet || loadsModules(statement, record))
      execute(run, statement, record.scope);
    else if (isFilling(statement)) isFilled = true;
  }
  const exported = record.module.entries.get('exports');
  if (isFilled && exported?.kind === 'object') exported.open ??= whatLoadingFills(record);
}

/** What a module puts into what it exports while it is loaded, past what was read of it. */
function whatLoadingFills({ path, scope }: ModuleRecord): Unknown {
  const at = { file: scope.module.path, start: 0, end: scope.module.text.length };
  return unknownAt(at, 'the module fills it when it is loaded', `./${path}`);
}

/** Loops over files that are loaded into what the module exports: `readdirSync(…).forEach((file) => { db[…] = require(…) })`. */
function loadsModules(statement: Statement, { scope }: ModuleRecord): boolean {
  if (!isFilling(statement)) return false;
  const source = scope.module.text.slice(statement.start ?? 0, statement.end ?? 0);
  return /\brequire\s*\(|\bimport\s*\(|\.import\s*\(/.test(source);
}

function isFilling(statement: Statement): boolean {
  const { type } = statement;
  if (type === 'ForOfStatement' || type === 'ForStatement' || type === 'ForInStatement') return true;
  if (statement.type !== 'ExpressionStatement') return false;
  const { expression } = statement;
  return (
    expression.type === 'CallExpression' &&
    expression.callee.type === 'MemberExpression' &&
    expression.callee.property.type === 'Identifier' &&
    /^(?:forEach|map|each)$/.test(expression.callee.property.name)
  );
}

/** A variable that is set one way or the other: `if (url) sequelize = new Sequelize(url); else …`. */
function assigns(statement: Statement, { scope }: ModuleRecord): boolean {
  const source = scope.module.text.slice(statement.start ?? 0, statement.end ?? 0);
  return /^if\s*\([^]*?\)\s*\{?\s*[A-Za-z_$][\w$.]*\s*=\s*(?:new|require)\b/.test(source);
}

/** `module.exports = …`, `exports.up = …`, and what compilers write: `Object.defineProperty(exports, …)`. */
function isAssignment(statement: Statement): boolean {
  if (statement.type !== 'ExpressionStatement') return false;
  const { expression } = statement;
  if (expression.type === 'AssignmentExpression') return true;
  return (
    expression.type === 'CallExpression' &&
    expression.callee.type === 'MemberExpression' &&
    expression.callee.object.type === 'Identifier' &&
    expression.callee.object.name === 'Object'
  );
}

const DECLARATIONS: NodeTable<[Run, ModuleRecord], void> = {
  ImportDeclaration: (node, run, record) => {
    if (node.importKind === 'type') return;
    const { scope } = record;
    const site = { run, at: spanOf(node, scope) };
    const source = node.source.value;
    for (const specifier of node.specifiers) {
      const { name } = specifier.local;
      if (specifier.type === 'ImportNamespaceSpecifier') {
        declareLater(scope, name, () => importNamespace(run, source, scope, site));
      } else {
        const imported =
          specifier.type === 'ImportDefaultSpecifier' ? 'default' : exportedName(specifier.imported);
        declareLater(scope, name, () => importName(run, source, imported, scope, site));
      }
    }
  },
  TSImportEqualsDeclaration: (node, run, record) => {
    const { moduleReference } = node;
    if (moduleReference.type !== 'TSExternalModuleReference') return;
    const { scope } = record;
    const source = moduleReference.expression.value;
    declareLater(scope, node.id.name, () =>
      importNamespace(run, source, scope, { run, at: spanOf(node, scope) }),
    );
  },
  VariableDeclaration: (node, run, record) => declareVariables(node, run, record),
  FunctionDeclaration: (node, _run, record) => {
    if (isPresent(node.id)) declare(record.scope, node.id.name, functionOf(node, record.scope));
  },
  ClassDeclaration: (node, run, record) => {
    if (isPresent(node.id))
      declareLater(record.scope, node.id.name, () => makeClass(run, node, record.scope));
  },
  TSEnumDeclaration: (node, run, record) => declareEnum(run, node, record.scope),
  TSModuleDeclaration: (node, run, record) => declareNamespace(run, node, record.scope),
  ExportNamedDeclaration: (node, run, record) => {
    const { declaration, source } = node;
    if (node.exportKind === 'type') return;
    if (isPresent(declaration)) {
      visitorOf(DECLARATIONS, declaration)?.(declaration, run, record);
      for (const name of declaredNames(declaration)) exportVariable(run, record, name, name, declaration);
      return;
    }
    for (const specifier of node.specifiers) {
      const exported =
        specifier.type === 'ExportSpecifier' ? exportedName(specifier.exported) : specifier.exported.name;
      if (!isPresent(source)) {
        if (specifier.type === 'ExportSpecifier')
          exportVariable(run, record, exported, specifier.local.name, specifier);
        continue;
      }
      const site = { run, at: spanOf(node, record.scope) };
      record.names.set(exported, () =>
        specifier.type === 'ExportSpecifier'
          ? importName(run, source.value, exportedName(specifier.local), record.scope, site)
          : importNamespace(run, source.value, record.scope, site),
      );
    }
  },
  ExportDefaultDeclaration: (node, run, record) => {
    const { declaration } = node;
    const isNamed =
      'id' in declaration && declaration.id?.type === 'Identifier' ? declaration.id.name : undefined;
    if (
      isNamed !== undefined &&
      (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
    ) {
      visitorOf(DECLARATIONS, declaration)?.(declaration, run, record);
      exportVariable(run, record, 'default', isNamed, node);
    } else {
      record.names.set(
        'default',
        once(() => defaultValue(declaration, run, record)),
      );
    }
  },
  ExportAllDeclaration: (node, _run, record) => void record.stars.push(node.source.value),
  TSExportAssignment: (node, run, record) => {
    record.module.entries.set('exports', evaluate(run, node.expression, record.scope));
  },
  TSInterfaceDeclaration: () => undefined,
  TSTypeAliasDeclaration: () => undefined,
  TSDeclareFunction: () => undefined,
};

function declareVariables(
  node: Extract<Node, { type: 'VariableDeclaration' }>,
  run: Run,
  record: ModuleRecord,
): void {
  const { scope } = record;
  for (const { id, init } of node.declarations) {
    if (id.type === 'Identifier' && isPresent(init)) {
      declareLater(scope, id.name, () => evaluate(run, init, scope));
      continue;
    }
    if (id.type === 'Identifier') {
      declare(scope, id.name, UNDEFINED);
      continue;
    }
    const names = namesOf(id);
    const all = once(() => {
      for (const name of names) declare(scope, name, UNDEFINED);
      const single = {
        ...node,
        declarations: node.declarations.filter((declaration) => declaration.id === id),
      };
      execute(run, single, scope);
      return UNDEFINED;
    });
    for (const name of names) {
      declareLater(scope, name, () => {
        all();
        return scope.bindings.get(name)?.value ?? UNDEFINED;
      });
    }
  }
}

function defaultValue(declaration: Node, run: Run, record: ModuleRecord): Value {
  if (declaration.type === 'FunctionDeclaration') return functionOf(declaration, record.scope);
  if (declaration.type === 'ClassDeclaration') return makeClass(run, declaration, record.scope);
  return evaluate(run, declaration, record.scope);
}

function exportVariable(run: Run, record: ModuleRecord, exported: string, local: string, node: Node): void {
  record.names.set(exported, () => {
    const binding = record.scope.bindings.get(local);
    return binding === undefined ? UNDEFINED : bindingValue(binding, local, node, record.scope);
  });
}

function declaredNames(declaration: Node): readonly string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => namesOf(id));
  if ('id' in declaration && declaration.id?.type === 'Identifier') {
    const isType =
      declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration';
    return isType ? [] : [declaration.id.name];
  }
  return [];
}

function exportedName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'StringLiteral' ? node.value : 'default';
}

function once(read: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= read());
}
