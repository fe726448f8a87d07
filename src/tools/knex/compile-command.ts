import { truth } from '../../javascript/operators';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { arrayOf, UNDEFINED } from '../../javascript/value';
import { columnize, generatedName, wrapName } from './names';
import { whereOf } from './where';
import type { TableCommand, TableState } from './table-state';

type CommandSql = (command: TableCommand, table: TableState, name: TextValue) => TextValue | undefined;

/** What each command of a table becomes. Some are a part of `create table`, and nothing after it. */
export const COMMAND_SQL: Readonly<Record<string, CommandSql>> = {
  primary: (command, table, name) =>
    table.kind === 'create'
      ? undefined
      : sqlAt(command.site.at)`alter table ${name} add ${primaryConstraint(table, command)}`,
  unique: (command, table, name) => unique(command, table, name),
  index: ({ args, site }, table, name) => {
    const sql = sqlAt(site.at);
    const [columns, indexName, options] = args;
    const entries = options?.kind === 'object' ? options.entries : undefined;
    const method = options?.kind === 'text' ? options : entries?.get('storageEngineIndexType');
    const isUnique = knownText(entries?.get('indexType'))?.toLowerCase() === 'unique';
    const index = named(indexName)
      ? wrapName(indexName, site)
      : generatedName(table.name, columns, 'index', site);
    const using = method === undefined || !named(method) ? '' : sql` using ${sqlValue(method, site.at)}`;
    const where = whereOf(entries?.get('predicate'), site);
    return sql`create ${isUnique ? 'unique ' : ''}index ${index} on ${name}${using} (${columnize(columns, site)})${where}`;
  },
  foreign: ({ foreign, site }, table, name) => {
    const sql = sqlAt(site.at);
    const inTable = foreign?.get('inTable');
    const references = foreign?.get('references');
    if (foreign === undefined || inTable === undefined || references === undefined) return undefined;
    const columns = foreign.get('column');
    const given = foreign.get('keyName');
    const key = named(given) ? wrapName(given, site) : generatedName(table.name, columns, 'foreign', site);
    const deferrable = foreign.get('deferrable');
    return joinSql(
      [
        sql`alter table ${name} add constraint ${key} foreign key (${columnize(columns, site)})`,
        sql`references ${wrapName(inTable, site)} (${columnize(references, site)})`,
        ...action('on update', foreign.get('onUpdate'), sql),
        ...action('on delete', foreign.get('onDelete'), sql),
        ...(deferrable === undefined ? [] : [sql`deferrable initially ${sqlValue(deferrable, site.at)}`]),
      ],
      ' ',
      site.at,
    );
  },
  dropPrimary: (command, table, name) => dropConstraint(command, table, name, command.args[0], 'pkey', ''),
  dropPrimaryIfExists: (command, table, name) =>
    dropConstraint(command, table, name, command.args[0], 'pkey', 'if exists '),
  dropUnique: (command, table, name) => dropConstraint(command, table, name, command.args[1], 'unique', ''),
  dropUniqueIfExists: (command, table, name) =>
    dropConstraint(command, table, name, command.args[1], 'unique', 'if exists '),
  dropForeign: (command, table, name) => dropConstraint(command, table, name, command.args[1], 'foreign', ''),
  dropForeignIfExists: (command, table, name) =>
    dropConstraint(command, table, name, command.args[1], 'foreign', 'if exists '),
  dropIndex: ({ args, site }, table) => {
    const index = named(args[1])
      ? wrapName(args[1], site)
      : generatedName(table.name, args[0], 'index', site);
    const sql = sqlAt(site.at);
    return table.schema === undefined
      ? sql`drop index ${index}`
      : sql`drop index ${wrapName(table.schema, site)}.${index}`;
  },
  dropColumn: ({ args, site }, _table, name) => {
    const [first] = args;
    const columns = first?.kind === 'array' ? [...first.items, ...(first.open ? [first.open] : [])] : args;
    const drops = columns.map((column) => sqlAt(site.at)`drop column ${wrapName(column, site)}`);
    return sqlAt(site.at)`alter table ${name} ${joinSql(drops, ', ', site.at)}`;
  },
  renameColumn: ({ args, site }, _table, name) =>
    sqlAt(site.at)`alter table ${name} rename ${wrapName(args[0], site)} to ${wrapName(args[1], site)}`,
  setNullable: ({ args, site }, _table, name) =>
    sqlAt(site.at)`alter table ${name} alter column ${wrapName(args[0], site)} drop not null`,
  dropNullable: ({ args, site }, _table, name) =>
    sqlAt(site.at)`alter table ${name} alter column ${wrapName(args[0], site)} set not null`,
  dropChecks: ({ args, site }, _table, name) => {
    const [first] = args;
    const checks = first?.kind === 'array' ? first.items : [first];
    const drops = checks.map((check) => sqlAt(site.at)`drop constraint ${sqlValue(check, site.at)}`);
    return sqlAt(site.at)`alter table ${name} ${joinSql(drops, ', ', site.at)}`;
  },
  check: ({ args, site }, table, name) => {
    const sql = sqlAt(site.at);
    const made = textAt(`"${knownText(table.name) ?? ''}_1"`, site.at);
    const constraint = named(args[2]) ? sqlValue(args[2], site.at) : made;
    return sql`alter table ${name} add constraint ${constraint} check(${sqlValue(args[0], site.at, 'the check')})`;
  },
};

/** `constraint … primary key (…)`. */
export function primaryConstraint(table: TableState, { args, site }: TableCommand): TextValue {
  const sql = sqlAt(site.at);
  const [columns, second] = args;
  const entries = second?.kind === 'object' ? second.entries : undefined;
  const given = entries === undefined ? second : entries.get('constraintName');
  const constraint = named(given) ? wrapName(given, site) : keyName(table, 'pkey', site);
  return sql`constraint ${constraint} primary key (${columnize(columns, site)})${deferrability(entries?.get('deferrable'), site.at)}`;
}

function unique({ args, site }: TableCommand, table: TableState, name: TextValue): TextValue {
  const sql = sqlAt(site.at);
  const [columns, second] = args;
  const entries = second?.kind === 'object' ? second.entries : undefined;
  const given = entries === undefined ? second : entries.get('indexName');
  const deferrable = entries?.get('deferrable');
  const predicate = entries?.get('predicate');
  const asConstraint = entries?.get('useConstraint');
  const isConstraint =
    asConstraint === undefined || asConstraint.kind === 'undefined'
      ? deferrable !== undefined || predicate === undefined
      : truth(asConstraint) !== false;
  const index = named(given) ? wrapName(given, site) : generatedName(table.name, columns, 'unique', site);
  if (!isConstraint) {
    return sql`create unique index ${index} on ${name} (${columnize(columns, site)})${whereOf(predicate, site)}`;
  }
  const list = columnize(columns, site);
  return sql`alter table ${name} add constraint ${index} unique (${list})${deferrability(deferrable, site.at)}`;
}

function dropConstraint(
  { args, site }: TableCommand,
  table: TableState,
  name: TextValue,
  given: Value | undefined,
  kind: string,
  ifExists: string,
): TextValue {
  const made = kind === 'pkey' ? keyName(table, kind, site) : generatedName(table.name, args[0], kind, site);
  const constraint = named(given) ? wrapName(given, site) : made;
  return sqlAt(site.at)`alter table ${name} drop constraint ${ifExists}${constraint}`;
}

/** The name of the primary key keeps the letters of the table. */
function keyName(table: TableState, kind: string, site: TableCommand['site']): TextValue {
  const known = knownText(table.name);
  return known === undefined
    ? generatedName(table.name, arrayOf([]), kind, site)
    : wrapName(textAt(`${known}_${kind}`, site.at), site);
}

function deferrability(value: Value | undefined, at: TableCommand['site']['at']): TextValue {
  if (!named(value)) return sqlAt(at)``;
  return sqlAt(at)` deferrable initially ${sqlValue(value, at)}`;
}

function action(
  words: string,
  value: Value | undefined,
  sql: ReturnType<typeof sqlAt>,
): readonly TextValue[] {
  if (!named(value) || value?.kind !== 'text') return [];
  return [sql`${words} ${value}`];
}

/** True if a name or word was given: neither nothing nor an empty string. */
function named(value: Value | undefined): boolean {
  return value !== undefined && truth(value ?? UNDEFINED) !== false;
}
