import { oneLine } from '../words';

/**
 * Text of a stranger's file as Markdown that shows it and does nothing: no tag, no link, no table cell ends, nobody is
 * mentioned, no issue is linked, no direction of writing turned.
 */
export function escapeText(text: string): string {
  return visible(oneLine(text)).replace(
    new RegExp(`${MARKS.source}|${LIVELY.source}|[@#:](?=\\S)`, 'gi'),
    (mark) => `${entity(mark)}${/[@#:.]/.test(mark) ? '<wbr>' : ''}`,
  );
}

/**
 * A piece of code in a table cell or a sentence, cut at `limit` characters. An HTML element, not backticks: a pipe or a backtick in it
 * would end the cell or the code. `@name` and `#1` inside code are not links on GitHub.
 */
export function escapeCode(text: string, limit = 80): string {
  const flat = visible(oneLine(text));
  const cut = flat.length <= limit ? flat : `${flat.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  const escaped = cut.replace(
    new RegExp(`${MARKS.source}|${LIVELY.source}`, 'gi'),
    (mark) => `${entity(mark)}${/[@:.]/.test(mark) ? '<wbr>' : ''}`,
  );
  return `<code>${escaped}</code>`;
}

/** What Markdown or HTML would take for a mark. */
const MARKS = /[&<>\\`*_[\]|~$]/;
/** Where GitHub finds addresses by itself, even in raw HTML: a break inside ends them. */
const LIVELY = /(?<=\w):(?=\/\/)|(?<=www)\.|(?<=\w)@(?=\w)/;

const entity = (mark: string): string => `&#${String(mark.charCodeAt(0))};`;

/** A fenced block: the fence is longer than any run of backticks inside. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${visibleLines(text)}\n${fence}`;
}

function visible(text: string): string {
  return text.replace(HIDDEN, '\ufffd');
}

function visibleLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN, (mark) => (mark === '\n' || mark === '\t' ? mark : '\ufffd'));
}

const HIDDEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
