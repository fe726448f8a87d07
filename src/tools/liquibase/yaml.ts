import type * as Library from 'yaml';
import { nestsTooDeep } from '../../sql/yaml-nesting';
import { MAX_NESTING } from './element';

/** What is used of the library `yaml`, which is loaded only where a tree has a changelog in YAML. */
export type YamlLibrary = Pick<typeof Library, 'isAlias' | 'isMap' | 'isScalar' | 'isSeq' | 'parseDocument'>;

/** Longer changelogs are not read: UTF-16 units. The library takes two seconds for this much. */
const MOST_TEXT = 1_000_000;
/** Aliases may unfold a little into very much: the most values of one changelog. */
const MOST_VALUES = 200_000;

/**
 * The values of a changelog in YAML, read as far as it goes; `undefined` where nothing of it can be read. Keys that are no scalars are
 * left out, so that nothing is ever written as text that nests.
 */
export function readYaml(yaml: YamlLibrary, text: string): unknown {
  if (text.length > MOST_TEXT || nestsTooDeep(text, MAX_NESTING)) return undefined;
  const { contents } = yaml.parseDocument(text, {
    logLevel: 'silent',
    prettyErrors: false,
    strict: false,
    uniqueKeys: false,
  });
  const anchors = new Map<string, unknown>();
  let values = 0;
  const valueOf = (node: unknown, depth: number): unknown => {
    if (depth > MAX_NESTING || ++values > MOST_VALUES) return undefined;
    if (yaml.isAlias(node)) return valueOf(anchors.get(node.source), depth + 1);
    if (yaml.isScalar(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return node.value;
    }
    if (yaml.isSeq(node)) {
      const items = node.items.map((item) => valueOf(item, depth + 1));
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return items;
    }
    if (!yaml.isMap(node)) return undefined;
    const entries = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      if (!yaml.isScalar(key)) continue;
      const read = valueOf(value, depth + 1);
      if (key.value === '<<') for (const [name, inner] of merged(read)) entries.set(name, inner);
      else entries.set(String(key.value), read);
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    return Object.fromEntries(entries);
  };
  return contents === null ? undefined : valueOf(contents, 0);
}

/** `<<: *base`, `<<: [*one, *other]`: the first of a list counts most. */
function merged(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return [...value].reverse().flatMap(merged);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
