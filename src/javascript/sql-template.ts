import type { Site } from './host';
import { callEach } from './tool-host';
import type { HostValue, Piece, TextValue, Value } from './value';

/** What `embed` makes of a value between the texts of a template. */
export type Embed = (value: Value, site: Site) => TextValue;

/** The SQL of a tagged template: its texts with their places, the values as `embed` writes them. */
export function templateSql([texts, ...values]: readonly Value[], site: Site, embed: Embed): TextValue {
  const pieces: Piece[] = [];
  const parts = texts?.kind === 'array' ? texts.items : texts === undefined ? [] : [texts];
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') pieces.push(...part.pieces);
    const value = values[index];
    if (value !== undefined) pieces.push(...embed(value, site).pieces);
  }
  return { kind: 'text', pieces };
}

/** A tag such as `sql`: what it makes of a template, and the functions that hang on it. It reaches no database by itself. */
export function templateTag(
  name: string,
  make: (args: readonly Value[], site: Site) => Value,
  read: (key: string, site: Site) => Value | undefined,
): HostValue {
  return { kind: 'host', host: { name, call: (args, site) => callEach(args, site, make), read } };
}

/** A function that hangs on a tag. */
export function tagFunction(name: string, make: (args: readonly Value[], site: Site) => Value): HostValue {
  return { kind: 'host', host: { name, call: (args, site) => callEach(args, site, make) } };
}
