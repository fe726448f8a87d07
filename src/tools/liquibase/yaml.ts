import { MAX_NESTING } from './element';

interface Line {
  readonly indent: number;
  readonly text: string;
}

/**
 * The block style of YAML as changelogs are written in it: maps, lists, plain and quoted scalars, maps and lists in braces on one line.
 * Texts of several lines are left out: nothing that is looked for stands in them.
 */
export function readYaml(text: string): unknown {
  const reader = new Reader(linesOf(text), 0);
  return reader.block(0);
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let hidden: number | null = null;
  for (const raw of text.split(/\r?\n/)) {
    const indent = raw.search(/\S/);
    if (indent === -1) continue;
    if (hidden !== null && indent > hidden) continue;
    hidden = null;
    const line = withoutComment(raw).trim();
    if (line === '' || line === '---' || line.startsWith('%')) continue;
    lines.push({ indent, text: line });
    // The text of a block scalar is indented deeper than its key, which may stand behind dashes.
    if (/(?::|^-)\s*[|>][-+\d]*$/.test(line)) hidden = indent + (/^(?:-\s+)*/.exec(line)?.[0].length ?? 0);
  }
  return lines;
}

function withoutComment(line: string): string {
  const plain = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => 'x'.repeat(quoted.length));
  const at = plain.search(/(?:^|\s)#/);
  return at === -1 ? line : line.slice(0, at);
}

const KEY = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s{[#&*!|>'"%@`-][^:]*?)\s*:(?:\s+|$)/;

class Reader {
  private at = 0;

  constructor(
    private readonly lines: readonly Line[],
    private depth: number,
  ) {}

  /** What stands at this depth or deeper. */
  block(indent: number): unknown {
    const line = this.lines[this.at];
    if (line === undefined || line.indent < indent || this.depth >= MAX_NESTING) return null;
    this.depth += 1;
    const read = this.blockOf(line);
    this.depth -= 1;
    return read;
  }

  private blockOf(line: Line): unknown {
    if (/^-(?:\s|$)/.test(line.text)) return this.list(line.indent);
    return KEY.test(line.text) ? this.map(line.indent) : this.scalarLine();
  }

  private list(indent: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.lines[this.at]; line?.indent === indent; line = this.lines[this.at]) {
      const dash = /^-(\s+|$)/.exec(line.text);
      if (dash === null) break;
      const rest = line.text.slice(dash[0].length);
      if (rest === '') {
        this.at += 1;
        items.push(this.block(indent + 1));
      } else {
        items.push(this.inside({ indent: indent + dash[0].length, text: rest }));
      }
    }
    return items;
  }

  /** What stands behind a dash begins a block at its own depth. */
  private inside(first: Line): unknown {
    const inner = new Reader([first, ...this.deeper(first.indent)], this.depth);
    return inner.block(first.indent);
  }

  private deeper(indent: number): readonly Line[] {
    const start = this.at + 1;
    let end = start;
    while ((this.lines[end]?.indent ?? -1) >= indent) end += 1;
    this.at = end;
    return this.lines.slice(start, end);
  }

  private map(indent: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (let line = this.lines[this.at]; line?.indent === indent; line = this.lines[this.at]) {
      const key = KEY.exec(line.text);
      if (key === null) break;
      const rest = line.text.slice(key[0].length).trim();
      this.at += 1;
      entries.push([unquoted(key[1] ?? ''), rest === '' ? this.valueBelow(indent) : flow(rest)]);
    }
    return Object.fromEntries(entries);
  }

  /** A list may stand as deep as its key. */
  private valueBelow(indent: number): unknown {
    const next = this.lines[this.at];
    const isList = next?.indent === indent && /^-(?:\s|$)/.test(next.text);
    return this.block(isList ? indent : indent + 1);
  }

  private scalarLine(): unknown {
    const line = this.lines[this.at];
    this.at += 1;
    return line === undefined ? null : flow(line.text);
  }
}

function flow(text: string, depth = 0): unknown {
  const inside = /^([[{])(.*)[\]}]$/.exec(text);
  if (inside === null || depth >= MAX_NESTING) return unquoted(text);
  const parts = partsOf(inside[2] ?? '');
  if (inside[1] === '[') return parts.map((part) => flow(part, depth + 1));
  return Object.fromEntries(
    parts.map((part): [string, unknown] => {
      const key = /^("[^"]*"|'[^']*'|[^:]*?)\s*:\s*/.exec(part);
      return key === null
        ? [part, null]
        : [unquoted(key[1] ?? ''), flow(part.slice(key[0].length), depth + 1)];
    }),
  );
}

/** Cut at the commas that stand in no inner braces and no quotes. */
function partsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\{[^{}]*\}|\[[^[\]]*\]|[^,])+/g)]
    .map(([part]) => part.trim())
    .filter((part) => part !== '');
}

function unquoted(text: string): string {
  return (
    /^"(.*)"$|^'(.*)'$/
      .exec(text)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? text
  );
}
