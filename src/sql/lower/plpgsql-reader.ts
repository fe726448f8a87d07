import type { Node } from '@pgsql/types';
import type { BodyStatement } from '../../postgres/body';
import type { Expression } from '../../postgres/expression';
import type { Operation } from '../../postgres/operation';
import { isPlaceholder, PLACEHOLDER } from '../placeholder';
import { bodyCondition, conjuncts } from './body-condition';
import type { BodyPosition } from './body-position';
import { executedText } from './executed-text';
import { expression } from './expression';
import { isFailure, readStatements, statementOperations } from './inner-statement';
import type { Lowering } from './lowering';
import type { Arm } from './plpgsql-choice';
import type { TreeNode } from './plpgsql-tree';
import { withValues } from './plpgsql-variables';
import type { Variables } from './plpgsql-variables';

/** Reads the SQL inside of one PL/pgSQL body. */
export interface BodyReader {
  readonly datums: readonly TreeNode[];
  /** How many rounds of loops over constants may still be read: loops inside loops multiply. */
  readonly budget: { rounds: number };
  /** A statement that stands in the body as it is. */
  statement(sql: string, line: number): readonly BodyStatement[];
  /** What an expression does when it is evaluated: nothing, or a query if it reads or calls something. */
  evaluated(sql: string, line: number): readonly BodyStatement[];
  /** A condition, and what evaluating it does. */
  condition(sql: string, line: number): Omit<Arm, 'body'>;
  /** EXECUTE of an expression. */
  executed(sql: string, line: number): readonly BodyStatement[];
  /** Notes the value of a variable if the expression is constant. */
  remember(name: string, sql: string): void;
  /** The texts of a constant array; null for anything else. */
  constants(sql: string): readonly string[] | null;
  /** The same reader in a loop whose variable has a known value. */
  within(name: string, value: string): BodyReader;
  /** Lets the search for places begin again from here. */
  readonly mark: BodyPosition['mark'];
}

/** How many rounds of loops over constants are read in one body. */
const MAX_ROUNDS = 500;

/** Makes a reader. */
export function bodyReader(
  lowering: Lowering,
  position: BodyPosition,
  variables: Variables,
  datums: readonly TreeNode[],
  budget = { rounds: MAX_ROUNDS },
): BodyReader {
  const select = lastOf((sql) => lowering.parseText(`SELECT ${sql}`));
  const parsed = (sql: string): Node | null => valueNode(select(sql));
  const lowered = (node: Node): Expression => expression(node, { ...lowering, query: null, withNames: null });
  const reads = (sql: string, line: number): readonly BodyStatement[] =>
    queryOf(select(sql), sql, position.find(sql, line), lowering);
  return {
    datums,
    budget,
    statement: (sql, line) => readStatements(sql, position.find(sql, line), lowering, 'static'),
    evaluated: (sql, line) => (mayDo(sql) ? reads(sql, line) : []),
    condition(sql, line) {
      const written = parsed(sql);
      if (written === null) return { condition: { kind: 'unknown', text: sql }, parts: [], before: [] };
      const node = withValues(written, variables);
      const outside = { ...lowering, query: null, withNames: null };
      const parts = conjuncts(node, outside);
      const asksCatalog = parts.every(({ kind }) => kind === 'exists');
      const before = asksCatalog || !mayDo(sql) ? [] : reads(sql, line);
      return { condition: bodyCondition(node, outside), parts, before };
    },
    executed(sql, line) {
      const start = position.find(sql, line, 'execute');
      const node = parsed(sql);
      const text = node === null ? PLACEHOLDER : executedText(lowered(node), variables);
      const before = mayDo(sql) ? queryOf(select(sql), sql, start, lowering) : [];
      if (tellsNothing(text))
        return [...before, { kind: 'unread', reason: 'dynamic-sql', detail: sql, start }];
      // A string constant without doubled quotes stands in the body as it is.
      const inside = lowering.text.startsWith(sql, start) ? sql.indexOf(text) : -1;
      if (inside >= 0) return [...before, ...readStatements(text, start + inside, lowering, 'constant')];
      return [...before, ...readExecuted(text, start, lowering)];
    },
    remember(name, sql) {
      const node = parsed(sql);
      const text = node === null ? PLACEHOLDER : executedText(lowered(node), variables);
      variables.assign(name, text === PLACEHOLDER ? undefined : text);
    },
    constants(sql) {
      const node = parsed(sql);
      return node === null ? null : arrayTexts(lowered(node), variables);
    },
    within: (name, value) => bodyReader(lowering, position, variables.within(name, value), datums, budget),
    mark: () => position.mark(),
  };
}

type Parsed = ReturnType<Lowering['parseText']>;

/** Remembers the last result: an expression is often read for its value and for what it calls, one after the other. */
function lastOf(parse: (sql: string) => Parsed): (sql: string) => Parsed {
  let last: { readonly sql: string; readonly parsed: Parsed } | undefined;
  return (sql) => {
    if (last?.sql !== sql) last = { sql, parsed: parse(sql) };
    return last.parsed;
  };
}

/** The parse tree of an expression. */
function valueNode(parsed: Parsed): Node | null {
  if (isFailure(parsed)) return null;
  const [first, second] = parsed;
  if (first === undefined || second !== undefined || !('SelectStmt' in first.node)) return null;
  const { targetList = [], fromClause } = first.node.SelectStmt;
  const [target] = targetList;
  if (fromClause !== undefined || targetList.length !== 1 || target === undefined || !('ResTarget' in target))
    return null;
  return target.ResTarget.val ?? null;
}

/** Without a parenthesis there is neither a call nor a subquery; `SELECT` may do without in `x := a FROM t`. */
function mayDo(sql: string): boolean {
  return sql.includes('(') || /\bfrom\b/i.test(sql);
}

/** Functions that only work on what they are given: an expression of nothing else does nothing worth a statement. */
const HARMLESS: ReadonlySet<string> = new Set([
  'array_length',
  'btrim',
  'cardinality',
  'coalesce',
  'concat',
  'concat_ws',
  'count',
  'format',
  'length',
  'lower',
  'now',
  'nullif',
  'quote_ident',
  'quote_literal',
  'quote_nullable',
  'replace',
  'string_to_array',
  'substr',
  'to_char',
  'to_regclass',
  'to_regtype',
  'trim',
  'upper',
]);

function queryOf(parsed: Parsed, sql: string, start: number, lowering: Lowering): readonly BodyStatement[] {
  if (isFailure(parsed)) return [{ kind: 'unread', reason: 'syntax-error', detail: parsed.error, start }];
  const operations = parsed.flatMap(({ node }) => statementOperations(node, sql, lowering));
  if (!operations.some(doesSomething)) return [];
  return [{ kind: 'sql', text: sql, start, operations, dynamic: false }];
}

function doesSomething(operation: Operation): boolean {
  if (operation.kind !== 'query') return true;
  const { reads, writes, calls } = operation.query;
  return (
    reads.length > 0 ||
    writes.length > 0 ||
    calls.some(({ name }) => name.schema !== null || !HARMLESS.has(name.name))
  );
}

/** What is unknown may stand where only a number may (MODULUS, START WITH): a text that does not parse is tried with one. */
function readExecuted(text: string, start: number, lowering: Lowering): readonly BodyStatement[] {
  const read = readStatements(text, start, lowering, 'made');
  if (!isPlaceholder(text) || read.every((each) => each.kind === 'sql')) return read;
  const numbered = readStatements(text.replace(LONE_PLACEHOLDER, '1'), start, lowering, 'made');
  return numbered.every((each) => each.kind === 'sql') ? numbered : read;
}

const LONE_PLACEHOLDER = /(?<=[\s(,])\uE000(?=[\s),;]|$)/g;

/** A text of which not even the first words are known. */
function tellsNothing(text: string): boolean {
  const written = text.trim();
  return written === '' || isPlaceholder(written.slice(0, 1)) || /^select\s+[^\s'"]*\uE000/i.test(written);
}

function arrayTexts(value: Expression, variables: Variables): readonly string[] | null {
  if (value.kind === 'cast') return arrayTexts(value.arg, variables);
  if (value.kind === 'constant' && typeof value.value === 'string') return arrayLiteral(value.value);
  if (value.kind === 'column' && value.relation === null) {
    const text = variables.valueOf(value.name);
    return text === undefined ? null : arrayLiteral(text);
  }
  return value.kind === 'array' ? value.args.map((each) => executedText(each, variables)) : null;
}

/** `'{orders,users}'`; null with quotes or nested braces. */
function arrayLiteral(text: string): readonly string[] | null {
  const [, inner] = /^\{([^{}"\\]*)\}$/.exec(text.trim()) ?? [];
  return inner === undefined ? null : inner.split(',').map((each) => each.trim());
}
