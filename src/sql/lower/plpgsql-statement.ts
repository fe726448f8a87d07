import type { BodyStatement } from '../../postgres/body';
import type { Operation } from '../../postgres/operation';
import type { Arm } from './plpgsql-choice';
import { choice } from './plpgsql-choice';
import type { BodyReader } from './plpgsql-reader';
import type { Fields, TreeNode } from './plpgsql-tree';
import { nodesIn, numberIn, sqlIn, stringIn, treeNode } from './plpgsql-tree';
import { assignedName } from './plpgsql-variables';

/** How deep blocks may be nested. */
const MAX_NESTING = 100;

/** What a list of PL/pgSQL statements does. */
export function plpgsqlStatements(
  nodes: readonly TreeNode[],
  reader: BodyReader,
  depth = 0,
): readonly BodyStatement[] {
  if (depth > MAX_NESTING)
    return [{ kind: 'unread', reason: 'procedural-code', detail: 'nested too deeply', start: 0 }];
  return nodes.flatMap(({ kind, fields }) => {
    const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
    if (read === undefined) return [{ kind: 'unread', reason: 'procedural-code', detail: kind, start: 0 }];
    return read({ fields, line: numberIn(fields, 'lineno'), reader, depth });
  });
}

interface Context {
  readonly fields: Fields;
  readonly line: number;
  readonly reader: BodyReader;
  readonly depth: number;
}

type StatementReader = (context: Context) => readonly BodyStatement[];

const nothing: StatementReader = () => [];

const READERS: Readonly<Record<string, StatementReader>> = {
  PLpgSQL_stmt_block: block,
  PLpgSQL_stmt_assign: assignment,
  PLpgSQL_stmt_if: branch,
  PLpgSQL_stmt_case: cases,
  PLpgSQL_stmt_loop: (context) => [loop(inner(context, 'body'))],
  PLpgSQL_stmt_while: (context) => [loop([...evaluated(context, 'cond'), ...inner(context, 'body')])],
  PLpgSQL_stmt_fori: (context) => [
    ...evaluated(context, 'lower', 'upper', 'step'),
    loop(inner(context, 'body')),
  ],
  PLpgSQL_stmt_fors: (context) => overQuery(context, statement(context, 'query')),
  PLpgSQL_stmt_forc: (context) => overQuery(context, cursorQuery(context)),
  PLpgSQL_stmt_dynfors: (context) => overQuery(context, executed(context, 'query')),
  PLpgSQL_stmt_foreach_a: foreach,
  PLpgSQL_stmt_exit: (context) => evaluated(context, 'cond'),
  PLpgSQL_stmt_return: (context) => [...evaluated(context, 'expr'), { kind: 'return' }],
  PLpgSQL_stmt_return_next: (context) => evaluated(context, 'expr'),
  PLpgSQL_stmt_return_query: (context) => [...statement(context, 'query'), ...executed(context, 'dynquery')],
  PLpgSQL_stmt_raise: raise,
  PLpgSQL_stmt_assert: (context) => evaluated(context, 'cond'),
  PLpgSQL_stmt_execsql: (context) => statement(context, 'sqlstmt'),
  PLpgSQL_stmt_dynexecute: (context) => executed(context, 'query'),
  PLpgSQL_stmt_perform: (context) => statement(context, 'expr'),
  PLpgSQL_stmt_call: (context) => statement(context, 'expr'),
  PLpgSQL_stmt_getdiag: nothing,
  PLpgSQL_stmt_open: (context) => {
    const written = [...statement(context, 'query'), ...executed(context, 'dynquery')];
    return written.length > 0 ? written : cursorQuery(context);
  },
  PLpgSQL_stmt_fetch: nothing,
  PLpgSQL_stmt_close: nothing,
  PLpgSQL_stmt_commit: () => [{ kind: 'commit' }],
  PLpgSQL_stmt_rollback: () => [{ kind: 'rollback' }],
};

/** A block without EXCEPTION is but its statements. */
function block(context: Context): readonly BodyStatement[] {
  const body = inner(context, 'body');
  const exceptions = treeNode(context.fields['exceptions']);
  if (exceptions === null) return body;
  const handlers = nodesIn(exceptions.fields, 'exc_list').map(({ fields }) => ({
    conditions: nodesIn(fields, 'conditions').map((each) => stringIn(each.fields, 'condname') ?? ''),
    body: inner({ ...context, fields }, 'action'),
  }));
  return [{ kind: 'block', body, handlers }];
}

/** The SQL of an assignment holds its target as well. */
function assignment({ fields, line, reader }: Context): readonly BodyStatement[] {
  const written = sqlIn(fields, 'expr') ?? '';
  const sql = written.replace(/^[^=]*?:?=\s*/, '');
  const name = assignedName(written);
  if (name !== null) reader.remember(name, sql);
  return reader.evaluated(sql, line);
}

/** What the conditions of ELSIF do is put before the whole branch. */
function branch(context: Context): readonly BodyStatement[] {
  const { fields, line } = context;
  const arms = [
    arm(context, sqlIn(fields, 'cond') ?? '', line, 'then_body'),
    ...nodesIn(fields, 'elsif_list').map((each) => {
      const elsif = { ...context, fields: each.fields };
      return arm(elsif, sqlIn(each.fields, 'cond') ?? '', numberIn(each.fields, 'lineno'), 'stmts');
    }),
  ];
  return choice(arms, inner(context, 'else_body'));
}

function arm(context: Context, sql: string, line: number, body: string): Arm {
  const condition = context.reader.condition(sql, line);
  return { body: inner(context, body), ...condition };
}

/** The parser puts what CASE compares into a variable of its own. */
const CASE_VARIABLE = /^"__Case__Variable_\d+__"/;

/** CASE without ELSE raises an error if nothing fits. */
function cases(context: Context): readonly BodyStatement[] {
  const before = evaluated(context, 't_expr');
  const subject = sqlIn(context.fields, 't_expr') ?? '';
  const arms = nodesIn(context.fields, 'case_when_list').map(({ fields }) => {
    const sql = (sqlIn(fields, 'expr') ?? '').replace(CASE_VARIABLE, () => `(${subject})`);
    return arm({ ...context, fields }, sql, numberIn(fields, 'lineno'), 'stmts');
  });
  const raised: readonly BodyStatement[] = [{ kind: 'raise' }];
  const otherwise = context.fields['have_else'] === true ? inner(context, 'else_stmts') : raised;
  return [...before, ...choice(arms, otherwise)];
}

function overQuery(context: Context, query: readonly BodyStatement[]): readonly BodyStatement[] {
  const operations: readonly Operation[] = query.flatMap((each) =>
    each.kind === 'sql' ? each.operations : [],
  );
  const others = query.filter((each) => each.kind !== 'sql');
  return [...others, { kind: 'loop', body: inner(context, 'body'), query: operations }];
}

/** FOREACH over a constant array is read once for each of its values; what it does then is certain. */
function foreach(context: Context): readonly BodyStatement[] {
  const { fields, line, reader } = context;
  const sql = sqlIn(fields, 'expr') ?? '';
  const before = reader.evaluated(sql, line);
  const name = stringIn(reader.datums[numberIn(fields, 'varno')]?.fields ?? {}, 'refname');
  const values = reader.constants(sql);
  if (name === null || values === null || values.length > reader.budget.rounds) {
    return [...before, loop(inner(context, 'body'))];
  }
  reader.budget.rounds -= values.length;
  const again = reader.mark();
  const rounds = values.flatMap((value) => {
    again();
    return inner({ ...context, reader: reader.within(name, value) }, 'body');
  });
  return values.length === 0 || mayLeave(fields) ? [...before, loop(rounds)] : [...before, ...rounds];
}

/** True if an EXIT or CONTINUE stands somewhere in a loop. */
function mayLeave(fields: Fields): boolean {
  return JSON.stringify(fields['body'] ?? []).includes('"PLpgSQL_stmt_exit"');
}

/** Level of RAISE EXCEPTION (elog.h, ERROR); the levels below only speak. RAISE alone throws again. */
const ERROR = 21;

function raise(context: Context): readonly BodyStatement[] {
  const said = nodesIn(context.fields, 'params').flatMap(({ fields }) =>
    typeof fields['query'] === 'string' ? context.reader.evaluated(fields['query'], context.line) : [],
  );
  return numberIn(context.fields, 'elog_level') >= ERROR ? [...said, { kind: 'raise' }] : said;
}

/** The query of a cursor that was declared with one. */
function cursorQuery({ fields, line, reader }: Context): readonly BodyStatement[] {
  const sql = sqlIn(reader.datums[numberIn(fields, 'curvar')]?.fields ?? {}, 'cursor_explicit_expr');
  return sql === null ? [] : reader.statement(sql, line);
}

function inner({ fields, reader, depth }: Context, name: string): readonly BodyStatement[] {
  return plpgsqlStatements(nodesIn(fields, name), reader, depth + 1);
}

function statement({ fields, line, reader }: Context, name: string): readonly BodyStatement[] {
  const sql = sqlIn(fields, name);
  return sql === null ? [] : reader.statement(sql, line);
}

function executed({ fields, line, reader }: Context, name: string): readonly BodyStatement[] {
  const sql = sqlIn(fields, name);
  return sql === null ? [] : reader.executed(sql, line);
}

function evaluated({ fields, line, reader }: Context, ...names: readonly string[]): readonly BodyStatement[] {
  return names.flatMap((name) => {
    const sql = sqlIn(fields, name);
    return sql === null ? [] : reader.evaluated(sql, line);
  });
}

function loop(body: readonly BodyStatement[]): BodyStatement {
  return { kind: 'loop', body, query: [] };
}
