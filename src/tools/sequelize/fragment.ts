import type { Site } from '../../javascript/host';
import { hostFunction } from '../../javascript/host';
import type { SqlPart } from '../../javascript/sql-text';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import { sqlLiteral } from '../../javascript/sql-literal';
import { knownText } from '../../javascript/text';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { quoteNames } from './names';
import { comparisonSql, whereSql } from './where';

/** `Sequelize.literal`, `fn`, `col`, `cast` and `where`: pieces of SQL that stand where a value is expected. */
export const FRAGMENTS: Readonly<Record<string, Value>> = {
  literal: hostFunction('literal', ([text], { at }) => fragment(sqlValue(text, at, 'the SQL'))),
  asIs: hostFunction('asIs', ([text], { at }) => fragment(sqlValue(text, at, 'the SQL'))),
  fn: hostFunction('fn', ([name, ...args], site) => {
    const parts = args.map((arg) => operand(arg, site));
    return fragment(
      sqlAt(site.at)`${sqlValue(name, site.at, 'the function')}(${joinSql(parts, ', ', site.at)})`,
    );
  }),
  col: hostFunction('col', ([name], site) => {
    const star = knownText(name) === '*';
    return fragment(star ? sqlAt(site.at)`*` : quoteNames(sqlValue(name, site.at, 'the column'), site));
  }),
  cast: hostFunction('cast', ([value = UNDEFINED, type], site) => {
    const word = knownText(type)?.toUpperCase() ?? sqlValue(type, site.at, 'the type');
    return fragment(sqlAt(site.at)`CAST(${operand(value, site)} AS ${word})`);
  }),
  where: hostFunction('where', ([left = UNDEFINED, comparator, logic], site) => {
    const value = logic ?? comparator ?? UNDEFINED;
    const operator = logic === undefined ? undefined : knownText(comparator);
    const sql = sqlAt(site.at);
    if (value.kind === 'object') return fragment(comparisonSql(sqlOperand(left, site), value, site));
    return fragment(sql`${sqlOperand(left, site)} ${operatorWord(operator)} ${sqlOperand(value, site)}`);
  }),
  and: hostFunction('and', (args, site) =>
    fragment(
      joinSql(
        args.map((arg) => group(arg, site)),
        ' AND ',
        site.at,
      ),
    ),
  ),
  or: hostFunction('or', (args, site) =>
    fragment(
      joinSql(
        args.map((arg) => group(arg, site)),
        ' OR ',
        site.at,
      ),
    ),
  ),
  json: hostFunction('json', ([path], { at }) => fragment(sqlValue(path, at, 'the path'))),
};

function group(arg: Value, site: Site): TextValue {
  return sqlAt(site.at)`(${operand(arg, site)})`;
}

function operatorWord(operator: string | undefined): string {
  return operator === undefined || operator.startsWith('op:') ? '=' : operator;
}

function operand(value: Value, site: Site): SqlPart {
  return value.kind === 'object' ? whereSql(value, site) : sqlOperand(value, site);
}

/** A value as it is written in a condition or as an argument. */
export function sqlOperand(value: Value, site: Site): TextValue {
  return sqlLiteral(value, site);
}

function fragment(text: TextValue): HostValue {
  return { kind: 'host', host: { name: 'a fragment of Sequelize', text: () => text } };
}
