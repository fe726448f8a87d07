import type { Site } from '../../javascript/host';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, sqlAt } from '../../javascript/sql-text';
import { textAt } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { quoteNames } from './names';

/** What comes before the name of an operator where it is the key of a condition: symbols are texts here. */
export const OPERATOR = 'op:';

/** The condition that an object describes: `{ state: 'new', total: { [Op.gt]: 3 } }`. */
export function whereSql(where: Value, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  if (where.kind === 'host') return where.host.text?.(site) ?? unknown(site);
  if (where.kind === 'text') return where;
  if (where.kind === 'array')
    return joinSql(
      where.items.map((item) => whereSql(item, site)),
      ' AND ',
      at,
    );
  if (where.kind !== 'object') return unknown(site);
  const parts = symbolsFirst(where.entries).map(([key, value]) => {
    const logic = LOGIC[key];
    if (logic !== undefined) return logicSql(logic, value, site);
    return comparisonSql(quoteNames(textAt(key, at), site), value, site);
  });
  if (where.open !== undefined) parts.push(unknown(site));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : sql`${joinSql(parts, ' AND ', at)}`;
}

/** One column against a value, a list, or operators. */
export function comparisonSql(column: TextValue, value: Value, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  if (value.kind === 'null') return sql`${column} IS NULL`;
  if (value.kind === 'array') return sql`${column} IN (${literals(value, site)})`;
  if (value.kind !== 'object') return sql`${column} = ${sqlLiteral(value, site)}`;
  const parts = symbolsFirst(value.entries).map(([operator, operand]) => {
    const logic = LOGIC[operator];
    if (logic !== undefined && operand.kind === 'array') {
      const each = operand.items.map((item) => comparisonSql(column, item, site));
      return sql`(${joinSql(each, ` ${logic} `, at)})`;
    }
    return operatorSql(column, operator, operand, site);
  });
  return parts.length === 1 ? (parts[0] ?? unknown(site)) : sql`(${joinSql(parts, ' AND ', at)})`;
}

/** Operators are symbols, which Sequelize reads before the names. */
function symbolsFirst(entries: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  const all = [...entries];
  const isSymbol = ([key]: readonly [string, Value]): boolean => key.startsWith(OPERATOR);
  return [...all.filter(isSymbol), ...all.filter((entry) => !isSymbol(entry))];
}

const LOGIC: Readonly<Record<string, 'AND' | 'OR' | 'NOT'>> = {
  'op:and': 'AND',
  'op:or': 'OR',
  $and: 'AND',
  $or: 'OR',
};

function logicSql(logic: string, value: Value, site: Site): TextValue {
  const { at } = site;
  const items =
    value.kind === 'array' ? value.items.map((item) => whereSql(item, site)) : entriesApart(value, site);
  return sqlAt(at)`(${joinSql(items, ` ${logic} `, at)})`;
}

function entriesApart(value: Value, site: Site): readonly TextValue[] {
  if (value.kind !== 'object') return [whereSql(value, site)];
  return [...value.entries].map(([key, entry]) =>
    whereSql({ kind: 'object', entries: new Map([[key, entry]]) }, site),
  );
}

const WORDS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  is: 'IS',
  like: 'LIKE',
  notLike: 'NOT LIKE',
  iLike: 'ILIKE',
  notILike: 'NOT ILIKE',
  regexp: '~',
  notRegexp: '!~',
  iRegexp: '~*',
  notIRegexp: '!~*',
  contains: '@>',
  contained: '<@',
  overlap: '&&',
};

function operatorSql(column: TextValue, key: string, value: Value, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const name = key.replace(/^(?:op:|\$)/, '');
  const literal = (): TextValue => sqlLiteral(value, site);
  switch (name) {
    case 'ne':
    case 'not':
      if (value.kind === 'null') return sql`${column} IS NOT NULL`;
      if (name === 'not' && value.kind === 'array') return sql`${column} NOT IN (${literals(value, site)})`;
      return name === 'not' ? sql`${column} IS NOT ${literal()}` : sql`${column} != ${literal()}`;
    case 'eq':
      return value.kind === 'null' ? sql`${column} IS NULL` : sql`${column} = ${literal()}`;
    case 'in':
      return sql`${column} IN (${literals(value, site)})`;
    case 'notIn':
      return sql`${column} NOT IN (${literals(value, site)})`;
    case 'between':
    case 'notBetween': {
      const [from = UNDEFINED, to = UNDEFINED] = value.kind === 'array' ? value.items : [];
      const limits = sql`${sqlLiteral(from, site)} AND ${sqlLiteral(to, site)}`;
      return sql`${column} ${name === 'between' ? '' : 'NOT '}BETWEEN ${limits}`;
    }
    case 'startsWith':
    case 'endsWith':
    case 'substring':
      return sql`${column} LIKE ${literal()}`;
  }
  const word = WORDS[name];
  return word === undefined ? sql`${column} = ${unknown(site)}` : sql`${column} ${word} ${literal()}`;
}

function literals(value: Value, site: Site): TextValue {
  if (value.kind === 'host') return value.host.text?.(site) ?? unknown(site);
  if (value.kind !== 'array') return unknown(site);
  const items = [...value.items, ...(value.open === undefined ? [] : [value.open])];
  return items.length === 0
    ? sqlAt(site.at)`NULL`
    : joinSql(
        items.map((item) => sqlLiteral(item, site)),
        ', ',
        site.at,
      );
}

function unknown(site: Site): TextValue {
  return { kind: 'text', pieces: [unknownAt(site.at, 'the condition is not known')] };
}
