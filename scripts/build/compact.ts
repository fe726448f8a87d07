import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import type { Expression, ObjectExpression } from '@babel/types';
import { minifySync } from '@swc/core';
import { applied } from './edit';
import type { Edit } from './edit';
import { plainExports } from './plain-exports';

/**
 * Rewrites the scripts of a bundle so that they start sooner: half of the time of a short run is V8 reading them. They are
 * minified, and each module of a chunk becomes a function in parentheses, which V8 compiles as it reads the file; a bare
 * one is read once to find its end and again to run it.
 */
export function compact(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const file = join(folder, name);
    const { code } = minifySync(edited(readFileSync(file, 'utf8'), plainExports), {
      module: false,
      compress: false,
      mangle: { keep_classnames: true },
      // With a sign outside of ASCII, V8 would read two bytes for each character.
      format: { comments: false, asciiOnly: true },
      ecma: 2022,
    });
    writeFileSync(file, `${edited(code, wrapped)}\n`);
  }
}

/** A script with edits of its modules. */
function edited(code: string, editsOf: (code: string, module: Expression) => readonly Edit[]): string {
  return applied(
    code,
    modulesOf(code).flatMap((module) => editsOf(code, module)),
  );
}

/** The modules of a chunk: the values of `exports.modules = { … }`. */
function modulesOf(code: string): readonly Expression[] {
  const chunks: ObjectExpression[] = [];
  for (const statement of parse(code, { sourceType: 'script' }).program.body) {
    if (statement.type !== 'ExpressionStatement') continue;
    const { expression } = statement;
    const parts = expression.type === 'SequenceExpression' ? expression.expressions : [expression];
    for (const part of parts) {
      if (part.type !== 'AssignmentExpression' || part.left.type !== 'MemberExpression') continue;
      const { property } = part.left;
      if (property.type !== 'Identifier' || property.name !== 'modules') continue;
      if (part.right.type === 'ObjectExpression') chunks.push(part.right);
    }
  }
  return chunks.flatMap(({ properties }) =>
    properties.flatMap((property) =>
      property.type === 'ObjectProperty' ? [property.value as Expression] : [],
    ),
  );
}

/** A module never asks for `this`, nor for `arguments`, of the function around an arrow. */
function wrapped(code: string, module: Expression): readonly Edit[] {
  const end = Number(module.end);
  const start = Number(module.start);
  if (module.type === 'FunctionExpression') {
    return [
      { start, end: start, text: '(' },
      { start: end, end, text: ')' },
    ];
  }
  if (module.type !== 'ArrowFunctionExpression' || module.body.type !== 'BlockStatement') return [];
  const [first] = module.params;
  const parameters =
    first === undefined ? '' : code.slice(Number(first.start), Number(module.params.at(-1)?.end));
  return [
    { start, end: Number(module.body.start), text: `(function(${parameters})` },
    { start: end, end, text: ')' },
  ];
}
