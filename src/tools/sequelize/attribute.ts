import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import type { Options } from '../../javascript/options';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, slicePieces } from '../../javascript/text';
import type { ObjectValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { dataType, enumValues, isFilledIn, typeSql } from './data-type';
import { enumName, quoteNames, quoteTable } from './names';

/** What a definition of a column comes to, part by part: some calls write the parts one behind the other, some apart. */
export interface Attribute {
  readonly type: TextValue;
  /** It counts up: the type is one of the serial types, and NOT NULL is left out. */
  readonly isSerial: boolean;
  readonly isNotNull: boolean;
  readonly identity: boolean;
  readonly default: TextValue | undefined;
  readonly isUnique: boolean;
  readonly isPrimaryKey: boolean;
  readonly references: TextValue | undefined;
  readonly comment: TextValue | undefined;
  /** The type that must be created first, and its values. */
  readonly enumeration: { readonly name: TextValue; readonly values: readonly TextValue[] } | undefined;
}

/** Reads a definition: a type alone, or an object with a type and more. */
export function readAttribute(
  table: Value | undefined,
  column: TextValue,
  definition: Value,
  site: Site,
  asOptions: (value: Value) => Options,
): Attribute {
  const { at } = site;
  const isObject = definition.kind === 'object';
  const options = asOptions(
    isObject ? definition : { kind: 'object', entries: new Map([['type', definition]]) },
  );
  const type = dataType(options.value('type'));
  const values = enumerated(options.value('type'), options.list('values'));
  const name = values === undefined ? undefined : enumName(table, column, site);
  const written = name ?? (type === undefined ? typeText(options.value('type'), site) : typeSql(type, site));
  const counts = options.flag('autoIncrement');
  const identity = counts && options.flag('autoIncrementIdentity');
  const allowNull = options.value('allowNull');
  const attribute: Attribute = {
    type: counts && !identity ? serialOf(type?.key, written, site) : written,
    isSerial: counts && !identity,
    isNotNull: isObject && definition.entries.has('allowNull') && truth(allowNull ?? UNDEFINED) === false,
    identity,
    default: defaultSql(options, site),
    isUnique: options.value('unique')?.kind === 'boolean' && options.flag('unique'),
    isPrimaryKey: options.flag('primaryKey'),
    references: referencesSql(options, table, site),
    comment: options.text('comment'),
    enumeration:
      name === undefined || values === undefined
        ? undefined
        : { name, values: values.map((value) => quoteLiteral(sqlValue(value, at, 'a value'), at)) },
  };
  return name === undefined ? attribute : afterEnum(attribute, type?.key === 'ARRAY', site);
}

/**
 * Sequelize replaces the values of an enumeration by its name with a pattern that reaches to the last parenthesis of the
 * definition: whatever stands before it is lost.
 */
function afterEnum(attribute: Attribute, isArray: boolean, { at }: Site): Attribute {
  const hasParenthesis = (part: TextValue | undefined): boolean =>
    part?.pieces.some((piece) => piece.kind === 'known' && piece.text.includes(')')) === true;
  const { references } = attribute;
  const array = sqlAt(at)`${attribute.type}${isArray ? '[]' : ''}`;
  if (references !== undefined) {
    const end = references.pieces
      .map((piece) => (piece.kind === 'known' ? piece.text : 'x'))
      .join('')
      .lastIndexOf(')');
    const left: TextValue = { kind: 'text', pieces: slicePieces(references.pieces, end + 1) };
    const type = sqlAt(at)`${attribute.type}${left}`;
    return {
      ...attribute,
      type,
      isNotNull: false,
      default: undefined,
      isUnique: false,
      references: undefined,
    };
  }
  if (!hasParenthesis(attribute.default)) return { ...attribute, type: array };
  return { ...attribute, isNotNull: false, default: undefined };
}

function typeText(type: Value | undefined, site: Site): TextValue {
  if (type?.kind === 'host' && type.host.text !== undefined) return type.host.text(site);
  return sqlValue(type, site.at, 'the type');
}

function enumerated(type: Value | undefined, values: readonly Value[]): readonly Value[] | undefined {
  const known = dataType(type);
  const own = known === undefined ? undefined : enumValues(known);
  return own !== undefined && values.length > 0 ? values : own;
}

function serialOf(key: string | undefined, type: TextValue, { at }: Site): TextValue {
  const sql = sqlAt(at);
  if (key === 'BIGINT') return sql`BIGSERIAL`;
  if (key === 'SMALLINT') return sql`SMALLSERIAL`;
  return key === 'INTEGER' ? sql`SERIAL` : sql`${type} SERIAL`;
}

function defaultSql(options: Options, site: Site): TextValue | undefined {
  const value = options.value('defaultValue');
  if (value === undefined || value.kind === 'function' || value.kind === 'class') return undefined;
  const filled = dataType(value);
  if (filled !== undefined)
    return isFilledIn(filled) ? undefined : sqlValue(undefined, site.at, 'the default');
  // Floating point numbers are written as strings.
  const isFloat = ['FLOAT', 'REAL', 'DOUBLE'].includes(dataType(options.value('type'))?.key ?? '');
  if (value.kind === 'number' && isFloat) return quoteLiteral(String(value.value), site.at);
  if (value.kind === 'array') return arrayDefault(options, value.items, site);
  return sqlLiteral(value, site);
}

function arrayDefault(options: Options, items: readonly Value[], site: Site): TextValue {
  const sql = sqlAt(site.at);
  const type = dataType(options.value('type'));
  if (type?.key !== 'ARRAY') return sqlLiteral({ kind: 'array', items: [...items] }, site);
  const values = joinSql(
    items.map((item) => sqlLiteral(item, site)),
    ',',
    site.at,
  );
  return sql`ARRAY[${values}]::${typeSql(type, site)}`;
}

/** `REFERENCES …` with its actions. */
function referencesSql(options: Options, table: Value | undefined, site: Site): TextValue | undefined {
  const { at } = site;
  const sql = sqlAt(at);
  const given = options.value('references');
  if (given === undefined || truth(given) === false) return undefined;
  const isText = given.kind === 'text';
  const model = isText
    ? given
    : given.kind === 'object'
      ? (given.entries.get('model') ?? given.entries.get('table'))
      : given;
  const key = given.kind === 'object' ? given.entries.get('key') : undefined;
  const schema =
    table?.kind === 'object' && model?.kind !== 'object' ? table.entries.get('schema') : undefined;
  const target = quoteTable(model, site);
  const path = schema?.kind === 'text' ? sql`${quoteName(schema, at)}.${target}` : target;
  const column = key === undefined ? quoteName('id', at) : quoteNames(sqlValue(key, at, 'the column'), site);
  const deferrable = given.kind === 'object' ? deferrableSql(given, site) : undefined;
  return joinSql(
    [
      sql`REFERENCES ${path} (${column})`,
      ...actionSql('ON DELETE', options, 'onDelete'),
      ...actionSql('ON UPDATE', options, 'onUpdate'),
      ...(deferrable === undefined ? [] : [deferrable]),
    ],
    ' ',
    at,
  );
}

export function actionSql(words: string, options: Options, key: string): readonly TextValue[] {
  const action = options.text(key);
  if (action === undefined || action.pieces.length === 0) return [];
  const known = knownText(action);
  return [sqlAt(options.at)`${words} ${known === undefined ? action : known.toUpperCase()}`];
}

/** `deferrable: Deferrable.INITIALLY_DEFERRED` of a constraint. */
export function deferrableSql(options: ObjectValue, site: Site): TextValue | undefined {
  const value = options.entries.get('deferrable');
  if (value?.kind === 'host') return value.host.text?.(site);
  return value === undefined || truth(value) === false ? undefined : sqlValue(value, site.at);
}

/** The definition in one piece, as `CREATE TABLE` and `ADD COLUMN` have it. */
export function definitionSql(attribute: Attribute, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const parts: TextValue[] = [attribute.type];
  if (attribute.isNotNull && !attribute.isSerial) parts.push(sql`NOT NULL`);
  if (attribute.identity) parts.push(sql`GENERATED BY DEFAULT AS IDENTITY`);
  if (attribute.default !== undefined) parts.push(sql`DEFAULT ${attribute.default}`);
  if (attribute.isUnique) parts.push(sql`UNIQUE`);
  if (attribute.references !== undefined) parts.push(attribute.references);
  return joinSql(parts, ' ', site.at);
}

/** Creates the type of an enumeration unless it exists: in a DO block that swallows the failure. */
export function createEnumSql(
  { name, values }: NonNullable<Attribute['enumeration']>,
  { at }: Site,
): TextValue {
  const sql = sqlAt(at);
  const body = sql`BEGIN CREATE TYPE ${name} AS ENUM(${joinSql(values, ', ', at)}); EXCEPTION WHEN duplicate_object THEN null; END`;
  return sql`DO ${quoteLiteral(body, at)}`;
}
