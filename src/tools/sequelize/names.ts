import type { Site } from '../../javascript/host';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, slicePieces, textAt } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';

/** A table as Sequelize quotes it: parts between dots, or an object with `schema` and `tableName`. */
export function quoteTable(table: Value | undefined, { at }: Site): TextValue {
  if (table?.kind !== 'object') return quoteNames(sqlValue(table, at, 'the table'), { at });
  const schema = table.entries.get('schema');
  const name = table.entries.get('tableName') ?? table.entries.get('name');
  const quoted = quoteName(sqlValue(name, at, 'the table'), at);
  return schema?.kind === 'text' ? sqlAt(at)`${quoteName(schema, at)}.${quoted}` : quoted;
}

/** As `addColumn` and `removeColumn` name a table: always with its schema, `public` unless another is given. */
export function quoteTableWithSchema(table: Value | undefined, site: Site): TextValue {
  const { at } = site;
  const name = table?.kind === 'object' ? table.entries.get('tableName') : table;
  const schema = table?.kind === 'object' ? table.entries.get('schema') : undefined;
  const prefix = schema?.kind === 'text' ? schema : textAt('public', at);
  return sqlAt(at)`${quoteName(prefix, at)}.${quoteName(sqlValue(name, at, 'the table'), at)}`;
}

/** Each part between dots in quotes. */
export function quoteNames(name: TextValue, { at }: Pick<Site, 'at'>): TextValue {
  const known = knownText(name);
  if (known === undefined || !known.includes('.')) return quoteName(name, at);
  const parts: TextValue[] = [];
  let start = 0;
  for (const part of known.split('.')) {
    parts.push(quoteName({ kind: 'text', pieces: slicePieces(name.pieces, start, start + part.length) }, at));
    start += part.length + 1;
  }
  return joinSql(parts, '.', at);
}

export function quoteColumn(column: Value | undefined, { at }: Site): TextValue {
  return quoteName(sqlValue(column, at, 'the column'), at);
}

/** The type that holds the values of an enumeration: `"public"."enum_orders_state"`. */
export function enumName(table: Value | undefined, column: TextValue, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const own = table?.kind === 'object' ? table.entries.get('schema') : undefined;
  const schema = own?.kind === 'text' ? own : textAt('public', at);
  const name = sqlValue(table?.kind === 'object' ? table.entries.get('tableName') : table, at, 'the table');
  return sql`${quoteName(schema, at)}.${quoteName(sql`enum_${name}_${column}`, at)}`;
}

/** The name that an index gets from its table and fields: in snake case. A hole if they are not known. */
export function indexName(
  table: Value | undefined,
  fields: readonly (string | undefined)[],
  { at }: Site,
  prefixOption?: Value,
): TextValue {
  const given =
    knownText(prefixOption) ?? knownText(table?.kind === 'object' ? table.entries.get('tableName') : table);
  if (given === undefined || fields.includes(undefined)) {
    return { kind: 'text', pieces: [unknownAt(at, 'the name of the index is not known')] };
  }
  const prefix =
    table?.kind === 'object' && prefixOption === undefined
      ? given
      : given.replace(/\./g, '_').replace(/["']/g, '');
  return textAt(underscore(`${prefix}_${fields.join('_')}`), at);
}

/** Each capital letter starts a word. */
export function underscore(name: string): string {
  return name
    .replace(/([A-Z])/g, '_$1')
    .replace(/^_/, '')
    .toLowerCase();
}
