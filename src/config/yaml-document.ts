import { isMap, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import type { ConfigDocument } from './config-document';
import { nestsTooDeep } from '../sql/yaml-nesting';
import { UserError } from './user-error';

/** A configuration is a page or two: the most UTF-16 units, and the most levels. */
const MOST_TEXT = 500_000;
const MAX_NESTING = 50;

/** Reads YAML, and JSON, which is YAML. Aliases are limited, custom tags are data: nothing is executed. Throws a UserError with file and line. */
export function yamlDocument(path: string, text: string): ConfigDocument {
  if (text.length > MOST_TEXT || nestsTooDeep(text, MAX_NESTING))
    throw new UserError(`${path}:1: it is too long, or nests too deeply, to be a configuration`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined)
    throw new UserError(`${path}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
  return {
    path,
    value: valueOf(document, path),
    lineOf(keys) {
      let node: unknown = document.contents;
      let offset = offsetOf(node) ?? 0;
      for (const key of keys) {
        const next = childOf(node, key);
        if (next === null) break;
        offset = next.offset;
        node = next.node;
      }
      return lines.linePos(offset).line;
    },
  };
}

/** Aliases that unfold into very much are refused. */
function valueOf(document: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 }) as unknown;
  } catch (error) {
    throw new UserError(`${path}:1: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function childOf(
  node: unknown,
  key: string | number,
): { readonly node: unknown; readonly offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
    return pair === undefined ? null : { node: pair.value, offset: offsetOf(pair.key) ?? 0 };
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return item === undefined ? null : { node: item, offset: offsetOf(item) ?? 0 };
  }
  return null;
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}
