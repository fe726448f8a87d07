import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, quoteLiteral, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, textAt, textOf } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { COLUMN_TYPES, fragmentOf } from './column-type';
import { wrapName } from './names';
import type { BuiltSql, ColumnState, TableState } from './table-state';

/** The definition of a column: name, type, nullability, default, checks. */
export function columnDefinition(column: ColumnState, table: TableState): TextValue {
  const { site } = column;
  const isKey = column.type.includes('increments');
  const parts = [wrapName(column.args[0], site), columnType(column, table)];
  if (!isKey) {
    const nullable = column.modifiers.get('nullable');
    if (nullable !== undefined) parts.push(sqlAt(site.at)`${isNotNull(nullable) ? 'not null' : 'null'}`);
    const given = defaultSql(column);
    if (given !== undefined) parts.push(given);
    if (column.alter === undefined) parts.push(...checks(column).map(({ sql }) => sql));
  }
  return joinSql(parts, ' ', site.at);
}

export function columnType(column: ColumnState, table: TableState): TextValue {
  const type = COLUMN_TYPES[column.type];
  return type === undefined ? textAt(column.type, column.site.at) : type(column, table);
}

export function isNotNull([value]: readonly Value[]): boolean {
  return value !== undefined && truth(value) === false && value.kind === 'boolean';
}

/** `default …`, as Knex formats it by the type of the column. */
export function defaultSql(column: ColumnState): TextValue | undefined {
  const [value = UNDEFINED] = column.modifiers.get('defaultTo') ?? [];
  if (value.kind === 'undefined') return undefined;
  const { site } = column;
  const sql = sqlAt(site.at);
  if (value.kind === 'null') return sql`default null`;
  if (value.kind === 'host' && value.host.text !== undefined) return sql`default ${value.host.text(site)}`;
  if (column.type === 'boolean' || column.type === 'bool') {
    const answer = knownText(value) === 'false' ? false : truth(value);
    return answer === undefined
      ? sql`default ${sqlLiteral(value, site)}`
      : sql`default ${answer ? "'1'" : "'0'"}`;
  }
  const isJson = column.type === 'json' || column.type === 'jsonb';
  if (isJson && (value.kind === 'object' || value.kind === 'array'))
    return sql`default ${sqlLiteral(value, site)}`;
  if (value.kind === 'unknown') return sql`default ${sqlLiteral(value, site)}`;
  return sql`default ${sqlLiteral(textOf(value, site), site)}`;
}

/** The checks of a column: each a part of the definition, or a statement where the column is altered. */
export function checks(column: ColumnState): readonly {
  readonly sql: TextValue;
  readonly predicate: TextValue;
  readonly name: TextValue | undefined;
}[] {
  if (!CHECK_NAMES.some((method) => column.modifiers.has(method))) return [];
  const { at } = column.site;
  const sql = sqlAt(at);
  const found: { sql: TextValue; predicate: TextValue; name: TextValue | undefined }[] = [];
  for (const [method, check] of Object.entries(CHECKS)) {
    const args = column.modifiers.get(method);
    if (args === undefined) continue;
    const { predicate, name } = check(args, wrapName(column.args[0], column.site), column.site);
    const constraint = name === undefined || truth(name) === false ? undefined : sqlValue(name, at);
    const prefix = constraint === undefined ? '' : sql`constraint ${constraint} `;
    found.push({ sql: sql`${prefix}check (${predicate})`, predicate, name: constraint });
  }
  return found;
}

/** In the order in which the compiler writes them. */
type Check = (
  args: readonly Value[],
  column: TextValue,
  site: Site,
) => { readonly predicate: TextValue; readonly name: Value | undefined };

const CHECKS: Readonly<Record<string, Check>> = {
  checkPositive: ([name], column, { at }) => ({ predicate: sqlAt(at)`${column} > 0`, name }),
  checkNegative: ([name], column, { at }) => ({ predicate: sqlAt(at)`${column} < 0`, name }),
  checkIn: ([values, name], column, site) => ({
    predicate: sqlAt(site.at)`${column} in (${literals(values, site)})`,
    name,
  }),
  checkNotIn: ([values, name], column, site) => ({
    predicate: sqlAt(site.at)`${column} not in (${literals(values, site)})`,
    name,
  }),
  checkBetween: ([intervals, name], column, site) => {
    const all = intervals?.kind === 'array' ? intervals.items : [];
    const isOne = all.length === 2 && all.every(({ kind }) => kind !== 'array');
    const pairs = isOne ? [intervals] : all;
    const parts = pairs.map((pair) => {
      const [from = UNDEFINED, to = UNDEFINED] = pair?.kind === 'array' ? pair.items : [];
      return sqlAt(site.at)`${column} between ${sqlLiteral(from, site)} and ${sqlLiteral(to, site)}`;
    });
    return { predicate: joinSql(parts, ' or ', site.at), name };
  },
  checkLength: ([operator, length, name], column, { at }) => ({
    predicate: sqlAt(at)`length(${column}) ${sqlValue(operator, at)} ${sqlValue(length, at)}`,
    name,
  }),
  checkRegex: ([pattern = UNDEFINED, name], column, site) => ({
    predicate: sqlAt(site.at)`${column} ~ ${sqlLiteral(pattern, site)}`,
    name,
  }),
};

const CHECK_NAMES = Object.keys(CHECKS);

function literals(values: Value | undefined, site: Site): TextValue {
  if (values?.kind !== 'array')
    return { kind: 'text', pieces: [unknownAt(site.at, 'the values are not known')] };
  return joinSql(
    values.items.map((value) => sqlLiteral(value, site)),
    ',',
    site.at,
  );
}

/** `comment on column …`, and the checks of a column that is altered. */
export function columnQueries(
  column: ColumnState,
  table: TableState,
  tableName: TextValue,
): readonly BuiltSql[] {
  const { site, guard } = column;
  const sql = sqlAt(site.at);
  const queries: BuiltSql[] = [];
  const comment = column.modifiers.get('comment')?.[0];
  if (comment !== undefined) {
    const text = truth(comment) === false ? sql`NULL` : quoteLiteral(fragmentOf(comment, site), site.at);
    queries.push({
      sql: sql`comment on column ${tableName}.${wrapName(column.args[0], site)} is ${text}`,
      guard,
    });
  }
  if (column.alter === undefined) return queries;
  let unnamed = 0;
  for (const { predicate, name } of checks(column)) {
    if (name === undefined) unnamed += 1;
    const made = `${knownText(table.name) ?? ''}_${knownText(column.args[0]) ?? ''}_${unnamed}`;
    queries.push({
      sql: sql`alter table ${tableName} add constraint ${name ?? made} check(${predicate})`,
      guard,
    });
  }
  return queries;
}
