import type { CallExpression, Expression, ObjectProperty, Statement } from '@babel/types';
import type { Edit } from './edit';

/**
 * The bundler exports each name by a function that gives its value, as that may change, and calls it whenever another module
 * uses the name: one of ten calls of a long run. A function that is declared has its value before the module runs and keeps it,
 * so that it is exported as it is.
 */
export function plainExports(code: string, module: Expression): readonly Edit[] {
  if (module.type !== 'FunctionExpression' && module.type !== 'ArrowFunctionExpression') return [];
  if (module.body.type !== 'BlockStatement') return [];
  const [, exported, bundler] = module.params;
  if (exported?.type !== 'Identifier' || bundler?.type !== 'Identifier') return [];
  const { body } = module.body;
  const text = code.slice(Number(module.start), Number(module.end));
  const functions = functionsOf(body, text);
  return body.flatMap((statement) => {
    const call = definitionOf(statement, exported.name, bundler.name);
    return call === null ? [] : editsOf(code, call, exported.name, functions);
  });
}

/** The functions that a module declares and does not assign to. */
function functionsOf(body: readonly Statement[], text: string): ReadonlySet<string> {
  const names = body.flatMap((statement) =>
    statement.type === 'FunctionDeclaration' ? (statement.id?.name ?? []) : [],
  );
  return new Set(names.filter((name) => !new RegExp(`(?<![\\w$.])${escaped(name)}\\s*=[^=>]`).test(text)));
}

/** `bundler.d(exported, { … })`, where a statement is that. */
function definitionOf(statement: Statement, exported: string, bundler: string): CallExpression | null {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return null;
  const { callee, arguments: args } = statement.expression;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
  if (callee.object.name !== bundler || callee.property.type !== 'Identifier') return null;
  const [target] = args;
  const isMeant = callee.property.name === 'd' && target?.type === 'Identifier' && target.name === exported;
  return isMeant ? statement.expression : null;
}

function editsOf(
  code: string,
  call: CallExpression,
  exported: string,
  functions: ReadonlySet<string>,
): readonly Edit[] {
  const definition = call.arguments[1];
  if (definition?.type !== 'ObjectExpression') return [];
  const properties = definition.properties.filter(
    (each): each is ObjectProperty => each.type === 'ObjectProperty',
  );
  const plain = properties.flatMap((property) => {
    const name = givenBy(property);
    return name !== null && functions.has(name) ? [{ property, name }] : [];
  });
  if (plain.length === 0) return [];
  const removed = new Set(plain.map(({ property }) => property));
  const kept = definition.properties.filter((each) => each.type !== 'ObjectProperty' || !removed.has(each));
  const written = (each: { start?: number | null; end?: number | null }): string =>
    code.slice(Number(each.start), Number(each.end));
  const values = plain.map(({ property, name }) => `${written(property.key)}: ${name}`);
  return [
    {
      start: Number(definition.start),
      end: Number(definition.end),
      text: `{ ${kept.map(written).join(', ')} }`,
    },
    {
      start: Number(call.end),
      end: Number(call.end),
      text: `;Object.assign(${exported}, { ${values.join(', ')} })`,
    },
  ];
}

/** The name whose value the function of a property gives. */
function givenBy({ value }: ObjectProperty): string | null {
  if (value.type !== 'ArrowFunctionExpression' || value.body.type !== 'Identifier') return null;
  return value.body.name;
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}
