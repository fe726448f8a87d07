import type { Site } from '../../javascript/host';
import type { SqlPart } from '../../javascript/sql-text';
import { joinSql, quoteName, sqlAt } from '../../javascript/sql-text';
import type { ObjectValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { wrapName } from './names';
import type { QueryState } from './query-state';
import { stateOf } from './query-state';
import { conditionsSql, operand, subquery } from './where';

/** The SQL of a query builder, values written as literals. */
export function compileQuery(query: QueryState, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const table = tableSql(query, site);
  const where = conditionsSql(' where ', query.wheres, site);
  const returning = query.returning === undefined ? '' : sql` returning ${query.returning}`;
  const before =
    query.with.length === 0
      ? ''
      : sql`with ${query.isRecursive ? 'recursive ' : ''}${joinSql(query.with, ', ', at)} `;
  const tables = (word: string): SqlPart =>
    query.tables.length === 0 ? '' : sql` ${word} ${joinSql(query.tables, ', ', at)}`;
  switch (query.kind) {
    case 'select':
      return sql`${before}${selectSql(query, table, where, site)}`;
    case 'insert':
      return sql`${before}insert into ${table} ${rowsSql(query.values, site)}${conflictSql(query, site)}${returning}`;
    case 'update':
      return sql`${before}update ${table} set ${assignments(query.values, site)}${tables('from')}${where}${returning}`;
    case 'delete':
      return sql`${before}delete from ${table}${tables('using')}${where}${returning}`;
    case 'truncate':
      return sql`truncate ${table} restart identity`;
  }
}

function selectSql(query: QueryState, table: TextValue, where: TextValue, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const columns = query.columns.length === 0 ? sql`*` : joinSql(query.columns, ', ', at);
  const on = joinSql(query.distinctOn, ', ', at);
  const distinct =
    query.distinctOn.length > 0 ? sql`distinct on (${on}) ` : query.isDistinct ? 'distinct ' : '';
  const clauses: SqlPart[] = [sql`select ${distinct}${columns}`];
  if (query.table !== undefined) clauses.push(sql` from ${table}`);
  clauses.push(...query.joins.map((join) => sql` ${join}`), where);
  if (query.groups.length > 0) clauses.push(sql` group by ${joinSql(query.groups, ', ', at)}`);
  clauses.push(conditionsSql(' having ', query.havings, site));
  clauses.push(...query.unions.map((union) => sql` ${union}`));
  if (query.orders.length > 0) clauses.push(sql` order by ${joinSql(query.orders, ', ', at)}`);
  if (query.limit !== undefined) clauses.push(sql` limit ${query.limit}`);
  if (query.offset !== undefined) clauses.push(sql` offset ${query.offset}`);
  return joinSql(clauses, '', at);
}

function tableSql({ table, schema, alias }: QueryState, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const path = stateOf(table) === undefined ? wrapTable(table, schema, site) : subquery(table, site);
  return alias === undefined ? path : sql`${path} as ${wrapName(alias, site)}`;
}

/** A table in the schema that `withSchema` set, unless it is a raw fragment. */
export function wrapTable(table: Value | undefined, schema: Value | undefined, site: Site): TextValue {
  const wrapped = wrapName(table, site);
  return schema === undefined || table?.kind === 'host'
    ? wrapped
    : sqlAt(site.at)`${wrapName(schema, site)}.${wrapped}`;
}

function rowsSql(values: Value | undefined, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  if (stateOf(values) !== undefined)
    return values?.kind === 'host' ? (values.host.text?.(site) ?? sql``) : sql``;
  const rows = values?.kind === 'array' ? values.items : values === undefined ? [] : [values];
  const objects = rows.filter((row): row is ObjectValue => row.kind === 'object');
  const keys = [...new Set(objects.flatMap((row) => [...row.entries.keys()]))];
  const isOpen =
    values?.kind !== 'array'
      ? objects.length === 0
      : values.open !== undefined || objects.length < rows.length;
  if (keys.length === 0 && !isOpen && objects.every(({ open }) => open === undefined))
    return sql`default values`;
  const hole: TextValue = { kind: 'text', pieces: [unknownAt(at, 'the rows are not known')] };
  if (keys.length === 0) return sql`(${hole}) values (${hole})`;
  const tuples = objects.map((row) => {
    const cells = keys.map((key) =>
      row.entries.has(key) ? operand(row.entries.get(key) ?? UNDEFINED, site) : 'DEFAULT',
    );
    return sql`(${joinSql(cells, ', ', at)})`;
  });
  return sql`(${joinSql(
    keys.map((key) => quoteName(key, at)),
    ', ',
    at,
  )}) values ${joinSql(tuples, ', ', at)}`;
}

function conflictSql({ conflict, values }: QueryState, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  if (conflict === undefined) return sql``;
  const target = conflict.target === undefined ? '' : sql` (${conflict.target})`;
  if (conflict.action === 'nothing') return sql` on conflict${target} do nothing`;
  const set =
    conflict.set?.kind === 'object'
      ? assignments(conflict.set, site)
      : excluded(conflict.set ?? values, site);
  return sql` on conflict${target} do update set ${set}`;
}

/** `merge()` takes over the columns of the rows, `merge(['a'])` those that it names. */
function excluded(value: Value | undefined, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const first = value?.kind === 'array' ? value.items[0] : value;
  const names: readonly SqlPart[] =
    first?.kind === 'object'
      ? [...first.entries.keys()].map((key) => quoteName(key, at))
      : value?.kind === 'array'
        ? value.items.map((name) => wrapName(name, site))
        : [wrapName(value, site)];
  return joinSql(
    names.map((name) => sql`${name} = excluded.${name}`),
    ', ',
    at,
  );
}

function assignments(values: Value | undefined, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const hole = unknownAt(at, 'the columns are not known');
  const unknown = sql`${{ kind: 'text', pieces: [hole] }} = ${{ kind: 'text', pieces: [hole] }}`;
  if (values?.kind !== 'object') return unknown;
  const set = [...values.entries]
    .filter(([, value]) => value.kind !== 'undefined')
    .map(([key, value]) => sql`${quoteName(key, at)} = ${operand(value, site)}`);
  return joinSql(values.open === undefined && set.length > 0 ? set : [...set, unknown], ', ', at);
}
