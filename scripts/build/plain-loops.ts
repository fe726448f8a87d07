import ts from 'typescript';
import { applied } from './edit';
import type { Edit } from './edit';

/** The function that calls of `flatMap` on arrays become: a source that has some imports it. */
export const FLAT_MAP = `export function $flatMap(array, mapper) {
  const made = [];
  for (let i = 0; i < array.length; i += 1) {
    const some = mapper(array[i], i, array);
    if (Array.isArray(some)) for (let j = 0; j < some.length; j += 1) made.push(some[j]);
    else made.push(some);
  }
  return made;
}
`;

/**
 * The text of a source in which loops over arrays count, patterns of arrays index, and `flatMap` of arrays is a function that
 * loops. V8 makes an iterator for each such loop or pattern and an object for each step of it until its optimizing compiler
 * comes, which in a run of seconds it hardly does. What is not known to be an array stays as it is.
 */
export function plainLoops(source: ts.SourceFile, checker: ts.TypeChecker): string {
  const edits: Edit[] = [];
  let names = 0;

  function visit(node: ts.Node): void {
    if (ts.isForOfStatement(node)) loop(node);
    else if (ts.isVariableDeclaration(node)) declaration(node);
    else if (ts.isArrowFunction(node)) parameters(node);
    else if (ts.isCallExpression(node)) flatMap(node);
    ts.forEachChild(node, visit);
  }

  function loop(node: ts.ForOfStatement): void {
    if (!ts.isVariableDeclarationList(node.initializer)) return;
    const [variable] = node.initializer.declarations;
    const type = checker.getTypeAtLocation(node.expression);
    if (variable === undefined || node.awaitModifier !== undefined || !isArray(type)) return;
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    const [index, array] = [fresh('i'), fresh('a')];
    const keyword = (node.initializer.flags & ts.NodeFlags.Let) === 0 ? 'const' : 'let';
    const value = `${array}[${index}]`;
    const bound =
      isPlain(variable.name) && element !== undefined && isArray(element)
        ? within(variable.name, fresh('e'), value)
        : `${variable.name.getText()} = ${value}`;
    put(node.getStart(), node.expression.getStart(), `for (let ${index} = 0, ${array} = `);
    put(
      node.expression.end,
      node.statement.getStart(),
      `; ${index} < ${array}.length; ${index} += 1) { ${keyword} ${bound}; `,
    );
    put(node.end, node.end, ' }');
  }

  function declaration({ name, initializer, parent }: ts.VariableDeclaration): void {
    if (initializer === undefined || !isPlain(name) || ts.isForOfStatement(parent.parent)) return;
    if (!isArray(checker.getTypeAtLocation(initializer))) return;
    const whole = fresh('t');
    put(name.getStart(), initializer.getStart(), `${whole} = `);
    put(initializer.end, initializer.end, namesOf(name, whole));
  }

  function parameters(node: ts.ArrowFunction): void {
    const bound = node.parameters.flatMap(({ name, initializer, type }) => {
      if (!isPlain(name) || initializer !== undefined || type !== undefined) return [];
      if (!isArray(checker.getTypeAtLocation(name.parent))) return [];
      const whole = fresh('p');
      put(name.getStart(), name.end, whole);
      return [namesOf(name, whole).slice(2)];
    });
    if (bound.length === 0) return;
    const start = node.body.getStart();
    if (ts.isBlock(node.body)) put(start + 1, start + 1, ` const ${bound.join(', ')};`);
    else {
      put(start, start, `{ const ${bound.join(', ')}; return (`);
      put(node.end, node.end, '); }');
    }
  }

  function flatMap({ expression: callee, arguments: given }: ts.CallExpression): void {
    const [mapper] = given;
    if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'flatMap') return;
    if (mapper === undefined || given.length > 1 || ts.isOptionalChain(callee)) return;
    if (!isArray(checker.getTypeAtLocation(callee.expression))) return;
    put(callee.getStart(), callee.getStart(), '$flatMap(');
    put(callee.expression.end, mapper.getStart(), ', ');
  }

  function isArray(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.every(isArray);
    return checker.isArrayType(type) || checker.isTupleType(type);
  }

  function fresh(letter: string): string {
    names += 1;
    return `$${letter}${String(names)}`;
  }

  function put(start: number, end: number, text: string): void {
    edits.push({ start, end, text });
  }

  visit(source);
  return applied(source.text, edits);
}

/** Whether a pattern gives names to the first elements and does nothing else. */
function isPlain(name: ts.BindingName): name is ts.ArrayBindingPattern {
  return (
    ts.isArrayBindingPattern(name) &&
    name.elements.every(
      (each) =>
        ts.isOmittedExpression(each) ||
        (each.dotDotDotToken === undefined && each.initializer === undefined && ts.isIdentifier(each.name)),
    )
  );
}

function within(pattern: ts.ArrayBindingPattern, name: string, value: string): string {
  return `${name} = ${value}${namesOf(pattern, name)}`;
}

/** `, a = from[0], b = from[1]` */
function namesOf(pattern: ts.ArrayBindingPattern, from: string): string {
  return pattern.elements
    .map((each, index) =>
      ts.isOmittedExpression(each) ? '' : `, ${each.name.getText()} = ${from}[${String(index)}]`,
    )
    .join('');
}
