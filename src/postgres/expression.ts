import type { ObjectName } from './name';
import type { TypeName } from './type-name';

/**
 * An SQL expression in our own words: defaults, CHECKs, predicates, USING, index keys, WHERE. Lowering fills it, so that no
 * parse tree leaks above `sql/`.
 */
export type Expression =
  | { readonly kind: 'column'; readonly relation: string | null; readonly name: string }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null; readonly text: string }
  | { readonly kind: 'call'; readonly name: ObjectName; readonly args: readonly Expression[] }
  /** CURRENT_DATE, CURRENT_TIMESTAMP, LOCALTIME, CURRENT_USER, …: lower case, underscores. */
  | { readonly kind: 'special-value'; readonly name: string }
  | { readonly kind: 'cast'; readonly arg: Expression; readonly type: TypeName }
  | { readonly kind: 'and' | 'or'; readonly args: readonly Expression[] }
  | { readonly kind: 'not'; readonly arg: Expression }
  | { readonly kind: 'is-null'; readonly arg: Expression; readonly negated: boolean }
  /** Any operator but AND, OR, NOT: `=`, `<`, `+`, `||`, `~~` (LIKE), …; `left` is null for a prefix operator. */
  | {
      readonly kind: 'operator';
      readonly name: string;
      readonly left: Expression | null;
      readonly right: Expression;
    }
  | {
      readonly kind: 'in-list';
      readonly arg: Expression;
      readonly items: readonly Expression[];
      readonly negated: boolean;
    }
  | {
      readonly kind: 'between';
      readonly arg: Expression;
      readonly low: Expression;
      readonly high: Expression;
      readonly negated: boolean;
    }
  | { readonly kind: 'array' | 'row' | 'coalesce' | 'case'; readonly args: readonly Expression[] }
  | { readonly kind: 'collate'; readonly arg: Expression; readonly collation: ObjectName }
  /** AT TIME ZONE is a `call` of `timezone`. A subquery lists what it reads; nothing else of it is kept. */
  | { readonly kind: 'subquery'; readonly reads: readonly ObjectName[]; readonly args: readonly Expression[] }
  /** Something that lowering does not take apart; what it mentions is in `args`. `text` names the node. */
  | { readonly kind: 'opaque'; readonly text: string; readonly args: readonly Expression[] };

/** The direct parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'column':
    case 'constant':
    case 'special-value':
      return [];
    case 'cast':
    case 'not':
    case 'is-null':
    case 'collate':
      return [expression.arg];
    case 'operator':
      return expression.left === null ? [expression.right] : [expression.left, expression.right];
    case 'in-list':
      return [expression.arg, ...expression.items];
    case 'between':
      return [expression.arg, expression.low, expression.high];
    case 'call':
    case 'and':
    case 'or':
    case 'array':
    case 'row':
    case 'coalesce':
    case 'case':
    case 'subquery':
    case 'opaque':
      return expression.args;
  }
}

/** The expression and everything inside it, each part before its own parts. Not recursive: depth is the user's. */
export function everyPart(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const open: Expression[] = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...[...partsOf(next)].reverse());
  }
  return found;
}

/** The names of all columns that the expression mentions, each once. */
export function columnsOf(expression: Expression): readonly string[] {
  return [...new Set(everyPart(expression).flatMap((part) => (part.kind === 'column' ? [part.name] : [])))];
}
