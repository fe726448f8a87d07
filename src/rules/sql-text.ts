import { quoteName } from '../sql/quote-name';
import type { TypeName } from '../postgres/type-name';
import type { ParsedStatement } from '../sql/parse';

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
