import type { Site } from '../../javascript/host';
import { sqlLiteral } from '../../javascript/sql-literal';
import type { SqlPart } from '../../javascript/sql-text';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { columnize, wrapName } from './names';
import { bindValues } from './raw';
import type { Condition } from './query-state';
import { stateOf } from './query-state';

/** ` where …` of a builder that is given as a predicate; nothing if there is none. */
export function whereOf(predicate: Value | undefined, site: Site): TextValue {
  const sql = sqlAt(site.at);
  if (predicate === undefined || predicate.kind === 'undefined' || predicate.kind === 'null') return sql``;
  const state = stateOf(predicate);
  if (state !== undefined) return conditionsSql(' where ', state.wheres, site);
  if (predicate.kind === 'host' && predicate.host.text !== undefined)
    return sql` where ${predicate.host.text(site)}`;
  return sql` where ${{ kind: 'text', pieces: [unknownAt(site.at, 'the predicate is not known')] }}`;
}

export function conditionsSql(word: string, conditions: readonly Condition[], { at }: Site): TextValue {
  const sql = sqlAt(at);
  const parts = conditions.map(({ joint, sql: text }, index) => (index === 0 ? text : sql`${joint} ${text}`));
  return parts.length === 0 ? sql`` : sql`${word}${joinSql(parts, ' ', at)}`;
}

/** What a call that narrows adds to the conditions. */
export type Clause = (
  args: readonly Value[],
  site: Site,
  nested: (callback: Value) => readonly Condition[],
  not: string,
) => TextValue;

/** The clause of each call that narrows; the name is that of the call without `and`, `or` and `not` in it. */
export const CLAUSES: Readonly<Record<string, Clause>> = {
  where: (args, site, nested, not) => sqlAt(site.at)`${not}${comparison(args, site, nested)}`,
  whereNull: ([column], site, _nested, not) => sqlAt(site.at)`${wrapName(column, site)} is ${not}null`,
  whereIn: ([column, values], site, _nested, not) => {
    const columns =
      column?.kind === 'array' ? sqlAt(site.at)`(${columnize(column, site)})` : wrapName(column, site);
    return sqlAt(site.at)`${columns} ${not}in ${list(values, site)}`;
  },
  whereBetween: ([column, range], site, _nested, not) => {
    const [from = UNDEFINED, to = UNDEFINED] = range?.kind === 'array' ? range.items : [];
    const limits = sqlAt(site.at)`${sqlLiteral(from, site)} and ${sqlLiteral(to, site)}`;
    return sqlAt(site.at)`${wrapName(column, site)} ${not}between ${limits}`;
  },
  whereLike: ([column, value = UNDEFINED], site, _nested, not) =>
    sqlAt(site.at)`${wrapName(column, site)} ${not}like ${sqlLiteral(value, site)}`,
  whereILike: ([column, value = UNDEFINED], site, _nested, not) =>
    sqlAt(site.at)`${wrapName(column, site)} ${not}ilike ${sqlLiteral(value, site)}`,
  whereRaw: ([text, bindings], site, _nested, not) =>
    sqlAt(site.at)`${not}${bindValues(fragment(text, site), bindings, site)}`,
  whereExists: ([query], site, _nested, not) => sqlAt(site.at)`${not}exists ${subquery(query, site)}`,
  whereColumn: ([left, operator, right], site, _nested, not) =>
    sqlAt(site.at)`${not}${columnComparison(left, operator, right, site)}`,
};

/** `a = 1`, `{ a: 1 }`, a callback, a raw fragment or a truth value. */
export function comparison(
  args: readonly Value[],
  site: Site,
  nested: (callback: Value) => readonly Condition[],
): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const [first, second, third] = args;
  if (first?.kind === 'function') return sql`(${conditionsSql('', nested(first), site)})`;
  if (first?.kind === 'boolean') return sql`${first.value ? '1 = 1' : '1 = 0'}`;
  if (first?.kind === 'object') {
    const parts = [...first.entries].map(([key, value]) => equality(wrapText(key, site), value, site));
    const open = first.open === undefined ? [] : [sql`${{ kind: 'text', pieces: [first.open] }}`];
    return joinSql([...parts, ...open], ' and ', at);
  }
  if (args.length === 1) return fragment(first, site);
  const column = wrapName(first, site);
  if (args.length === 2) return equality(column, second ?? UNDEFINED, site);
  const operator = knownText(second) ?? '=';
  if (third?.kind === 'null' && (operator === '=' || operator === 'is')) return sql`${column} is null`;
  if (third?.kind === 'null') return sql`${column} is not null`;
  if (/^(?:not )?in$/i.test(operator)) return sql`${column} ${operator} ${list(third, site)}`;
  return sql`${column} ${operator} ${operand(third ?? UNDEFINED, site)}`;
}

export function columnComparison(
  left: Value | undefined,
  operator: Value | undefined,
  right: Value | undefined,
  site: Site,
): TextValue {
  const sql = sqlAt(site.at);
  if (right === undefined) return sql`${wrapName(left, site)} = ${wrapName(operator, site)}`;
  return sql`${wrapName(left, site)} ${knownText(operator) ?? '='} ${wrapName(right, site)}`;
}

function equality(column: TextValue, value: Value, site: Site): TextValue {
  const sql = sqlAt(site.at);
  return value.kind === 'null' ? sql`${column} is null` : sql`${column} = ${operand(value, site)}`;
}

/** A value, or a query in parentheses. */
export function operand(value: Value, site: Site): SqlPart {
  if (stateOf(value) !== undefined) return subquery(value, site);
  return sqlLiteral(value, site);
}

function list(values: Value | undefined, site: Site): TextValue {
  const sql = sqlAt(site.at);
  if (values?.kind === 'array') {
    const items = [...values.items, ...(values.open === undefined ? [] : [values.open])];
    const rows = items.map((item) =>
      item.kind === 'array'
        ? sql`(${joinSql(
            item.items.map((part) => sqlLiteral(part, site)),
            ', ',
            site.at,
          )})`
        : sqlLiteral(item, site),
    );
    return sql`(${joinSql(rows, ', ', site.at)})`;
  }
  return subquery(values, site);
}

export function subquery(query: Value | undefined, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const text = query?.kind === 'host' ? query.host.text?.(site) : undefined;
  const inner = text ?? sqlValue(query?.kind === 'unknown' ? query : undefined, site.at, 'the query');
  return sql`(${inner})`;
}

function fragment(value: Value | undefined, site: Site): TextValue {
  return value?.kind === 'host'
    ? (value.host.text?.(site) ?? sqlValue(undefined, site.at))
    : sqlValue(value, site.at);
}

function wrapText(key: string, site: Site): TextValue {
  return wrapName(
    { kind: 'text', pieces: [{ kind: 'known', text: key, at: site.at, mapping: 'whole' }] },
    site,
  );
}
