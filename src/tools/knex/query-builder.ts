import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlValue } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolFunction, toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { compileQuery } from './compile-query';
import { joinMethods } from './join';
import { plainMethods } from './query-methods';
import type { Condition, QueryState } from './query-state';
import { keepState, newQuery, stateOf } from './query-state';
import type { Pending } from './raw';
import { bindValues } from './raw';
import { CLAUSES, comparison } from './where';

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
  const inner = (value: Value | undefined): Value | undefined => {
    if (value?.kind !== 'function') return value;
    const own = queryBuilder(recorder, [], site);
    const given = callValue(value, [own], site, own);
    return stateOf(given) === undefined ? own : given;
  };
  let methods: Record<string, ToolMethod> | undefined;
  const chain =
    (change: (args: readonly Value[], at: Site) => void): ToolMethod =>
    (args, at) => {
      change(args, at);
      return builder;
    };
  const allMethods = (): Record<string, ToolMethod> => ({
    ...clauseMethods(query, chain, nested, inner),
    ...plainMethods(query, chain, inner),
    modify: ([change = UNDEFINED, ...more], at) => {
      callValue(change, [builder, ...more], at, builder);
      return builder;
    },
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
  inner: (value: Value | undefined) => Value | undefined,
): Record<string, ToolMethod> {
  const methods: Record<string, ToolMethod> = {};
  for (const [name, clause] of Object.entries(CLAUSES)) {
    const rest = name.slice('where'.length);
    for (const prefix of ['', 'and', 'or']) {
      for (const not of ['', 'Not']) {
        const where = prefix === '' ? 'where' : 'Where';
        methods[`${prefix}${where}${not}${rest}`] = chain((args, at) => {
          const isGroup = name === 'where' && args.length === 1;
          const given = isGroup ? args : args.map((arg) => inner(arg) ?? arg);
          const sql = clause(given, at, nested, not === '' ? '' : 'not ');
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
