import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, sqlAt } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { wrapName } from '../knex/names';
import type { BuilderKind, Clause, Scope } from './builder';
import { columnsSql, conditionSql, expressionBuilder } from './condition';

/** What has conditions: a query, or the group that a callback describes. */
export interface WithConditions {
  readonly conditions: readonly TextValue[];
}

/** The calls that add a condition; those with `or` and `exists` are of the versions before 0.24. */
export function conditionClauses<State extends WithConditions>(
  scope: Scope,
): Readonly<Record<string, Clause<State>>> {
  const and =
    (text: (args: readonly Value[], site: Site) => TextValue): Clause<State> =>
    (state, args, site) => ({ ...state, conditions: [...state.conditions, text(args, site)] });
  const or =
    (text: (args: readonly Value[], site: Site) => TextValue): Clause<State> =>
    (state, args, site) => ({ ...state, conditions: either(state.conditions, text(args, site), site) });
  const condition = (args: readonly Value[], site: Site): TextValue => conditionSql(scope, args, site);
  const exists = (args: readonly Value[], site: Site): TextValue =>
    sqlAt(site.at)`exists ${queryOf(scope, args[0], site)}`;
  const notExists = (args: readonly Value[], site: Site): TextValue =>
    sqlAt(site.at)`not ${exists(args, site)}`;
  return {
    where: and(condition),
    orWhere: or(condition),
    whereRef: and(columnsSql),
    orWhereRef: or(columnsSql),
    whereExists: and(exists),
    orWhereExists: or(exists),
    whereNotExists: and(notExists),
    orWhereNotExists: or(notExists),
  };
}

function either(before: readonly TextValue[], text: TextValue, { at }: Site): readonly TextValue[] {
  return before.length === 0 ? [text] : [sqlAt(at)`(${joinSql(before, ' and ', at)} or ${text})`];
}

function queryOf(scope: Scope, value: Value = UNDEFINED, site: Site): TextValue {
  const query = value.kind === 'function' ? callValue(value, [expressionBuilder(scope)], site) : value;
  return sqlLiteral(query, site);
}

/** Conditions in parentheses, as callbacks of the versions before 0.24 describe them. */
export function groupKind(scope: Scope): BuilderKind<WithConditions> {
  return {
    name: 'a group of conditions',
    clauses: conditionClauses(scope),
    compile: ({ conditions }, { at }) => sqlAt(at)`(${joinSql(conditions, ' and ', at)})`,
  };
}

/** The words of a query that stand between SELECT and its columns, behind it, or join it with another one. */
export interface SelectWords {
  readonly distinct?: TextValue;
  readonly tail: readonly TextValue[];
  readonly sets: readonly TextValue[];
}

const words =
  <State extends SelectWords>(text: string): Clause<State> =>
  (query, _args, { at }) => ({ ...query, tail: [...query.tail, sqlAt(at)`${text}`] });

/** The calls on a query that lock rows, make it distinct or combine it with others. */
export function selectClauses<State extends SelectWords>(
  scope: Scope,
): Readonly<Record<string, Clause<State>>> {
  const combined =
    (word: string): Clause<State> =>
    (query, [other], site) => ({
      ...query,
      tail: [...query.tail, sqlAt(site.at)`${word} ${queryOf(scope, other, site)}`],
    });
  return {
    distinct: (query, _args, { at }) => ({ ...query, distinct: sqlAt(at)`distinct ` }),
    distinctOn: (query, [columns], site) => {
      const items = columns?.kind === 'array' ? columns.items : [columns];
      const names = joinSql(
        items.map((item) => wrapName(item, site)),
        ', ',
        site.at,
      );
      return { ...query, distinct: sqlAt(site.at)`distinct on (${names}) ` };
    },
    forUpdate: words('for update'),
    forShare: words('for share'),
    forKeyShare: words('for key share'),
    forNoKeyUpdate: words('for no key update'),
    skipLocked: words('skip locked'),
    noWait: words('nowait'),
    union: combined('union'),
    unionAll: combined('union all'),
    intersect: combined('intersect'),
    intersectAll: combined('intersect all'),
    except: combined('except'),
    exceptAll: combined('except all'),
    modifyEnd: (query, [value = UNDEFINED], site) => ({
      ...query,
      tail: [...query.tail, sqlLiteral(value, site)],
    }),
    $narrowType: (query) => query,
    $assertType: (query) => query,
    $asTuple: (query) => query,
    $asScalar: (query) => query,
  };
}
