import type { Node } from '@pgsql/types';
import type { Body, BodyStatement } from '../../postgres/body';
import type { OperationOf } from '../../postgres/operation';
import { collect } from '../walk';
import { columnUses } from './column-uses';
import { readStatements, statementOperations } from './inner-statement';
import type { Lowering } from './lowering';
import { plpgsqlBody } from './plpgsql';
import { gather, queryStatement } from './query';
import { typeName } from './type-name';

/** How many bodies may stand inside one another: a DO that EXECUTEs a CREATE FUNCTION is two. */
const MAX_BODIES = 4;

/** The body of a DO block, read at once: it runs. */
export function doBody(language: string, source: string, lowering: Lowering): Body {
  return { language, statements: read(language, source, lowering) };
}

/**
 * The body of a function, read only when somebody asks for its statements: creating a function does not run it, and reading
 * PL/pgSQL takes as long as parsing a hundred other statements.
 */
export function functionBody(language: string, source: string | null, lowering: Lowering): Body {
  let statements: readonly BodyStatement[] | undefined;
  return {
    language,
    get statements() {
      if (statements === undefined) statements = source === null ? [] : read(language, source, lowering);
      return statements;
    },
  };
}

/** BEGIN ATOMIC … END, or RETURN: parsed together with the statement. The nodes do not say where they stand. */
export function atomicBody(node: Node, lowering: Lowering): Body {
  const { text } = lowering;
  const start = Math.max(0, text.search(/\b(?:begin\s+atomic|return)\b/i));
  const inside: Lowering = { ...lowering, bodies: lowering.bodies + 1 };
  return {
    language: 'sql',
    statements: statementsOf(node).map((each): BodyStatement => {
      const operations = statementOperations(each, text.slice(start), inside);
      return { kind: 'sql', text: text.slice(start), start, operations, dynamic: false };
    }),
  };
}

/** What a body that is parsed together with its function speaks of. */
export function atomicQuery(
  node: Node,
  lowering: Lowering,
): NonNullable<OperationOf<'create-function'>['atomic']> {
  const statements = statementsOf(node);
  const query = gather(lowering, (inside) => {
    for (const each of statements) queryStatement(each, inside, true, []);
    return { columns: [], limited: false };
  });
  const uses = statements.flatMap((each) => columnUses(each).uses);
  const types = collect(node, 'TypeName').map((each) => typeName(each, lowering));
  return { query: { ...query, uses }, types };
}

function statementsOf(node: Node): readonly Node[] {
  if ('List' in node) return (node.List.items ?? []).flatMap(statementsOf);
  if ('ReturnStmt' in node) {
    const value = node.ReturnStmt.returnval;
    return value === undefined ? [] : [{ SelectStmt: { targetList: [{ ResTarget: { val: value } }] } }];
  }
  return [node];
}

function read(language: string, source: string, lowering: Lowering): readonly BodyStatement[] {
  const start = Math.max(0, lowering.text.indexOf(source));
  if (lowering.bodies >= MAX_BODIES) return [unread('bodies inside bodies', start)];
  const inside: Lowering = { ...lowering, bodies: lowering.bodies + 1, query: null, withNames: null };
  if (language === 'plpgsql') return plpgsqlBody(source, inside);
  if (language === 'sql') return readStatements(source, start, inside, 'static');
  return [unread(`a body in the language ${language}`, start)];
}

function unread(detail: string, start: number): BodyStatement {
  return { kind: 'unread', reason: 'procedural-code', detail, start };
}
