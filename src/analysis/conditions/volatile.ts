import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import { volatilityOf } from '../../postgres/volatility';
import type { UserFunction } from '../catalog/catalog';
import { functionsCalled } from '../catalog/functions-called';
import type { Session } from '../session';
import type { Verdict } from './claim';
import { either, unknown } from './claim';

/** Functions inside of functions are followed this far. */
const DEEPEST = 8;

/** Whether evaluating the expression calls a VOLATILE function, so that every row may get another value. */
export function isVolatile(session: Session, expression: Expression, depth = 0): Verdict {
  return either(
    everyPart(expression).map((part): Verdict => {
      if (part.kind !== 'call') return false;
      const { schema, name } = part.name;
      const users = functionsCalled(session, part);
      if (users.length > 0)
        return anyOf(
          name,
          users.map((known) => isVolatileFunction(session, known, depth)),
        );
      const own = schema === null || schema === 'pg_catalog' ? volatilityOf(name, session.major) : 'unknown';
      if (own !== 'unknown') return own === 'volatile';
      return unknown(`${name}() is not volatile`);
    }),
  );
}

/** Where the overloads differ, nobody says which of them is called. */
function anyOf(name: string, verdicts: readonly Verdict[]): Verdict {
  const differ = verdicts.some((verdict) => verdict !== true) && verdicts.includes(true);
  return differ ? unknown(`the ${name}() that is called is not volatile`) : either(verdicts);
}

/**
 * From 12 on the expression is simplified first, and a function in SQL that is one plain SELECT is put in place of its call,
 * whatever it is declared (clauses.c, inline_function).
 */
function isVolatileFunction(session: Session, known: UserFunction, depth: number): Verdict {
  if (known.volatility !== 'volatile') return false;
  const inlined = session.major >= 12 && depth < DEEPEST ? plainSelect(known) : null;
  if (inlined === null) return true;
  // A STRICT one stays where NULL would not make all of it NULL.
  const verdict = isVolatile(session, inlined, depth + 1);
  return verdict === false && known.strict && known.parameters.length > 0
    ? unknown(`${known.name}() is put in place of its call`)
    : verdict;
}

/** What a function in SQL gives that is put in place of its call: one plain SELECT without FROM or subquery; null for any other. */
export function plainSelect({ language, body, settings, securityDefiner }: UserFunction): Expression | null {
  const [only, ...more] = body.statements;
  if (language !== 'sql' || more.length > 0 || only?.kind !== 'sql') return null;
  if (securityDefiner || Object.keys(settings).length > 0) return null;
  const [operation, ...others] = only.operations;
  if (operation?.kind !== 'query' || operation.query.bare !== true || others.length > 0) return null;
  const [column, ...rest] = operation.query.columns;
  if (column === null || column === undefined || rest.length > 0) return null;
  const hasSubquery = everyPart(column.expression).some(({ kind }) => kind === 'subquery');
  return hasSubquery ? null : column.expression;
}
