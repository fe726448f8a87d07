import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlAt, sqlValue } from '../../javascript/sql-text';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { wrapTable } from './compile-query';
import { wrapName } from './names';
import type { Change } from './query-builder';
import type { Condition, QueryState } from './query-state';
import { bindValues } from './raw';
import { columnComparison, comparison, subquery } from './where';

const JOINS: ReadonlyMap<string, string> = new Map([
  ['join', 'inner join'],
  ['innerJoin', 'inner join'],
  ['leftJoin', 'left join'],
  ['leftOuterJoin', 'left outer join'],
  ['rightJoin', 'right join'],
  ['rightOuterJoin', 'right outer join'],
  ['fullOuterJoin', 'full outer join'],
  ['crossJoin', 'cross join'],
]);

/** `join`, `leftJoin` and their kind, with columns, an object or a callback as their condition; `undefined` for any other method. */
export function joinMethod(key: string, query: QueryState, recorder: Recorder): Change | undefined {
  if (key === 'joinRaw')
    return ([text, bindings], at) => void query.joins.push(bindValues(sqlValue(text, at.at), bindings, at));
  const words = JOINS.get(key);
  if (words === undefined) return undefined;
  return ([table, ...on], at) => {
    const sql = sqlAt(at.at);
    const joined = wrapTable(table, query.schema, at);
    const condition = on.length === 0 ? '' : sql` on ${joinCondition(on, at, recorder)}`;
    query.joins.push(sql`${words} ${joined}${condition}`);
  };
}

function joinCondition(on: readonly Value[], site: Site, recorder: Recorder): TextValue {
  const sql = sqlAt(site.at);
  const [first, second, third] = on;
  if (first?.kind === 'object') {
    const [pairOf] = [...first.entries].map(([left, right]) =>
      columnComparison(textAt(left, site.at), right, undefined, site),
    );
    return pairOf ?? sql`true`;
  }
  if (first?.kind !== 'function')
    return on.length === 1 ? subquery(first, site) : columnComparison(first, second, third, site);
  const parts: Condition[] = [];
  const add =
    (joint: Condition['joint'], compare: (args: readonly Value[], at: Site) => TextValue): ToolMethod =>
    (args, at) => {
      parts.push({ joint, sql: compare(args, at) });
      return clause;
    };
  const columns = (args: readonly Value[], at: Site): TextValue =>
    columnComparison(args[0], args[1], args[2], at);
  const values = (args: readonly Value[], at: Site): TextValue => comparison(args, at, () => []);
  const clause: HostValue = toolHost(recorder, 'a join', {
    on: add('and', columns),
    andOn: add('and', columns),
    orOn: add('or', columns),
    onVal: add('and', values),
    andOnVal: add('and', values),
    orOnVal: add('or', values),
    onNull: add('and', ([column], at) => sqlAt(at.at)`${wrapName(column, at)} is null`),
    onNotNull: add('and', ([column], at) => sqlAt(at.at)`${wrapName(column, at)} is not null`),
  });
  callValue(first, [clause], site, clause);
  const pieces = parts.flatMap(({ joint, sql: text }, index) =>
    index === 0 ? text.pieces : sql` ${joint} ${text}`.pieces,
  );
  return { kind: 'text', pieces };
}
