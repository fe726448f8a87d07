import type { ModuleText } from './scope';
import type { KnownPiece } from './value';

/**
 * The pieces of a literal whose inside stands from `start` to `end`, and whose value is `cooked`. Runs without escapes map
 * verbatim, an escape or a line end of two characters maps as a whole, so that long templates keep their places.
 */
export function literalPieces(
  module: ModuleText,
  start: number,
  end: number,
  cooked: string,
): readonly KnownPiece[] {
  if (cooked === '') return [];
  const written = module.text.slice(start, end);
  if (written === cooked) return [piece(module, cooked, start, end, 'verbatim')];
  const pieces: KnownPiece[] = [];
  let run = 0;
  for (const escape of written.matchAll(ESCAPE)) {
    if (escape.index > run) {
      pieces.push(
        piece(module, written.slice(run, escape.index), start + run, start + escape.index, 'verbatim'),
      );
    }
    const after = escape.index + escape[0].length;
    const text = unescape(escape[0]);
    if (text !== '') pieces.push(piece(module, text, start + escape.index, start + after, 'whole'));
    run = after;
  }
  if (run < written.length) pieces.push(piece(module, written.slice(run), start + run, end, 'verbatim'));
  const agrees = pieces.map(({ text }) => text).join('') === cooked;
  return agrees ? pieces : [piece(module, cooked, start, end, 'whole')];
}

const ESCAPE = /\r\n|\r|\\(?:\r\n|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/g;
const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

function unescape(escape: string): string {
  if (escape.startsWith('\r')) return '\n';
  const code = /^\\(?:u\{(\w+)\}|u(\w{4})|x(\w{2}))$/.exec(escape);
  const digits = code?.[1] ?? code?.[2] ?? code?.[3];
  if (digits !== undefined) {
    const point = Number.parseInt(digits, 16);
    return point > 0x10ffff ? '' : String.fromCodePoint(point);
  }
  const letter = escape.slice(1);
  if (/^[\r\n\u2028\u2029]/.test(letter)) return '';
  return LETTERS[letter] ?? letter;
}

function piece(
  module: ModuleText,
  text: string,
  start: number,
  end: number,
  mapping: KnownPiece['mapping'],
): KnownPiece {
  return { kind: 'known', text, at: { file: module.path, start, end }, mapping };
}
