/** A part of a changelog, whichever format it is written in: an element of XML, a key of YAML or JSON. */
export interface Element {
  readonly name: string;
  /** Attributes of XML; scalars below a key. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
}

/** How deep a changelog is followed; real ones need ten. */
export const MAX_NESTING = 100;

/** An element out of what YAML or JSON gave: a list is an element whose children are those of its items. */
export function elementOf(name: string, value: unknown, depth = 0): Element {
  const attributes = new Map<string, string>();
  const children: Element[] = [];
  const add = (key: string, inner: unknown): void => {
    if (typeof inner === 'object' && inner !== null) {
      if (depth < MAX_NESTING) children.push(elementOf(key, inner, depth + 1));
    } else if (inner !== null && inner !== undefined) attributes.set(key, String(inner));
  };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const item of items) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) continue;
    for (const [key, inner] of Object.entries(item)) add(key, inner);
  }
  return { name, attributes, children };
}
