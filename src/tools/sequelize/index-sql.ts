import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import type { Options } from '../../javascript/options';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { objectOf } from '../../javascript/value';
import { indexName, quoteNames, quoteTable } from './names';
import { whereSql } from './where';

/** `addIndex(table, fields, options)` and `addIndex(table, options)`. */
export function addIndexSql(
  args: readonly Value[],
  site: Site,
  asOptions: (value: Value | undefined) => Options,
): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const [table, second, third] = args;
  const hasList = second?.kind === 'array';
  const options = asOptions((hasList ? third : second) ?? objectOf([]));
  const fields = hasList
    ? [...second.items, ...(second.open === undefined ? [] : [second.open])]
    : options.list('fields');
  const operator = options.text('operator');
  const type = options.word('type');
  const isUnique = options.flag('unique') || type?.toLowerCase() === 'unique';
  const method = options.text('using');
  const where = options.value('where');
  const own = options.text('name');
  const name =
    own ??
    indexName(
      table,
      fields.map((field) => fieldName(field)),
      site,
      options.value('prefix'),
    );
  return joinSql(
    [
      sql`CREATE${isUnique ? ' UNIQUE' : ''}${type === undefined || type.toLowerCase() === 'unique' ? '' : ` ${type}`} INDEX`,
      ...(options.flag('concurrently') ? [sql`CONCURRENTLY`] : []),
      sql`${quoteNames(name, site)} ON ${quoteTable(table, site)}`,
      ...(method === undefined ? [] : [sql`USING ${method}`]),
      sql`(${joinSql(
        fields.map((field) => fieldSql(field, operator, site, asOptions)),
        ', ',
        at,
      )})`,
      ...(where === undefined || truth(where) === false ? [] : [sql`WHERE ${whereSql(where, site)}`]),
    ],
    ' ',
    at,
  );
}

function fieldName(field: Value): string | undefined {
  if (field.kind === 'host') return 'undefined';
  return knownText(
    field.kind === 'object' ? (field.entries.get('name') ?? field.entries.get('attribute')) : field,
  );
}

function fieldSql(
  field: Value,
  operator: TextValue | undefined,
  site: Site,
  asOptions: (value: Value) => Options,
): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  if (field.kind === 'host') return field.host.text?.(site) ?? sqlValue(undefined, at, 'the field');
  if (field.kind !== 'object') {
    const name = quoteName(sqlValue(field, at, 'the field'), at);
    return operator === undefined ? name : sql`${name} ${operator}`;
  }
  const options = asOptions(field);
  const collate = options.text('collate');
  const own = options.text('operator') ?? operator;
  const order = options.text('order');
  return joinSql(
    [
      quoteName(
        options.text('attribute') ?? options.text('name') ?? sqlValue(undefined, at, 'the field'),
        at,
      ),
      ...(collate === undefined ? [] : [sql`COLLATE ${quoteName(collate, at)}`]),
      ...(own === undefined ? [] : [own]),
      ...(order === undefined ? [] : [order]),
    ],
    ' ',
    at,
  );
}
