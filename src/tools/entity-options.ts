import { evaluate } from '../javascript/evaluate';
import type { Site } from '../javascript/host';
import { quoteName, sqlAt } from '../javascript/sql-text';
import { textAt } from '../javascript/text';
import type { ClassValue, ObjectValue, TextValue, Value } from '../javascript/value';

/** What the decorator of an entity is given; nothing where its class has none. */
export function decoratorArguments(
  { decorators, scope }: ClassValue,
  { run }: Site,
  isEntity: RegExp,
): readonly Value[] {
  for (const { expression } of decorators) {
    if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier') continue;
    if (isEntity.test(expression.callee.name))
      return expression.arguments.map((argument) => evaluate(run, argument, scope));
  }
  return [];
}

/** How a library comes from an entity to the name of its table. */
export interface TableNaming {
  /** The options that name it, the first of them first. */
  readonly keys: readonly string[];
  /** What the default strategy makes of the name of a class. */
  readonly ofClass: (name: string) => string;
  /** A name that stands in no schema. */
  readonly path: (name: TextValue) => TextValue;
}

/** The table that options name, quoted and in their schema, or else the class; undefined where neither does. */
export function tableOf(
  options: ObjectValue | undefined,
  className: string | undefined,
  { at }: Site,
  { keys, ofClass, path }: TableNaming,
): TextValue | undefined {
  const own = keys.map((key) => options?.entries.get(key)).find((value) => value !== undefined);
  const made = className === undefined ? undefined : textAt(ofClass(className), at);
  const name = own?.kind === 'text' ? own : made;
  if (name === undefined) return undefined;
  const schema = options?.entries.get('schema');
  return schema?.kind === 'text' ? sqlAt(at)`${quoteName(schema, at)}.${quoteName(name, at)}` : path(name);
}
