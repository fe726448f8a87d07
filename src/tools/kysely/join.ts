import type { Site } from '../../javascript/host';
import type { BuilderKind, Clause, Scope } from './builder';
import { described } from './builder';
import { columnsSql, conditionSql } from './condition';
import { objectName } from './names';
import type { QueryState } from './query';
import { joinSql, sqlAt } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { wrapName } from '../knex/names';

/** `innerJoin('users', 'users.id', 'orders.userId')`, or with a callback that says on what. */
export function join(scope: Scope, words: string): Clause<QueryState> {
  return (query, [table, left, right], site) => {
    const sql = sqlAt(site.at);
    const on = joinCondition(scope, left, right, site);
    return {
      ...query,
      joins: [...query.joins, sql`${words} ${objectName(table, query.schema, site)} on ${on}`],
    };
  };
}

/** Two columns that are equal, or what a callback says. */
export function joinCondition(
  scope: Scope,
  left: Value | undefined,
  right: Value | undefined,
  site: Site,
): TextValue {
  return right === undefined
    ? joinSql(described(scope, joinKind(scope), [], left, site), ' and ', site.at)
    : sqlAt(site.at)`${wrapName(left, site)} = ${wrapName(right, site)}`;
}

function joinKind(scope: Scope): BuilderKind<readonly TextValue[]> {
  return {
    name: 'join',
    clauses: {
      on: (conditions, args, site) => [...conditions, conditionSql(scope, args, site)],
      onRef: (conditions, args, site) => [...conditions, columnsSql(args, site)],
      onTrue: (conditions, _args, { at }) => [...conditions, sqlAt(at)`true`],
    },
  };
}
