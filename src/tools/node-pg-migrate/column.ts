import type { Options } from '../../javascript/options';
import { quoteName, sqlAt } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { ObjectValue, TextValue, Value } from '../../javascript/value';
import { objectOf, TRUE } from '../../javascript/value';
import { deferrable, referencesSql } from './constraint';
import { sequenceOptions } from './sequence';
import type { PgmCall } from './words';
import { bareName, nameSql, phrase, rawSql, typeSql, valueSql } from './words';

/** A column by its name and what describes it, shorthands filled in. */
export interface Column {
  readonly name: Value;
  readonly options: Options;
}

/** The columns of `createTable` and `addColumns`. */
export function columnsOf(call: PgmCall, value: Value | undefined): readonly Column[] {
  const given = call.options(value);
  return [...given.object.entries].map(([name, definition]) => ({
    name: textAt(name, given.at),
    options: call.options(expand(call, definition, 0)),
  }));
}

/** A column of CREATE TABLE, ADD COLUMN or a composite type. `isKey` is false where the key is a constraint of the table. */
export function columnSql(
  call: PgmCall,
  table: Value | undefined,
  { name, options }: Column,
  isKey: boolean,
): TextValue {
  const { site } = call;
  const sql = sqlAt(site.at);
  const collation = options.text('collation');
  const value = options.value('default');
  const check = options.value('check');
  const generated = options.value('expressionGenerated');
  const identity = options.options('sequenceGenerated') ?? options.options('generated');
  const needsName = options.has('referencesConstraintName') || options.has('referencesConstraintComment');
  const ownName = keyName(call, table, { name, options });
  return phrase(
    [
      nameSql(name, site),
      typeSql(options.value('type'), site),
      collation && sql`COLLATE ${collation}`,
      value && sql`DEFAULT ${valueSql(value, site)}`,
      options.flag('unique') && 'UNIQUE',
      options.flag('primaryKey') && isKey && 'PRIMARY KEY',
      options.flag('notNull') && 'NOT NULL',
      check && sql`CHECK (${rawSql(check, site, 'the condition')})`,
      options.has('references') &&
        sql`${needsName ? sql`CONSTRAINT ${ownName} ` : ''}${referencesSql(options, site)}${deferrable(options)}`,
      identity &&
        sql`GENERATED ${identity.text('precedence') ?? 'BY DEFAULT'} AS IDENTITY${identityOptions(identity, call)}`,
      generated && sql`GENERATED ALWAYS AS (${rawSql(generated, site, 'the expression')}) STORED`,
    ].map((part) => (part === false ? undefined : part)),
    site,
  );
}

/** The comments that follow: those on columns, then those on their keys. */
export function columnComments(
  call: PgmCall,
  table: Value | undefined,
  columns: readonly Column[],
): readonly TextValue[] {
  const { site } = call;
  const sql = sqlAt(site.at);
  const onColumns = columns.flatMap(({ name, options }) => {
    const comment = options.value('comment');
    if (comment === undefined) return [];
    return [
      sql`COMMENT ON COLUMN ${nameSql(table, site)}.${nameSql(name, site)} IS ${valueSql(comment, site)}`,
    ];
  });
  const onKeys = columns.flatMap((column) => {
    const comment = column.options.value('referencesConstraintComment');
    if (comment === undefined) return [];
    return [
      sql`COMMENT ON CONSTRAINT ${keyName(call, table, column)} ON ${nameSql(table, site)} IS ${valueSql(comment, site)}`,
    ];
  });
  return [...onColumns, ...onKeys];
}

/** The name of the foreign key of a column: given, or made of the table (an object is `[object Object]` there) and the column. */
function keyName({ site }: PgmCall, table: Value | undefined, { name, options }: Column): TextValue {
  const given = options.value('referencesConstraintName');
  return given === undefined
    ? quoteName(
        `${table?.kind === 'object' ? '[object Object]' : (bareName(table) ?? '')}_fk_${knownText(name) ?? ''}`,
        site.at,
      )
    : nameSql(given, site);
}

export function identityOptions(options: Options, call: PgmCall): TextValue {
  const written = sequenceOptions(options, call.site);
  return written.pieces.length === 0 ? written : sqlAt(call.site.at)` (${written})`;
}

const MOST_SHORTHANDS = 10;

/** A string is a type, or the name of a shorthand; the entries of the column win over those of the shorthand. */
function expand(call: PgmCall, definition: Value, depth: number): ObjectValue {
  const object: ObjectValue =
    definition.kind === 'object'
      ? definition
      : definition.kind === 'unknown'
        ? { ...objectOf([]), open: definition }
        : objectOf([['type', definition]]);
  const type = knownText(object.entries.get('type'));
  const shorthand =
    type === undefined
      ? undefined
      : (call.shorthands.get(type) ?? (type === 'id' ? idColumn(call) : undefined));
  if (shorthand === undefined || depth > MOST_SHORTHANDS || knownText(shorthand) === type) return object;
  const base = expand(call, shorthand, depth + 1);
  const own = [...object.entries].filter(([key]) => key !== 'type');
  return { ...object, entries: new Map([...base.entries, ...own]) };
}

/** The shorthand that the library brings along. */
function idColumn({ site }: PgmCall): Value {
  return objectOf([
    ['type', textAt('serial', site.at)],
    ['primaryKey', TRUE],
  ]);
}
