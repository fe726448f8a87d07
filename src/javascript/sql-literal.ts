import type { Site } from './host';
import { jsonText } from './json-text';
import { quoteLiteral, sqlAt } from './sql-text';
import { textOf } from './text';
import type { TextValue, Value } from './value';
import { unknownAt } from './value';

/**
 * A value as drivers write it into SQL: strings quoted, objects as JSON, what is not known as a hole. Hosts with a text of their
 * own (raw fragments) stay as they are.
 */
export function sqlLiteral(value: Value, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  switch (value.kind) {
    case 'text': {
      const hasBackslash = value.pieces.some((piece) => piece.kind === 'known' && piece.text.includes('\\'));
      return hasBackslash ? sql`E${quoteLiteral(doubled(value), at)}` : quoteLiteral(value, at);
    }
    case 'number':
      return sql`${String(value.value)}`;
    case 'boolean':
      return sql`${value.value ? 'TRUE' : 'FALSE'}`;
    case 'undefined':
    case 'null':
      return sql`NULL`;
    case 'host':
      return (
        value.host.text?.(site) ?? { kind: 'text', pieces: [unknownAt(at, `${value.host.name} is no value`)] }
      );
    case 'array':
    case 'object':
      return quoteLiteral(textOf(jsonText([value], site), site), at);
    case 'unknown':
      return { kind: 'text', pieces: [value] };
    case 'regexp':
    case 'function':
    case 'class':
    case 'choice':
      return { kind: 'text', pieces: [unknownAt(at, 'the value is not known')] };
  }
}

function doubled(text: TextValue): TextValue {
  return {
    kind: 'text',
    pieces: text.pieces.map((piece) =>
      piece.kind === 'known' && piece.text.includes('\\')
        ? { ...piece, text: piece.text.replaceAll('\\', '\\\\'), mapping: 'whole' }
        : piece,
    ),
  };
}
