import type { Site } from '../../javascript/host';
import type { SqlPart } from '../../javascript/sql-text';
import { quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import type { TextValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED } from '../../javascript/value';
import { wrapTable } from './compile-query';
import { columnize, wrapName } from './names';
import type { Chain } from './query-builder';
import type { QueryState } from './query-state';
import { bindValues } from './raw';
import { subquery } from './where';

/** The calls that say what is selected or written, and from where. A callback in place of a query is given a builder of its own. */
export function plainMethods(
  query: QueryState,
  chain: Chain,
  inner: (value: Value | undefined) => Value | undefined,
): Record<string, ToolMethod> {
  const combine = (word: string): ToolMethod =>
    chain(
      (args, at) =>
        void query.unions.push(
          ...args
            .flatMap((arg) => (arg.kind === 'array' ? arg.items : [arg]))
            .filter(({ kind }) => kind !== 'boolean')
            .map((arg) => sqlAt(at.at)`${word} ${subquery(inner(arg), at)}`),
        ),
    );
  const common = (recursive: boolean): ToolMethod =>
    chain(([name, ...more], at) => {
      const sql = sqlAt(at.at);
      const [columns, given] = more.length > 1 ? more : [undefined, more[0]];
      const list = columns?.kind === 'array' ? sql`(${columnize(columns, at)})` : '';
      query.with.push(sql`${wrapName(name, at)}${list} as ${subquery(inner(given), at)}`);
      query.isRecursive ||= recursive;
    });
  const select = chain((args, at) => void query.columns.push(...args.map((arg) => columnize(arg, at))));
  const from = chain(([table]) => void (query.table = inner(table)));
  const aggregate = (name: string): ToolMethod =>
    chain(([column], at) => {
      const sql = sqlAt(at.at);
      const alias = /^(.*?) as (.*)$/i.exec(knownText(column) ?? '');
      const inner =
        alias?.[1] === undefined ? wrapOrStar(column, at) : wrapOrStar(textAt(alias[1], at.at), at);
      query.columns.push(
        sql`${name}(${inner})${alias?.[2] === undefined ? '' : sql` as ${quoteName(alias[2], at.at)}`}`,
      );
    });
  const write = (kind: QueryState['kind']): ToolMethod =>
    chain(([values, returning], at) => {
      query.kind = kind;
      query.values = kind === 'update' && values?.kind === 'text' ? pair(values, returning) : values;
      if (returning !== undefined && values?.kind !== 'text' && returning.kind !== 'undefined')
        query.returning = columnize(returning, at);
    });
  const ignored = chain(() => undefined);
  return {
    select,
    column: select,
    columns: select,
    pluck: select,
    first: chain((args, at) => {
      query.columns.push(...args.map((arg) => columnize(arg, at)));
      query.limit = sqlAt(at.at)`1`;
    }),
    distinct: chain((args, at) => {
      query.isDistinct = true;
      query.columns.push(...args.map((arg) => columnize(arg, at)));
    }),
    from,
    into: from,
    table: from,
    withSchema: chain(([schema]) => void (query.schema = schema)),
    as: chain(([alias]) => void (query.alias = alias)),
    count: aggregate('count'),
    countDistinct: aggregate('count'),
    min: aggregate('min'),
    max: aggregate('max'),
    sum: aggregate('sum'),
    avg: aggregate('avg'),
    insert: write('insert'),
    update: write('update'),
    upsert: write('insert'),
    del: write('delete'),
    delete: write('delete'),
    truncate: chain(() => void (query.kind = 'truncate')),
    increment: chain((args, at) => step(query, args, '+', at)),
    decrement: chain((args, at) => step(query, args, '-', at)),
    returning: chain(([columns], at) => void (query.returning = columnize(columns, at))),
    onConflict: chain(([target], at) => {
      query.conflict = {
        target: target === undefined ? undefined : columnize(target, at),
        action: 'nothing',
        set: undefined,
      };
    }),
    ignore: ignored,
    merge: chain(([set]) => {
      if (query.conflict !== undefined) Object.assign(query.conflict, { action: 'update', set });
    }),
    groupBy: chain((args, at) => void query.groups.push(...args.map((arg) => columnize(arg, at)))),
    groupByRaw: chain(
      ([text, bindings], at) => void query.groups.push(bindValues(sqlValue(text, at.at), bindings, at)),
    ),
    orderBy: chain((args, at) => void query.orders.push(...ordering(args, at))),
    orderByRaw: chain(
      ([text, bindings], at) => void query.orders.push(bindValues(sqlValue(text, at.at), bindings, at)),
    ),
    limit: chain(([limit], at) => void (query.limit = sqlValue(limit, at.at))),
    offset: chain(([offset], at) => void (query.offset = sqlValue(offset, at.at))),
    union: combine('union'),
    unionAll: combine('union all'),
    intersect: combine('intersect'),
    except: combine('except'),
    with: common(false),
    withMaterialized: common(false),
    withNotMaterialized: common(false),
    withRecursive: common(true),
    fromRaw: chain(([text, bindings], at) => {
      query.table = rawTable(bindValues(sqlValue(text, at.at), bindings, at));
    }),
    updateFrom: chain(([table], at) => void query.tables.push(wrapTable(table, query.schema, at))),
    using: chain(([tables], at) => {
      const list = tables?.kind === 'array' ? tables.items : [tables];
      query.tables.push(...list.map((table) => wrapTable(table, query.schema, at)));
    }),
    distinctOn: chain((args, at) => {
      const columns = args.flatMap((arg) => (arg.kind === 'array' ? arg.items : [arg]));
      query.distinctOn.push(...columns.map((column) => wrapName(column, at)));
    }),
    hintComment: ignored,
    comment: ignored,
    clearOrder: chain(() => void query.orders.splice(0)),
    clearWhere: chain(() => void query.wheres.splice(0)),
    clearGroup: chain(() => void query.groups.splice(0)),
    forUpdate: ignored,
    forShare: ignored,
    forNoKeyUpdate: ignored,
    forKeyShare: ignored,
    skipLocked: ignored,
    noWait: ignored,
    queryContext: ignored,
    debug: ignored,
    timeout: ignored,
    clearSelect: chain(() => void query.columns.splice(0)),
    on: ignored,
  };
}

/** A table of which the text is given. */
function rawTable(text: TextValue): Value {
  return { kind: 'host', host: { name: 'raw', text: () => text } };
}

function wrapOrStar(column: Value | undefined, site: Site): SqlPart {
  return column === undefined || knownText(column) === '*' ? '*' : wrapName(column, site);
}

function pair(key: Value, value: Value | undefined): Value {
  const name = knownText(key);
  return name === undefined ? key : objectOf([[name, value ?? UNDEFINED]]);
}

function step(query: QueryState, [column, amount]: readonly Value[], sign: string, site: Site): void {
  query.kind = 'update';
  const name = knownText(column) ?? '';
  const sql = sqlAt(
    site.at,
  )`${wrapName(column, site)} ${sign} ${amount === undefined ? '1' : sqlValue(amount, site.at)}`;
  query.values = objectOf([[name, { kind: 'host', host: { name: 'a step', text: () => sql } }]]);
}

function ordering([columns, direction]: readonly Value[], site: Site): readonly TextValue[] {
  const sql = sqlAt(site.at);
  const list = columns?.kind === 'array' ? columns.items : [columns];
  return list.map((column) => {
    const entries = column?.kind === 'object' ? column.entries : undefined;
    const order = knownText(entries?.get('order') ?? direction);
    return sql`${wrapName(entries?.get('column') ?? column, site)} ${order ?? 'asc'}`;
  });
}
