import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import type { SqlPart } from '../../javascript/sql-text';
import { quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolFunction, toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { compileQuery } from './compile-query';
import { joinMethods } from './join';
import { columnize, wrapName } from './names';
import type { Condition, QueryState } from './query-state';
import { keepState, newQuery, stateOf } from './query-state';
import type { Pending } from './raw';
import { bindValues } from './raw';
import { CLAUSES, comparison, subquery } from './where';

/** A query builder: `knex('orders').where(…).update(…)`. It is sent when it is waited for. */
export function queryBuilder(recorder: Recorder, pending: Pending[], site: Site, table?: Value): HostValue {
  const query = newQuery();
  query.table = table;
  const { run } = site;
  const { guard } = run;
  const mine: Pending = {
    state: 'waiting',
    send() {
      if (mine.state !== 'waiting') return;
      mine.state = 'sent';
      // A selection that nobody waits for is a part of something that was not followed, or of nothing.
      const outer = run.guard;
      run.guard ??= guard;
      if (query.table !== undefined || query.kind !== 'select')
        recorder.send(compileQuery(query, site), site);
      run.guard = outer;
    },
  };
  pending.push(mine);
  const take = (at: Site): TextValue => {
    if (mine.state === 'waiting') mine.state = 'taken';
    return compileQuery(query, at);
  };
  const nested = (callback: Value): readonly Condition[] => {
    const inner = queryBuilder(recorder, [], site);
    callValue(callback, [inner], site, inner);
    return stateOf(inner)?.wheres ?? [];
  };
  let methods: Record<string, ToolMethod> | undefined;
  const chain =
    (change: (args: readonly Value[], at: Site) => void): ToolMethod =>
    (args, at) => {
      change(args, at);
      return builder;
    };
  const allMethods = (): Record<string, ToolMethod> => ({
    ...clauseMethods(query, chain, nested),
    ...plainMethods(query, chain),
    ...joinMethods(query, chain, recorder),
  });
  const builder: HostValue = toolHost(
    recorder,
    'a query builder',
    (key) => {
      methods ??= allMethods();
      return Object.hasOwn(methods, key) ? methods[key] : undefined;
    },
    {},
    {
      text: take,
      settle: (at) => {
        mine.send();
        return unknownAt(at.at, 'only the database knows what the query gives');
      },
      read: (key) => {
        if (key === 'toString' || key === 'toQuery') return toolFunction(key, (_args, at) => take(at));
        if (key === 'toSQL') return toolFunction(key, (_args, at) => objectOf([['sql', take(at)]]));
        if (key === 'clone') return toolFunction(key, () => builder);
        return undefined;
      },
    },
  );
  keepState(builder.host, query);
  return builder;
}

/** Makes a method that changes the query and gives the builder back. */
export type Chain = (change: (args: readonly Value[], at: Site) => void) => ToolMethod;

/** `where`, `orWhereNull`, `whereNotIn`, `andWhereRaw` …: each clause with each joint, and with `not`. */
function clauseMethods(
  query: QueryState,
  chain: Chain,
  nested: (callback: Value) => readonly Condition[],
): Record<string, ToolMethod> {
  const methods: Record<string, ToolMethod> = {};
  for (const [name, clause] of Object.entries(CLAUSES)) {
    const rest = name.slice('where'.length);
    for (const prefix of ['', 'and', 'or']) {
      for (const not of ['', 'Not']) {
        const where = prefix === '' ? 'where' : 'Where';
        methods[`${prefix}${where}${not}${rest}`] = chain((args, at) => {
          const sql = clause(args, at, nested, not === '' ? '' : 'not ');
          query.wheres.push({ joint: prefix === 'or' ? 'or' : 'and', sql });
        });
      }
    }
  }
  for (const [name, joint] of [
    ['having', 'and'],
    ['andHaving', 'and'],
    ['orHaving', 'or'],
  ] as const) {
    methods[name] = chain(
      (args, at) => void query.havings.push({ joint, sql: comparison(args, at, nested) }),
    );
  }
  methods['havingRaw'] = chain(([text, bindings], at) => {
    query.havings.push({ joint: 'and', sql: bindValues(sqlValue(text, at.at), bindings, at) });
  });
  return methods;
}

function plainMethods(query: QueryState, chain: Chain): Record<string, ToolMethod> {
  const select = chain((args, at) => void query.columns.push(...args.map((arg) => columnize(arg, at))));
  const from = chain(([table]) => void (query.table = table));
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
    union: chain(
      (args, at) => void query.unions.push(...args.map((arg) => sqlAt(at.at)`union ${subquery(arg, at)}`)),
    ),
    unionAll: chain(
      (args, at) =>
        void query.unions.push(...args.map((arg) => sqlAt(at.at)`union all ${subquery(arg, at)}`)),
    ),
    with: chain(
      ([name, inner], at) =>
        void query.with.push(sqlAt(at.at)`${wrapName(name, at)} as ${subquery(inner, at)}`),
    ),
    transacting: ignored,
    forUpdate: ignored,
    forShare: ignored,
    skipLocked: ignored,
    noWait: ignored,
    queryContext: ignored,
    debug: ignored,
    timeout: ignored,
    modify: ignored,
    clearSelect: chain(() => void query.columns.splice(0)),
    on: ignored,
  };
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
    return sql`${wrapName(entries?.get('column') ?? column, site)}${order === undefined ? '' : ` ${order}`}`;
  });
}
