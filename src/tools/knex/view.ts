import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlAt } from '../../javascript/sql-text';
import { toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';
import { fragmentOf } from './column-type';
import { columnize, wrapName } from './names';
import type { BuiltSql } from './table-state';

/** What the callback of `createView` and its kind describes. */
export function viewStatements(
  recorder: Recorder,
  kind: 'create' | 'replace' | 'materialized' | 'alter',
  name: TextValue,
  callback: Value | undefined,
  site: Site,
): readonly BuiltSql[] {
  const sql = sqlAt(site.at);
  let query: Value | undefined;
  let columns: Value | undefined;
  let option = '';
  const changes: BuiltSql[] = [];
  const check = (words: string) => (): void => void (option = ` with ${words}check option`);
  const view: HostValue = toolHost(recorder, 'view', {
    columns: ([list]) => void (columns = list),
    as: ([given]) => void (query = given),
    checkOption: check(''),
    localCheckOption: check('local '),
    cascadedCheckOption: check('cascaded '),
    queryContext: () => view,
    column: ([column]) => viewColumn(recorder, name, column, changes),
  });
  if (callback !== undefined) callValue(callback, [view], site, view);
  if (kind === 'alter') return changes;
  const words =
    kind === 'replace' ? 'or replace view' : kind === 'materialized' ? 'materialized view' : 'view';
  const list = columns === undefined ? '' : sql` (${columnize(columns, site)})`;
  const body: TextValue =
    query === undefined
      ? { kind: 'text', pieces: [unknownAt(site.at, 'the query is not known')] }
      : fragmentOf(query, site);
  return [{ sql: sql`create ${words} ${name}${list} as ${body}${option}`, guard: site.run.guard }];
}

function viewColumn(
  recorder: Recorder,
  name: TextValue,
  column: Value | undefined,
  changes: BuiltSql[],
): HostValue {
  const host: HostValue = toolHost(recorder, 'view.column', {
    rename: ([to], at) => {
      const sql = sqlAt(at.at)`alter view ${name} rename ${wrapName(column, at)} to ${wrapName(to, at)}`;
      changes.push({ sql, guard: at.run.guard });
      return host;
    },
    defaultTo: ([value], at) => {
      const sql = sqlAt(
        at.at,
      )`alter view ${name} alter ${wrapName(column, at)} set default ${fragmentOf(value, at)}`;
      changes.push({ sql, guard: at.run.guard });
      return host;
    },
  });
  return host;
}
