import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { actionSql, deferrableSql } from './attribute';
import { quoteTable } from './names';
import { whereSql } from './where';

/** `addConstraint(table, { fields, type, … })`; before version 5 the fields came by themselves. */
export function addConstraintSql(
  args: readonly Value[],
  site: Site,
  asOptions: (value: Value | undefined) => Options,
): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  const [table, second, third] = args;
  const hasList = second?.kind === 'array';
  const options = asOptions((hasList ? third : second) ?? objectOf([]));
  const fields = (hasList ? second.items : options.list('fields')).map((field) =>
    fieldSql(field, site, asOptions),
  );
  const path = quoteTable(table, site);
  const type = options.word('type')?.toUpperCase();
  const list = joinSql(fields, ', ', at);
  const name = (suffix: string, middle = ''): TextValue => {
    const own = options.text('name');
    if (own !== undefined) return quoteName(own, at);
    const parts = [path, ...fields].map((part) => knownText(part));
    if (parts.includes(undefined))
      return quoteName({ kind: 'text', pieces: [unknownAt(at, 'the name is not known')] }, at);
    // The quotes are a part of the name that is made, and are taken out when it is quoted.
    return quoteName(`${parts.join('_')}${middle}_${suffix}`.replaceAll('"', ''), at);
  };
  const later = deferrableSql(options.object, site);
  const deferrable = later === undefined ? '' : sql` ${later}`;
  const add = sql`ALTER TABLE ${path} ADD CONSTRAINT`;
  switch (type) {
    case 'UNIQUE':
      return sql`${add} ${name('uk')} UNIQUE (${list})${deferrable}`;
    case 'PRIMARY KEY':
      return sql`${add} ${name('pk')} PRIMARY KEY (${list})${deferrable}`;
    case 'CHECK':
      return sql`${add} ${name('ck')} CHECK (${whereSql(options.value('where') ?? UNDEFINED, site)})`;
    case 'FOREIGN KEY':
    case 'FOREIGN_KEY': {
      const references = asOptions(options.value('references'));
      const target = references.value('table');
      const columns = references.has('field')
        ? [references.value('field') ?? UNDEFINED]
        : references.list('fields');
      const quoted = joinSql(
        columns.map((column) => quoteName(sqlValue(column, at, 'the column'), at)),
        ', ',
        at,
      );
      const key = name('fk', `_${knownText(target) ?? '[object Object]'}`);
      const clauses = [
        sql`${add} ${key} FOREIGN KEY (${list}) REFERENCES ${quoteTable(target, site)} (${quoted})`,
        ...actionSql('ON UPDATE', options, 'onUpdate'),
        ...actionSql('ON DELETE', options, 'onDelete'),
      ];
      return sql`${joinSql(clauses, ' ', at)}${deferrable}`;
    }
    case undefined:
      return sql`${add} ${name('uk')} ${sqlValue(options.value('type'), at, 'the kind of the constraint')}`;
  }
  return sql`${add} ${name('df')} ${type} (${list})`;
}

function fieldSql(field: Value, site: Site, asOptions: (value: Value) => Options): TextValue {
  const { at } = site;
  if (field.kind === 'host') return field.host.text?.(site) ?? sqlValue(undefined, at, 'the field');
  if (field.kind !== 'object') return quoteName(sqlValue(field, at, 'the field'), at);
  const options = asOptions(field);
  return quoteName(
    options.text('attribute') ?? options.text('name') ?? sqlValue(undefined, at, 'the field'),
    at,
  );
}
