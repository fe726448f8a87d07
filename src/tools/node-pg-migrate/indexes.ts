import type { Options } from '../../javascript/options';
import { joinSql, quoteName, sqlAt } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';
import type { PgmCall, Steps } from './words';
import { bareName, listOf, nameSql, namesSql, phrase, rawSql, when } from './words';

export const INDEXES: Readonly<Record<string, Steps>> = {
  createIndex: (call) => [createIndex(call)],
  addIndex: (call) => [createIndex(call)],
  dropIndex: (call) => {
    const { args, site, options } = call;
    const given = options(args[2]);
    const schema = args[0]?.kind === 'object' ? args[0].entries.get('schema') : undefined;
    const index = indexName(args[0], args[1], given, call);
    const name =
      schema === undefined || schema.kind === 'undefined'
        ? index
        : sqlAt(site.at)`${nameSql(schema, site)}.${index}`;
    return [
      sqlAt(
        site.at,
      )`DROP INDEX ${when(given, 'concurrently', 'CONCURRENTLY ')}${when(given, 'ifExists', 'IF EXISTS ')}${name}${when(given, 'cascade', ' CASCADE')}`,
    ];
  },
};

function createIndex(call: PgmCall): TextValue {
  const { args, site } = call;
  const sql = sqlAt(site.at);
  const [table, columns] = args;
  const options = call.options(args[2]);
  const method = options.text('method');
  const include = options.value('include');
  const where = options.text('where');
  const keys = listOf(columns).map((column) => keySql(column, options, call));
  const head = sql`CREATE ${when(options, 'unique', 'UNIQUE ')}INDEX ${when(options, 'concurrently', 'CONCURRENTLY ')}${when(options, 'ifNotExists', 'IF NOT EXISTS ')}${indexName(table, columns, options, call)}`;
  return phrase(
    [
      sql`${head} ON ${nameSql(table, site)}`,
      method && sql`USING ${method}`,
      sql`(${joinSql(keys, ', ', site.at)})`,
      include && sql`INCLUDE (${namesSql(include, site)})`,
      where && sql`WHERE ${where}`,
    ],
    site,
  );
}

function keySql(column: Value, options: Options, call: PgmCall): TextValue {
  const { site } = call;
  if (column.kind !== 'object') return columnOrExpression(column, call);
  const given = call.options(column);
  const operatorClass = given.value('opclass') ?? options.value('opclass');
  const sort = given.text('sort');
  return phrase(
    [columnOrExpression(given.value('name'), call), operatorClass && nameSql(operatorClass, site), sort],
    site,
  );
}

/** What is no plain name is an expression, and stands in parentheses. */
function columnOrExpression(value: Value | undefined, { site }: PgmCall): TextValue {
  const text = knownText(value);
  if (text === undefined || /^\w+$/.test(text)) return nameSql(value, site);
  return sqlAt(site.at)`(${rawSql(value, site, 'the expression')})`;
}

/** The name that was given, or `table_columns_index`, `table_columns_unique_index`. */
function indexName(
  table: Value | undefined,
  columns: Value | undefined,
  options: Options,
  call: PgmCall,
): TextValue {
  const { site } = call;
  const given = options.value('name');
  if (given !== undefined) return nameSql(given, site);
  const names = listOf(columns).map((column) => {
    const text = knownText(column.kind === 'object' ? column.entries.get('name') : column);
    return text === undefined || /^\w+$/.test(text) ? text : `(${text})`;
  });
  const name = bareName(table);
  if (name === undefined || names.includes(undefined))
    return quoteName({ kind: 'text', pieces: [unknownAt(site.at, 'the name is not known')] }, site.at);
  return quoteName(`${name}_${names.join('_')}_${options.flag('unique') ? 'unique_' : ''}index`, site.at);
}
