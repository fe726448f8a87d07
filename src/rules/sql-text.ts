import type { TypeName } from '../postgres/type-name';
import type { ParsedStatement } from '../sql/parse';

/** Words that PostgreSQL reserves (18, kwlist.h, RESERVED_KEYWORD and TYPE_FUNC_NAME_KEYWORD): as a name they need quotes. */
const RESERVED = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently
  constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default
  deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in initially inner
  intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or
  order outer overlaps placing primary references returning right select session_user similar some symmetric system_user table
  tablesample then to trailing true union unique user using variadic verbose when where window with`.split(
    /\s+/,
  ),
);

/** An identifier as SQL needs it: quoted where it is not a plain lower-case word. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) && !RESERVED.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** `schema.name` quoted part by part; the schema that everybody has is left out. */
export function quoteRelation(
  relation: { readonly name: string } | { readonly schema: string | null; readonly name: string },
): string {
  if ('schema' in relation) {
    return relation.schema === null
      ? quoteName(relation.name)
      : `${quoteName(relation.schema)}.${quoteName(relation.name)}`;
  }
  const dot = relation.name.indexOf('.');
  const schema = relation.name.slice(0, dot);
  const name = quoteName(relation.name.slice(dot + 1));
  return dot === -1 || schema === 'public' ? name : `${quoteName(schema)}.${name}`;
}

/** A string constant. */
export function quoteText(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** The statement's text stands in the source as it is sent, so that an edit of the source is an edit of the SQL. */
export function isVerbatim(statement: ParsedStatement): boolean {
  const { start, end } = statement.at;
  return (
    end - start === statement.text.length &&
    statement.fragment.source.text.slice(start, end) === statement.text
  );
}

/** Types under the names that people write; all others go by the catalog's own. */
const WRITTEN_TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bpchar: 'char',
  float4: 'real',
  float8: 'double precision',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
};

/** A type in SQL. */
export function printType(type: TypeName): string {
  const name = type.schema === null ? (WRITTEN_TYPES[type.name] ?? type.name) : quoteRelation(type);
  const modifiers = [...(type.modifierWords ?? []), ...type.modifiers];
  const length = modifiers.length === 0 ? '' : `(${modifiers.join(', ')})`;
  return `${name}${length}${'[]'.repeat(type.arrayDimensions)}`;
}
