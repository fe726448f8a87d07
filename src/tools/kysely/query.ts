import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { wrapName } from '../knex/names';
import type { BuilderKind, Scope } from './builder';
import { statementSql } from './builder';
import { conditionClauses, selectClauses } from './clauses';
import { join } from './join';
import { conditionSql, expressionBuilder } from './condition';
import { nameList, objectName, orderedColumn, plainName } from './names';

/** A query or write on a table. */
export interface QueryState {
  readonly kind: 'select' | 'insert' | 'update' | 'delete';
  readonly table: Value | undefined;
  readonly schema: Value | undefined;
  readonly selections: readonly TextValue[];
  readonly from: readonly TextValue[];
  readonly joins: readonly TextValue[];
  readonly conditions: readonly TextValue[];
  readonly tail: readonly TextValue[];
  readonly values?: TextValue;
  readonly columns?: TextValue;
  readonly sets: readonly TextValue[];
  readonly conflict?: TextValue;
  readonly returning: readonly TextValue[];
  readonly distinct?: TextValue;
  /** `with …` in front. */
  readonly head?: TextValue;
  readonly alias?: TextValue;
}

export function newQuery(
  kind: QueryState['kind'],
  table: Value | undefined,
  schema: Value | undefined,
): QueryState {
  return {
    kind,
    table,
    schema,
    selections: [],
    from: [],
    joins: [],
    conditions: [],
    tail: [],
    sets: [],
    returning: [],
  };
}

/** `db.selectFrom(…)`, `db.insertInto(…)`, `db.updateTable(…)`, `db.deleteFrom(…)`. */
export function queryKind(scope: Scope): BuilderKind<QueryState> {
  return {
    name: 'a query',
    clauses: {
      ...conditionClauses(scope),
      ...selectClauses(scope),
      select: (query, [columns], site) => ({
        ...query,
        selections: [...query.selections, ...columnsOf(scope, columns, site)],
      }),
      selectAll: (query, [table], site) => ({
        ...query,
        selections: [
          ...query.selections,
          table === undefined ? sqlAt(site.at)`*` : sqlAt(site.at)`${wrapName(table, site)}.*`,
        ],
      }),
      from: (query, [table], site) => ({
        ...query,
        from: [...query.from, objectName(table, query.schema, site)],
      }),
      using: (query, [table], site) => ({
        ...query,
        from: [...query.from, objectName(table, query.schema, site)],
      }),
      innerJoin: join(scope, 'inner join'),
      leftJoin: join(scope, 'left join'),
      rightJoin: join(scope, 'right join'),
      fullJoin: join(scope, 'full join'),
      innerJoinLateral: join(scope, 'inner join lateral'),
      leftJoinLateral: join(scope, 'left join lateral'),
      crossJoin: (query, [table], site) => ({
        ...query,
        joins: [...query.joins, sqlAt(site.at)`cross join ${objectName(table, query.schema, site)}`],
      }),
      groupBy: (query, [columns], site) =>
        tail(query, sqlAt(site.at)`group by ${joinSql(columnsOf(scope, columns, site), ', ', site.at)}`),
      having: (query, args, site) => tail(query, sqlAt(site.at)`having ${conditionSql(scope, args, site)}`),
      orderBy: (query, [column, direction], site) =>
        tail(
          query,
          sqlAt(
            site.at,
          )`order by ${orderedColumn(column, site)}${direction === undefined ? '' : sqlAt(site.at)` ${sqlValue(direction, site.at)}`}`,
        ),
      limit: (query, [count = UNDEFINED], site) =>
        tail(query, sqlAt(site.at)`limit ${sqlLiteral(count, site)}`),
      offset: (query, [count = UNDEFINED], site) =>
        tail(query, sqlAt(site.at)`offset ${sqlLiteral(count, site)}`),
      values: (query, [rows], site) => ({ ...query, ...insertValues(rows, site) }),
      columns: (query, [columns], site) => ({ ...query, columns: nameList(columns, site) }),
      expression: (query, [source = UNDEFINED], site) => ({
        ...query,
        values: given(scope, source, site),
      }),
      defaultValues: (query, _args, { at }) => ({ ...query, values: sqlAt(at)`default values` }),
      set: (query, args, site) => ({ ...query, sets: [...query.sets, ...setsOf(scope, args, site)] }),
      onConflict: (query, [build], site) => ({ ...query, conflict: conflictSql(scope, build, site) }),
      returning: (query, [columns], site) => ({
        ...query,
        returning: [...query.returning, ...columnsOf(scope, columns, site)],
      }),
      returningAll: (query, _args, { at }) => ({ ...query, returning: [sqlAt(at)`*`] }),
      $if: (query) => query,
    },
    compile: compileQuery,
    isQuery: true,
  };
}

function compileQuery(query: QueryState, site: Site): TextValue {
  const text = bodySql(query, site);
  return query.head === undefined ? text : sqlAt(site.at)`${query.head} ${text}`;
}

function bodySql(query: QueryState, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const table = objectName(query.table, query.schema, site);
  const list = (word: string, parts: readonly TextValue[], separator = ', '): readonly TextValue[] =>
    parts.length === 0 ? [] : [sql`${word} ${joinSql(parts, separator, at)}`];
  const where = list('where', query.conditions, ' and ');
  const returning = list('returning', query.returning);
  switch (query.kind) {
    case 'select': {
      const selected = query.selections.length === 0 ? sql`*` : joinSql(query.selections, ', ', at);
      return joinSql(
        [
          sql`select ${query.distinct ?? ''}${selected}${query.table === undefined ? '' : sql` from ${table}`}`,
          ...query.joins,
          ...where,
          ...query.tail,
        ],
        ' ',
        at,
      );
    }
    case 'insert':
      return joinSql(
        [
          sql`insert into ${table}`,
          ...(query.columns === undefined ? [] : [query.columns]),
          query.values ?? unknownText('the rows are not known', site),
          ...(query.conflict === undefined ? [] : [query.conflict]),
          ...returning,
        ],
        ' ',
        at,
      );
    case 'update':
      return joinSql(
        [
          sql`update ${table}`,
          ...list('set', query.sets),
          ...list('from', query.from),
          ...where,
          ...returning,
        ],
        ' ',
        at,
      );
    case 'delete':
      return joinSql(
        [sql`delete from ${table}`, ...list('using', query.from), ...where, ...returning],
        ' ',
        at,
      );
  }
}

function tail(query: QueryState, text: TextValue): QueryState {
  return { ...query, tail: [...query.tail, text] };
}

function columnsOf(scope: Scope, columns: Value | undefined, site: Site): readonly TextValue[] {
  const written = (value: Value | undefined): Value | undefined =>
    value?.kind === 'function' ? callValue(value, [expressionBuilder(scope)], site) : value;
  const value = written(columns);
  const items =
    value?.kind === 'array' ? [...value.items, ...(value.open === undefined ? [] : [value.open])] : [value];
  return items.map((item) => wrapName(written(item), site));
}

function given(scope: Scope, source: Value, site: Site): TextValue {
  const value = source.kind === 'function' ? callValue(source, [expressionBuilder(scope)], site) : source;
  return statementSql(value, site);
}

/** Rows as VALUES, with the columns that they name. */
export function insertValues(rows: Value | undefined, site: Site): Pick<QueryState, 'columns' | 'values'> {
  const sql = sqlAt(site.at);
  const items = rows?.kind === 'array' ? rows.items : [rows];
  const objects = items.flatMap((row) => (row?.kind === 'object' ? [row] : []));
  const isOpen = objects.length < items.length || objects.some(({ open }) => open !== undefined);
  if (isOpen || objects.length === 0 || (rows?.kind === 'array' && rows.open !== undefined))
    return { values: sql`select ${unknownText('the rows are not known', site)}` };
  const names = [...new Set(objects.flatMap(({ entries }) => [...entries.keys()]))];
  const written = objects.map(({ entries }) => {
    const values = names.map((name) => {
      const value = entries.get(name);
      return value === undefined ? sql`default` : sqlLiteral(value, site);
    });
    return sql`(${joinSql(values, ', ', site.at)})`;
  });
  const columns = names.map((name) => plainName(sql`${name}`, site));
  return {
    columns: sql`(${joinSql(columns, ', ', site.at)})`,
    values: sql`values ${joinSql(written, ', ', site.at)}`,
  };
}

/** `set({ a: 1 })`, `set('a', 1)`, `set((eb) => ({ … }))`. */
export function setsOf(scope: Scope, [first, second]: readonly Value[], site: Site): readonly TextValue[] {
  const sql = sqlAt(site.at);
  if (second !== undefined) return [sql`${wrapName(first, site)} = ${sqlLiteral(second, site)}`];
  const value = first?.kind === 'function' ? callValue(first, [expressionBuilder(scope)], site) : first;
  if (value?.kind !== 'object' || value.open !== undefined)
    return [sql`${plainName(undefined, site)} = ${unknownText('what is set is not known', site)}`];
  return [...value.entries].map(
    ([name, entry]) => sql`${plainName(sql`${name}`, site)} = ${sqlLiteral(entry, site)}`,
  );
}

interface Conflict {
  readonly target: TextValue | undefined;
  readonly action: TextValue | undefined;
}

function conflictSql(scope: Scope, build: Value | undefined, site: Site): TextValue {
  const sql = sqlAt(site.at);
  let conflict: Conflict = { target: undefined, action: undefined };
  const step =
    (change: (args: readonly Value[], at: Site) => Partial<Conflict>) =>
    (args: readonly Value[], at: Site): Value => {
      conflict = { ...conflict, ...change(args, at) };
      return host;
    };
  const methods: Readonly<Record<string, (args: readonly Value[], at: Site) => Value>> = {
    column: step(([column], at) => ({ target: sql`(${plainName(column, at)})` })),
    columns: step(([columns], at) => ({ target: nameList(columns, at) })),
    constraint: step(([name], at) => ({ target: sql`on constraint ${plainName(name, at)}` })),
    expression: step(([value = UNDEFINED], at) => ({ target: sql`(${sqlLiteral(value, at)})` })),
    doNothing: step(() => ({ action: sql`do nothing` })),
    doUpdateSet: step((args, at) => ({
      action: sql`do update set ${joinSql(setsOf(scope, args, at), ', ', at.at)}`,
    })),
  };
  const host: Value = {
    kind: 'host',
    host: {
      name: 'onConflict',
      read: (key) => {
        const method = Object.hasOwn(methods, key) ? methods[key] : undefined;
        return method === undefined ? undefined : { kind: 'host', host: { name: key, call: method } };
      },
    },
  };
  if (build !== undefined) callValue(build, [host], site);
  const target = conflict.target === undefined ? '' : sql` ${conflict.target}`;
  return sql`on conflict${target} ${conflict.action ?? 'do nothing'}`;
}

function unknownText(why: string, site: Site): TextValue {
  return { kind: 'text', pieces: [unknownAt(site.at, why)] };
}
