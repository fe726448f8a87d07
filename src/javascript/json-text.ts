import type { Site } from './host';
import { concatenate, knownText, textAt } from './text';
import type { Value } from './value';
import { UNDEFINED } from './value';

/** `JSON.stringify`, with holes for what is not known. An indent is only followed if it is a number. */
export function jsonText([value = UNDEFINED, , indent]: readonly Value[], site: Site): Value {
  const width = indent?.kind === 'number' ? indent.value : 0;
  const parts: Value[] = [];
  write(value, parts, site, width, 0);
  return concatenate(parts, site);
}

function write(value: Value, parts: Value[], site: Site, width: number, level: number): void {
  const put = (text: string): void => void parts.push(textAt(text, site.at));
  const line = (depth: number): string => (width === 0 ? '' : `\n${' '.repeat(width * depth)}`);
  switch (value.kind) {
    case 'text': {
      const text = knownText(value);
      if (text !== undefined) put(JSON.stringify(text));
      else parts.push(textAt('"', site.at), value, textAt('"', site.at));
      return;
    }
    case 'array':
    case 'object': {
      const isArray = value.kind === 'array';
      const entries = isArray ? [...value.items.entries()] : [...value.entries];
      const shown = entries.filter(
        ([, entry]) => isArray || (entry.kind !== 'undefined' && entry.kind !== 'function'),
      );
      put(isArray ? '[' : '{');
      for (const [index, [key, entry]] of shown.entries()) {
        put(`${index > 0 ? ',' : ''}${line(level + 1)}`);
        if (!isArray) put(`${JSON.stringify(String(key))}:${width > 0 ? ' ' : ''}`);
        write(entry, parts, site, width, level + 1);
      }
      if (value.open !== undefined) parts.push(value.open);
      put(`${shown.length > 0 ? line(level) : ''}${isArray ? ']' : '}'}`);
      return;
    }
    case 'boolean':
    case 'number':
      put(String(value.value));
      return;
    case 'undefined':
    case 'null':
    case 'function':
    case 'class':
      put('null');
      return;
    case 'regexp':
      put('{}');
      return;
    case 'host':
    case 'choice':
    case 'unknown':
      parts.push(value);
      return;
  }
}
