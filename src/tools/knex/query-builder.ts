import { callValue } from '../../javascript/call';
import { connectionOf } from '../../javascript/connection';
import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlValue } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolFunction, toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { compileQuery } from './compile-query';
import { joinMethod } from './join';
import { plainMethods } from './query-methods';
import type { Condition, QueryState } from './query-state';
import { keepState, newQuery, stateOf } from './query-state';
import type { Pending } from './raw';
import { bindValues, compiled } from './raw';
import type { Clause } from './where';
import { CLAUSES, comparison } from './where';

/** A query builder: `knex('orders').where(…).update(…)`. It is sent when it is waited for. */
export function queryBuilder(recorder: Recorder, pending: Pending[], site: Site, table?: Value): HostValue {
  const query = newQuery();
  query.table = table;
  const { run } = site;
  const { guard } = run;
  const mine: Pending = {
    state: 'waiting',
    by: recorder,
    send() {
      if (mine.state !== 'waiting') return;
      mine.state = 'sent';
      // A selection that nobody waits for is a part of something that was not followed, or of nothing.
      const outer = run.guard;
      run.guard ??= guard;
      if (query.table !== undefined || query.kind !== 'select') mine.by.send(compileQuery(query, site), site);
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
  let plain: Readonly<Record<string, ToolMethod>> | undefined;
  const chain =
    (change: (args: readonly Value[], at: Site) => void): ToolMethod =>
    (args, at) => {
      change(args, at);
      return builder;
    };
  const methodOf = (key: string): ToolMethod | undefined => {
    const clause = clauseMethod(key, query, nested, inner) ?? joinMethod(key, query, recorder);
    if (clause !== undefined) return chain(clause);
    if (key === 'transacting') {
      return chain(([transaction]) => void (mine.by = connectionOf(transaction) ?? mine.by));
    }
    if (key === 'modify') {
      return ([change = UNDEFINED, ...more], at) => {
        callValue(change, [builder, ...more], at, builder);
        return builder;
      };
    }
    plain ??= plainMethods(query, chain, inner);
    return Object.hasOwn(plain, key) ? plain[key] : undefined;
  };
  const builder: HostValue = toolHost(
    recorder,
    'a query builder',
    methodOf,
    {},
    {
      text: take,
      settle: (at) => {
        mine.send();
        return unknownAt(at.at, 'only the database knows what the query gives');
      },
      read: (key) => {
        if (key === 'toString' || key === 'toQuery') return toolFunction(key, (_args, at) => take(at));
        if (key === 'toSQL') return toolFunction(key, (_args, at) => compiled(take(at), at));
        if (key === 'clone') return toolFunction(key, () => builder);
        return undefined;
      },
    },
  );
  keepState(builder.host, query);
  return builder;
}

/** What a method does to the query. */
export type Change = (args: readonly Value[], at: Site) => void;

/** Makes a method that changes the query and gives the builder back. */
export type Chain = (change: Change) => ToolMethod;

interface WhereMethod {
  readonly name: string;
  readonly clause: Clause;
  readonly joint: Condition['joint'];
  readonly not: '' | 'not ';
}

/** `where`, `orWhereNull`, `whereNotIn`, `andWhereRaw` …: each clause with each joint, and with `not`. */
const WHERE_METHODS: ReadonlyMap<string, WhereMethod> = new Map(
  Object.entries(CLAUSES).flatMap(([name, clause]) =>
    ['', 'and', 'or'].flatMap((prefix) =>
      ['', 'Not'].map((not): [string, WhereMethod] => [
        `${prefix}${prefix === '' ? 'where' : 'Where'}${not}${name.slice('where'.length)}`,
        { name, clause, joint: prefix === 'or' ? 'or' : 'and', not: not === '' ? '' : 'not ' },
      ]),
    ),
  ),
);

const HAVING_JOINTS: ReadonlyMap<string, Condition['joint']> = new Map([
  ['having', 'and'],
  ['andHaving', 'and'],
  ['orHaving', 'or'],
]);

function clauseMethod(
  key: string,
  query: QueryState,
  nested: (callback: Value) => readonly Condition[],
  inner: (value: Value | undefined) => Value | undefined,
): Change | undefined {
  const where = WHERE_METHODS.get(key);
  if (where !== undefined) {
    return (args, at) => {
      const isGroup = where.name === 'where' && args.length === 1;
      const given = isGroup ? args : args.map((arg) => inner(arg) ?? arg);
      query.wheres.push({ joint: where.joint, sql: where.clause(given, at, nested, where.not) });
    };
  }
  const joint = HAVING_JOINTS.get(key);
  if (joint !== undefined)
    return (args, at) => void query.havings.push({ joint, sql: comparison(args, at, nested) });
  if (key !== 'havingRaw') return undefined;
  return ([text, bindings], at) =>
    void query.havings.push({ joint: 'and', sql: bindValues(sqlValue(text, at.at), bindings, at) });
}
