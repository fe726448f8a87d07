import { indexesOf, isTable } from './catalog/find';
import type { Relation } from './catalog/relation';
import { relationOf } from './catalog/resolve';
import type { Session } from './session';
import type { Expression } from '../postgres/expression';
import { everyPart } from '../postgres/expression';
import type { ObjectName } from '../postgres/name';

/** What is known of the columns that a condition compares. */
export interface Compared {
  /** A range of it that is open at one end is one of keys. */
  readonly isKey: (column: string) => boolean;
  /** One value of it may stand in any number of rows: it is known, no index begins with it, and it is not called like a key. */
  readonly isShared: (column: string) => boolean;
  /** Its rows are found without reading the whole table; true where nobody knows. */
  readonly isLed: (column: string) => boolean;
}

/** What the catalog knows of the columns of a table; where it does not know the table, names have to do. */
export function comparedIn({ catalog }: Session, table: Relation | undefined): Compared {
  const known = table !== undefined && isTable(table) ? table : undefined;
  const indexes =
    known === undefined
      ? []
      : indexesOf(catalog, known.id).filter(({ valid, predicate }) => valid && predicate === null);
  const leads = (column: string, only: (index: (typeof indexes)[number]) => boolean): boolean =>
    indexes.some((index) => only(index) && index.keys[0]?.column === column);
  const isOpen = (column: string): boolean =>
    known?.complete !== true || !known.columns.some(({ name }) => name === column);
  return {
    isKey: (column) => leads(column, ({ unique }) => unique) || (isOpen(column) && NAMED_KEY.test(column)),
    isShared: (column) => !isOpen(column) && !leads(column, () => true) && !NAMED_KEY.test(column),
    isLed: (column) => isOpen(column) || leads(column, () => true),
  };
}

/** The same of a relation by its name. */
export function comparedOf(session: Session, name: ObjectName): Compared {
  return comparedIn(session, relationOf(session, name));
}

const NAMED_KEY = /(^|_)(id|uuid|key)$|(Id|Key)$/;

/**
 * A column compared with literals or a list of them, a range of keys or one with two ends, or a subquery (which may have a LIMIT): few
 * rows meet it. NULL tests, tautologies, ranges that are open at one end and values of a column that is known to repeat them
 * (`status = 'closed'`) do not bound. `led`: only where an index finds the rows.
 */
export function boundsRows(where: Expression, compared: Compared, led: boolean): boolean {
  const isFound = (column: string | null): boolean => !led || column === null || compared.isLed(column);
  switch (where.kind) {
    case 'and':
      return where.args.some((arg) => boundsRows(arg, compared, led)) || hasTwoEnds(where.args, isFound);
    case 'or':
      return where.args.every((arg) => boundsRows(arg, compared, led));
    case 'in-list':
      return (
        !where.negated &&
        where.arg.kind === 'column' &&
        isFound(where.arg.name) &&
        !compared.isShared(where.arg.name)
      );
    case 'between':
      return !where.negated && where.arg.kind === 'column' && isFound(where.arg.name);
    case 'operator': {
      if (!mentionsColumn(where) || !mentionsValue(where)) return false;
      const column = comparedColumn(where);
      if (where.name === '=' || isPlainLike(where))
        return isFound(column) && (column === null || !compared.isShared(column));
      return RANGE.has(where.name) && column !== null && compared.isKey(column);
    }
    case 'opaque':
    case 'subquery':
      return everyPart(where).some((part) => part.kind === 'subquery');
    case 'array':
    case 'call':
    case 'case':
    case 'cast':
    case 'coalesce':
    case 'collate':
    case 'column':
    case 'constant':
    case 'is-null':
    case 'not':
    case 'row':
    case 'special-value':
      return false;
  }
}

type Comparison = Extract<Expression, { kind: 'operator' }>;

/** `LIKE 'admin'`: without a wildcard it is a comparison. */
function isPlainLike({ name, right }: Comparison): boolean {
  return (
    (name === '~~' || name === '~~*') &&
    right.kind === 'constant' &&
    typeof right.value === 'string' &&
    !/[%_\\]/.test(right.value)
  );
}

const RANGE: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** `a >= 1 AND a < 5`: like BETWEEN. */
function hasTwoEnds(args: readonly Expression[], isFound: (column: string) => boolean): boolean {
  const ends = args.flatMap((arg) => {
    if (arg.kind !== 'operator' || !RANGE.has(arg.name) || !mentionsValue(arg)) return [];
    const column = comparedColumn(arg);
    if (column === null || !isFound(column)) return [];
    return [{ column, isUpper: arg.name.startsWith('<') === (arg.left?.kind === 'column') }];
  });
  return ends.some((end) =>
    ends.some((other) => other.column === end.column && other.isUpper !== end.isUpper),
  );
}

/** The column that stands alone on one side. */
function comparedColumn({ left, right }: Comparison): string | null {
  if (left?.kind === 'column') return left.name;
  return right.kind === 'column' ? right.name : null;
}

function mentionsColumn(expression: Expression): boolean {
  return everyPart(expression).some((part) => part.kind === 'column');
}

function mentionsValue(expression: Expression): boolean {
  return everyPart(expression).some(
    (part) => part.kind === 'constant' && part.value !== null && typeof part.value !== 'boolean',
  );
}
