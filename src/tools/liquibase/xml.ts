import type { Element } from './element';
import { MAX_NESTING } from './element';

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What is no element, and how it ends: the longer beginnings first. */
const NOISE: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Open[];
}

/** The elements of XML with their attributes, without text and prefixes of names; what is not well-formed is read as far as it goes. */
export function readXml(text: string): Element {
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const open: Open[] = [root];
  for (const [, close, name = '', attributes = '', empty] of withoutNoise(text).matchAll(TAG)) {
    if (close === '/') {
      const at = open.findLastIndex((element) => element.name === name);
      if (at > 0) open.splice(at);
      continue;
    }
    const element: Open = { name, attributes: readAttributes(attributes), children: [] };
    open.at(-1)?.children.push(element);
    if (empty !== '/' && open.length < MAX_NESTING) open.push(element);
  }
  return root;
}

/** In one pass: a stranger's file may begin a hundred thousand comments. What never ends takes all that follows. */
function withoutNoise(text: string): string {
  const beginning = /<[!?]/g;
  let kept = '';
  let from = 0;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const { index } = found;
    const noise = NOISE.find(([start]) => text.startsWith(start, index));
    if (noise === undefined) continue;
    const end = text.indexOf(noise[1], index + noise[0].length);
    kept += `${text.slice(from, index)} `;
    if (end === -1) return kept;
    from = end + noise[1].length;
    beginning.lastIndex = from;
  }
  return kept + text.slice(from);
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]): [string, string] => [
      name,
      (double ?? single ?? '').replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole),
    ]),
  );
}
