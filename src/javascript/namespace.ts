import type { Statement, TSModuleDeclaration } from '@babel/types';
import { execute } from './execute';
import { functionOf } from './evaluate-literals';
import { isPresent } from './present';
import { namesOf } from './pattern';
import type { Run } from './run';
import type { Scope } from './scope';
import { blockScope, declare, declareLater, findBinding } from './scope';
import type { ObjectValue, Value } from './value';
import { UNDEFINED } from './value';

/** A namespace of TypeScript, as an object of what it exports: `namespace Names { export const index = 'orders_idx'; }`. */
export function declareNamespace(run: Run, node: TSModuleDeclaration, scope: Scope): void {
  const { id } = node;
  if (id.type !== 'Identifier' || node.declare === true) return;
  const earlier = scope.bindings.get(id.name);
  const before = earlier?.later ?? (() => earlier?.value ?? UNDEFINED);
  declareLater(scope, id.name, () => namespaceValue(run, node, scope, before()));
}

/** Parts of one namespace add to the same object; one may also add to a function or a class, which is kept as it is. */
function namespaceValue(run: Run, node: TSModuleDeclaration, scope: Scope, earlier: Value): Value {
  const made: ObjectValue =
    earlier.kind === 'object' ? earlier : { kind: 'object', entries: new Map<string, Value>() };
  const entries = earlier.kind === 'function' || earlier.kind === 'class' ? earlier.entries : made.entries;
  const inner = blockScope(scope);
  if (node.body.type === 'TSModuleDeclaration') {
    const { id } = node.body;
    declareNamespace(run, node.body, inner);
    if (id.type === 'Identifier') entries.set(id.name, valueIn(inner, id.name));
  } else {
    for (const [name, value] of entries) declare(inner, name, value);
    for (const statement of node.body.body) fill(run, statement, inner, entries);
  }
  return entries === made.entries ? made : earlier;
}

function fill(run: Run, statement: Statement, scope: Scope, entries: Map<string, Value>): void {
  const isExport = statement.type === 'ExportNamedDeclaration';
  const declaration = isExport ? statement.declaration : statement;
  if (!isPresent(declaration)) return;
  if (declaration.type === 'TSModuleDeclaration') declareNamespace(run, declaration, scope);
  else if (declaration.type === 'FunctionDeclaration' && isPresent(declaration.id))
    declare(scope, declaration.id.name, functionOf(declaration, scope));
  else execute(run, declaration, scope);
  if (!isExport) return;
  for (const name of namesIn(declaration)) entries.set(name, valueIn(scope, name));
}

function namesIn(declaration: Statement): readonly string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => namesOf(id));
  if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration')
    return [];
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}

function valueIn(scope: Scope, name: string): Value {
  const binding = findBinding(scope, name);
  return binding?.value ?? binding?.later?.() ?? UNDEFINED;
}
