import type { Span } from '../../sql/source';
import { isVerbatim } from '../sql-text';
import { readToken } from '../../sql/lexer';
import { spanIn } from '../../sql/statement';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly name: string;
  readonly cut: string;
}

/** NAMEDATALEN - 1 of a server that nobody has built otherwise. */
const MAX_BYTES = 63;

/** What a text with such a name has: that many characters in a row, or characters of several bytes. */
const LONG = /[\w$]{64}|"(?:[^"]|""){64}|[\u0080-\uffff]/;

/** A name of more than 63 bytes, which the server cuts without an error. */
export const identifierTooLong = stepRule<Match>({
  id: 'identifier-too-long',
  title: 'A name of more than 63 bytes is cut without an error',
  group: 'hygiene',
  severity: 'warning',
  judges: 'effect',
  kinds: 'any',

  check({ statement }) {
    const { text } = statement;
    if (!LONG.test(text)) return [];
    const found = new Map<string, Match>();
    for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
      if (token.kind !== 'word' && token.kind !== 'quoted-name') continue;
      if (token.end - token.start <= MAX_BYTES / 3) continue;
      const written = text.slice(token.start, token.end);
      const name = token.kind === 'word' ? written : written.slice(1, -1).replaceAll('""', '"');
      if (
        written.startsWith('U&') ||
        written.startsWith('u&') ||
        bytesOf(name) <= MAX_BYTES ||
        found.has(name)
      )
        continue;
      const at: Span | undefined = isVerbatim(statement)
        ? spanIn(statement, token.start, token.end)
        : undefined;
      found.set(name, { name, cut: cutTo(name), ...(at === undefined ? {} : { at }) });
    }
    return [...found.values()];
  },

  message({ name, cut }) {
    return `The name "${name}" has ${bytesOf(name)} bytes: the server cuts it to "${cut}" without an error, and another name that begins alike collides with it`;
  },

  help() {
    return 'Shorten it to 63 bytes.';
  },
});

function bytesOf(name: string): number {
  return new TextEncoder().encode(name).length;
}

/** At a whole character, as the server does in UTF-8. */
function cutTo(name: string): string {
  let cut = '';
  for (const character of name) {
    if (bytesOf(cut + character) > MAX_BYTES) break;
    cut += character;
  }
  return cut;
}
