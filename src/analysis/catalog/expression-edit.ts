import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { IndexKey } from '../../postgres/definition';
import type { ObjectName } from '../../postgres/name';
import { plainType } from '../../postgres/type-name';

/** The expression with another name of a column. The same value where it does not mention the column. */
export function renameColumn(expression: Expression, from: string, to: string): Expression {
  return mentionsColumn(expression, from)
    ? mapExpression(expression, (part) =>
        part.kind === 'column' && part.name === from ? { ...part, name: to } : part,
      )
    : expression;
}

/** Whether the expression mentions a column of that name. */
export function mentionsColumn(expression: Expression | null, column: string): boolean {
  return (
    expression !== null &&
    everyPart(expression).some((part) => part.kind === 'column' && part.name === column)
  );
}

/** Whether the expression calls a function of that name (in that schema, where the call names one). */
export function callsFunction(expression: Expression | null, schema: string, name: string): boolean {
  return (
    expression !== null &&
    everyPart(expression).some(
      (part) =>
        part.kind === 'call' &&
        part.name.name === name &&
        (part.name.schema === null || part.name.schema === schema),
    )
  );
}

/** Whether an index key is a column or an expression over it. */
export function keyMentions(key: IndexKey, column: string): boolean {
  return key.column === column || mentionsColumn(key.expression, column);
}

/** A key of an index with another name of a column. */
export function renameInKey(key: IndexKey, from: string, to: string): IndexKey {
  if (!keyMentions(key, from)) return key;
  return {
    ...key,
    column: key.column === from ? to : key.column,
    expression: key.expression === null ? null : renameColumn(key.expression, from, to),
  };
}

/** The sequences that the calls of nextval, currval and setval in an expression name by a constant. */
export function sequencesIn(expression: Expression): readonly ObjectName[] {
  return everyPart(expression).flatMap((part) => {
    const constant = sequenceConstant(part);
    return constant === null ? [] : [nameInText(constant)];
  });
}

/** The tables that the calls of satisfies_hash_partition in an expression name by a constant. */
export function hashParentsIn(expression: Expression): readonly ObjectName[] {
  return everyPart(expression).flatMap((part) => {
    const constant = hashParentConstant(part);
    return constant === null ? [] : [nameInText(constant)];
  });
}

/** The expression with the names of sequences exchanged; null keeps one as it is. */
export function renameSequences(
  expression: Expression,
  change: (name: ObjectName) => ObjectName | null,
): Expression {
  return renameIn(expression, sequenceConstant, change);
}

/** The expression with the names of those tables exchanged; null keeps one as it is. */
export function renameHashParents(
  expression: Expression,
  change: (name: ObjectName) => ObjectName | null,
): Expression {
  return renameIn(expression, hashParentConstant, change);
}

function renameIn(
  expression: Expression,
  constantOf: (part: Expression) => string | null,
  change: (name: ObjectName) => ObjectName | null,
): Expression {
  if (everyPart(expression).every((part) => constantOf(part) === null)) return expression;
  return mapExpression(expression, (part) => {
    const constant = constantOf(part);
    const changed = constant === null ? null : change(nameInText(constant));
    return changed === null || part.kind !== 'call'
      ? part
      : { ...part, args: [regclassOf(changed), ...part.args.slice(1)] };
  });
}

/** `nextval('schema.name'::regclass)`. */
export function nextvalOf(sequence: ObjectName): Expression {
  return { kind: 'call', name: { schema: null, name: 'nextval' }, args: [regclassOf(sequence)] };
}

/** The expression with every part exchanged, inner parts first. Deep trees are user input, but lowering caps their depth. */
export function mapExpression(expression: Expression, change: (part: Expression) => Expression): Expression {
  const inner = (part: Expression): Expression => mapExpression(part, change);
  switch (expression.kind) {
    case 'column':
    case 'constant':
    case 'special-value':
      return change(expression);
    case 'cast':
    case 'not':
    case 'is-null':
    case 'collate':
      return change({ ...expression, arg: inner(expression.arg) });
    case 'operator':
      return change({
        ...expression,
        left: expression.left === null ? null : inner(expression.left),
        right: inner(expression.right),
      });
    case 'in-list':
      return change({ ...expression, arg: inner(expression.arg), items: expression.items.map(inner) });
    case 'between':
      return change({
        ...expression,
        arg: inner(expression.arg),
        low: inner(expression.low),
        high: inner(expression.high),
      });
    case 'call':
    case 'and':
    case 'or':
    case 'array':
    case 'row':
    case 'coalesce':
    case 'case':
    case 'subquery':
    case 'opaque':
      return change({ ...expression, args: expression.args.map(inner) });
  }
}

const SEQUENCE_FUNCTIONS: ReadonlySet<string> = new Set(['nextval', 'currval', 'setval']);

function sequenceConstant(part: Expression): string | null {
  if (part.kind !== 'call' || !SEQUENCE_FUNCTIONS.has(part.name.name)) return null;
  return textOf(part.args[0]);
}

function hashParentConstant(part: Expression): string | null {
  if (part.kind !== 'call' || part.name.name !== 'satisfies_hash_partition') return null;
  return textOf(part.args[0]);
}

function textOf(argument: Expression | undefined): string | null {
  let inner = argument;
  while (inner?.kind === 'cast') inner = inner.arg;
  return inner?.kind === 'constant' && typeof inner.value === 'string' ? inner.value : null;
}

/** A name as regclass reads it. */
function nameInText(text: string): ObjectName {
  const parts = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^".]+))\s*(?:\.|$)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? (bare ?? '').trim().toLowerCase(),
  );
  return { schema: parts.at(-2) ?? null, name: parts.at(-1) ?? '' };
}

function regclassOf(name: ObjectName): Expression {
  const text = (name.schema === null ? [name.name] : [name.schema, name.name]).map(quoted).join('.');
  const type = plainType('regclass');
  return { kind: 'cast', arg: { kind: 'constant', value: text, text: `'${text}'` }, type };
}

function quoted(identifier: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(identifier) ? identifier : `"${identifier.replaceAll('"', '""')}"`;
}
