import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, quoteName, sqlAt } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolFunction, toolHost } from '../../javascript/tool-host';
import type { ObjectValue, TextValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';
import { entityTable, isTableName } from './entity';

interface Query {
  readonly target: Value | undefined;
  kind: 'select' | 'insert' | 'update' | 'delete' | 'truncate';
  row: ObjectValue | undefined;
  isFiltered: boolean;
}

/** `em.createQueryBuilder(entity)`: reading is of no interest, writing becomes a statement if the table is known. */
export function queryBuilder(recorder: Recorder, target: Value | undefined): Value {
  const query: Query = { target, kind: 'select', row: undefined, isFiltered: false };
  const write =
    (kind: Query['kind']): ToolMethod =>
    ([given]) => {
      query.kind = kind;
      if (kind === 'delete') query.isFiltered = given !== undefined && given.kind !== 'undefined';
      else query.row = rowOf(given);
      return builder;
    };
  const filter: ToolMethod = () => {
    query.isFiltered = true;
    return builder;
  };
  const run: ToolMethod = (_args, site) => {
    if (query.kind !== 'select') send(recorder, query, site);
    return unknownAt(site.at, 'only the database knows what the query gives', 'the result of a query');
  };
  const text: ToolMethod = (_args, site) => statementOf(query, site) ?? unknownAt(site.at, UNREAD);
  const builder: Value = toolHost(
    recorder,
    'a query builder',
    {
      insert: write('insert'),
      update: write('update'),
      delete: write('delete'),
      truncate: write('truncate'),
      where: filter,
      andWhere: filter,
      orWhere: filter,
      execute: run,
      getKnexQuery: text,
      getQuery: text,
      getFormattedQuery: text,
      toQuery: text,
    },
    {},
    {
      settle: (site) => run([], site) ?? unknownAt(site.at, 'only the database knows what the query gives'),
      read: (key) =>
        /^(?:get|stream)/.test(key) ? toolFunction(key, run) : toolFunction(key, () => builder),
    },
  );
  return builder;
}

const UNREAD = 'the entity whose table it writes to could not be read';

function rowOf(given: Value | undefined): ObjectValue | undefined {
  const row = given?.kind === 'array' ? given.items[0] : given;
  return row?.kind === 'object' && row.open === undefined ? row : undefined;
}

function send(recorder: Recorder, query: Query, site: Site): void {
  const statement = statementOf(query, site);
  if (statement !== undefined) recorder.send(statement, site);
  else {
    const detail = `A query builder writes to the table of an entity that could not be read (${query.kind})`;
    recorder.report({ at: site.at, reason: 'unsupported-call', detail });
  }
}

/** Of a table that is named, the columns and values are told; those of an entity are left open. */
function statementOf(query: Query, site: Site): TextValue | undefined {
  const { at } = site;
  const table = entityTable(query.target, site);
  if (table === undefined) return undefined;
  const sql = sqlAt(at);
  const hole: TextValue = { kind: 'text', pieces: [unknownAt(at, 'the row is not known')] };
  const entries = isTableName(query.target) ? [...(query.row?.entries ?? [])] : [];
  const isOpen = entries.length === 0;
  const where = query.isFiltered ? sql` where ${hole}` : sql``;
  const columns = isOpen ? [hole] : entries.map(([name]) => quoteName(name, at));
  const values = isOpen ? [hole] : entries.map(([, value]) => sqlLiteral(value, site));
  switch (query.kind) {
    case 'insert':
      return sql`insert into ${table} (${joinSql(columns, ', ', at)}) values (${joinSql(values, ', ', at)})`;
    case 'update': {
      const set = columns.map((column, index) => sql`${column} = ${values[index] ?? hole}`);
      return sql`update ${table} set ${joinSql(set, ', ', at)}${where}`;
    }
    case 'delete':
      return sql`delete from ${table}${where}`;
    case 'truncate':
      return sql`truncate ${table} restart identity cascade`;
    case 'select':
      return sql`select from ${table}${where}`;
  }
}
