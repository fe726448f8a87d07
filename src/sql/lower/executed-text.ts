import type { Expression } from '../../postgres/expression';
import { isPlaceholder, PLACEHOLDER } from '../placeholder';
import { quoteName } from '../quote-name';
import type { Variables } from './plpgsql-variables';

/**
 * The text that an expression gives, with `PLACEHOLDER` for what is known only when it runs: constants, `||`, format(),
 * quote_ident(), quote_literal(), concat() and variables of known value are read.
 */
export function executedText(expression: Expression, variables: Variables): string {
  const text = textOf(expression, variables);
  return text.length > MAX_LENGTH ? PLACEHOLDER : text;
}

/** Variables that hold others twice grow without end. */
const MAX_LENGTH = 1_000_000;

function textOf(expression: Expression, variables: Variables): string {
  switch (expression.kind) {
    case 'constant':
      return expression.value === null ? PLACEHOLDER : String(expression.value);
    case 'cast':
    case 'collate':
      return executedText(expression.arg, variables);
    case 'column':
      return expression.relation === null ? (variables.valueOf(expression.name) ?? PLACEHOLDER) : PLACEHOLDER;
    case 'operator':
      if (expression.name !== '||' || expression.left === null) return PLACEHOLDER;
      return executedText(expression.left, variables) + executedText(expression.right, variables);
    case 'call':
      return ofCall(expression.name.name, expression.args, variables);
    case 'special-value':
    case 'and':
    case 'or':
    case 'not':
    case 'is-null':
    case 'in-list':
    case 'between':
    case 'array':
    case 'row':
    case 'coalesce':
    case 'case':
    case 'subquery':
    case 'opaque':
      return PLACEHOLDER;
  }
}

function ofCall(name: string, args: readonly Expression[], variables: Variables): string {
  const texts = args.map((arg) => executedText(arg, variables));
  const [first = PLACEHOLDER, ...rest] = texts;
  const places = name === 'format' ? first.split('%').length : texts.length;
  if (places * texts.reduce((most, { length }) => Math.max(most, length), 1) > 10 * MAX_LENGTH)
    return PLACEHOLDER;
  switch (name) {
    case 'format':
      return isPlaceholder(first) ? PLACEHOLDER : formatted(first, rest);
    case 'quote_ident':
      return quoteName(first);
    case 'quote_literal':
    case 'quote_nullable':
      return literal(first);
    case 'concat':
      return texts.join('');
    case 'concat_ws':
      return rest.join(first);
    case 'chr':
      return /^[1-9]\d{0,5}$/.test(first) ? String.fromCodePoint(Number(first)) : PLACEHOLDER;
    case 'btrim':
    case 'trim':
      return args.length === 1 ? first.trim() : PLACEHOLDER;
    default:
      return PLACEHOLDER;
  }
}

/** What format() makes of its arguments. `%1$I` takes an argument by its number, a width only adds blanks. */
function formatted(template: string, args: readonly string[]): string {
  let next = 0;
  return template.replace(
    /%(?:(\d+)\$)?(?:-?\d*)([ILs%])/g,
    (_, position: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      const at = position === undefined ? next : Number(position) - 1;
      next = at + 1;
      const value = args[at] ?? PLACEHOLDER;
      return kind === 'I' ? quoteName(value) : kind === 'L' ? literal(value) : value;
    },
  );
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
