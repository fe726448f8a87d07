import { branches } from './branches';
import type { Branches } from './branches';
import type { Cleaned, Hole } from './clean';
import { endOfLine, isComment, isLineEnd, readToken, wordAt } from './lexer';
import { spaces } from './placeholder';

/**
 * Takes out what psql would have kept from the server: meta-commands, and the data below COPY … FROM stdin. Also lines of the C
 * preprocessor, through which some extensions write their scripts.
 */
export function cleanPsql(text: string): Cleaned {
  if (!/[\\#]/.test(text) && !/\bstdin\b/i.test(text)) return { text, holes: [], conditional: [] };
  const reading: Reading = {
    text,
    parts: [],
    copied: 0,
    holes: [],
    branches: branches(),
    lineEnd: -1,
    lastData: text.length,
  };
  let copy = START;
  for (let token = readToken(text, 0); token !== undefined;) {
    const sign = text[token.start];
    let next = token.end;
    if (sign === '\\') {
      next = readMetaCommand(reading, token.start);
      if (SENDING.test(text.slice(token.start, next))) copy = START;
    } else if (sign === '#' && isDirective(text, token.start)) next = readDirective(reading, token.start);
    else if (sign === ';') {
      if (copy === 'copy from stdin') next = blankData(reading, token.end);
      copy = START;
    } else if (!isComment(token)) {
      copy = nextCopy(copy, token.kind === 'word' ? wordAt(text, token) : '');
    }
    token = readToken(text, next);
  }
  reading.parts.push(text.slice(reading.copied));
  return {
    text: reading.parts.join(''),
    holes: reading.holes,
    conditional: reading.branches.ranges(text.length),
  };
}

interface Reading {
  readonly text: string;
  readonly parts: string[];
  copied: number;
  readonly holes: Hole[];
  readonly branches: Branches;
  /** The end of the line that the last command stands on. */
  lineEnd: number;
  /** No end of COPY data lies behind this offset. */
  lastData: number;
}

function blank(reading: Reading, start: number, end: number, instead = ''): void {
  const { text, parts, copied } = reading;
  parts.push(text.slice(copied, start), instead, spaces(text.slice(start + instead.length, end)));
  reading.copied = end;
}

/** Commands that send the statement before them, as a semicolon does. */
const SENDING = /^\\(?:g|gx|gset|gdesc|gexec|crosstabview|watch|bind|parse|;)(?![a-z_])/;

/** Commands through which SQL runs that nobody reads here, and what they do. */
const HIDING: ReadonlyMap<string, string> = new Map([
  ['i', 'runs a file that is not read'],
  ['include', 'runs a file that is not read'],
  ['ir', 'runs a file that is not read'],
  ['include_relative', 'runs a file that is not read'],
  ['c', 'goes on in another connection'],
  ['connect', 'goes on in another connection'],
  ['copy', 'copies rows from or to the client'],
  ['!', 'runs a program'],
]);

/** A command and its arguments, which end at the next backslash outside of quotes. */
const COMMAND = /^\\(?:;|(!|[a-z_]+)?(?:'(?:[^'\\]|\\.)*'|"[^"]*"|[^\\'"])*)/i;

/** Blanks from a backslash to where psql reads SQL or another command, and says where that is. */
function readMetaCommand(reading: Reading, start: number): number {
  const { text } = reading;
  // Looked for once a line: a stranger's may be long and full of backslashes.
  if (reading.lineEnd < start) reading.lineEnd = endOfLine(text, start);
  const { lineEnd } = reading;
  const line = text.slice(start, lineEnd);
  const [command = line, name = ''] = COMMAND.exec(line) ?? [];
  let end = start + command.length;
  // A quote that nobody closes, as in free text, leaves the rest of the line to the command; so do those that take a whole line.
  if (text[end] === "'" || text[end] === '"' || name === '!' || name === 'copy') end = lineEnd;
  else if (text.startsWith('\\\\', end)) end += 2;
  blank(reading, start, end, SENDING.test(line) ? ';' : '');
  const does = HIDING.get(name);
  if (does !== undefined) {
    reading.holes.push({ start, end, reason: 'meta-command', detail: `\\${name} ${does}` });
  } else if (name === 'gexec') {
    reading.holes.push({
      start,
      end,
      reason: 'dynamic-sql',
      detail: '\\gexec runs each value of the result as a statement',
    });
  } else {
    follow(reading.branches, name, command.trim(), start, end);
  }
  return end;
}

function follow(opened: Branches, name: string, condition: string, start: number, end: number): void {
  if (name === 'if') opened.open(condition, end);
  else if (name === 'elif') opened.turn(condition, start, end);
  else if (name === 'else') opened.turn(undefined, start, end);
  else if (name === 'endif') opened.close(start);
}

/** How much of COPY … FROM stdin has been read: the words so far that matter. */
type Copy = '' | 'copy' | 'copy from' | 'copy from stdin' | 'other';

const START: Copy = '';

function nextCopy(copy: Copy, word: string): Copy {
  switch (copy) {
    case '':
      return word === 'copy' ? 'copy' : 'other';
    case 'copy':
      return word === 'from' ? 'copy from' : 'copy';
    case 'copy from':
      return word === 'stdin' ? 'copy from stdin' : 'copy';
    case 'copy from stdin':
    case 'other':
      return copy;
  }
}

/** Blanks the lines up to `\.`. Without that line it was not psql that was meant to send the rows: the text is read as SQL. */
function blankData(reading: Reading, from: number): number {
  const { text } = reading;
  const start = endOfLine(text, from);
  if (start > reading.lastData) return from;
  const last = /[\r\n]\\\.[ \t]*(?=[\r\n]|$)/g;
  last.lastIndex = start;
  const found = last.exec(text);
  if (found === null) {
    reading.lastData = -1;
    return from;
  }
  blank(reading, start, found.index + found[0].length);
  return reading.copied;
}

function isDirective(text: string, start: number): boolean {
  if (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) return false;
  return /^#[ \t]*(?:include|define|undef|if|ifdef|ifndef|else|elif|endif|pragma)\b/.test(
    text.slice(start, start + 20),
  );
}

function readDirective(reading: Reading, start: number): number {
  const end = endOfLine(reading.text, start);
  const directive = reading.text.slice(start, end).trim();
  blank(reading, start, end);
  reading.holes.push({
    start,
    end,
    reason: 'meta-command',
    detail: `${directive} is a line of the C preprocessor`,
  });
  return end;
}
