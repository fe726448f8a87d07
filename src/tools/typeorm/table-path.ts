import { quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, slicePieces } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import type { Span } from '../../sql/source';

/** A table as TypeORM is given it: a name, a path with its schema, or an object with both. */
export interface TablePath {
  readonly schema: TextValue | undefined;
  readonly name: TextValue;
  /** Quoted, with the schema if there is one. */
  readonly sql: TextValue;
  /** As naming strategies see it; `undefined` if it is not known. */
  readonly key: string | undefined;
}

export function tablePath(value: Value | undefined, at: Span, schemaOption?: TextValue): TablePath {
  const isObject = value?.kind === 'object';
  const path = sqlValue(isObject ? value.entries.get('name') : value, at, 'the table');
  const own = isObject ? textEntry(value.entries.get('schema')) : schemaOption;
  const dot = dotOf(path);
  const name = dot === -1 ? path : part(path, dot + 1);
  const schema = own ?? (dot === -1 ? undefined : part(path, 0, dot));
  const sql = sqlAt(at);
  return {
    schema,
    name,
    sql: schema === undefined ? quoteName(name, at) : sql`${quoteName(schema, at)}.${quoteName(name, at)}`,
    key: knownText(path),
  };
}

function textEntry(value: Value | undefined): TextValue | undefined {
  return value?.kind === 'text' && value.pieces.length > 0 ? value : undefined;
}

/** Where the first dot stands; a hole counts as one character. */
function dotOf(text: TextValue): number {
  let offset = 0;
  for (const piece of text.pieces) {
    const dot = piece.kind === 'known' ? piece.text.indexOf('.') : -1;
    if (dot !== -1) return offset + dot;
    offset += piece.kind === 'known' ? piece.text.length : 1;
  }
  return -1;
}

function part(text: TextValue, start: number, end?: number): TextValue {
  return { kind: 'text', pieces: slicePieces(text.pieces, start, end) };
}
