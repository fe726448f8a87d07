const WINDOW = 100;
const BASE = 37;
const END_OF_FILE = 65535;
const HALF = 2 ** 32;

/** 64 bits, unsigned, as two halves of 32: integers that large take a tenth of a microsecond a step, and a file has millions. */
interface Long {
  high: number;
  low: number;
}

/**
 * GitHub's `primaryLocationLineHash` for every line of a text, in order: the same values as upload-sarif computes, so that
 * moving between the two uploads makes no duplicates. A rolling polynomial over the 100 characters from the line's first
 * one on, without blanks and tabs and with line ends folded; equal hashes of one file are numbered.
 */
export function lineHashes(text: string): readonly string[] {
  const units = keptUnits(text);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  const window = new Array<number>(WINDOW).fill(0);
  const lineStarts = new Array<boolean>(WINDOW).fill(false);
  let at = 0;
  const hash: Long = { high: 0, low: 0 };
  let pendingLine = true;
  const push = (unit: number, isText: boolean): void => {
    if (lineStarts[at] === true) hashes.push(numbered(hash, seen));
    const leaving = window[at] ?? 0;
    step(hash, unit, leaving);
    window[at] = unit;
    lineStarts[at] = isText && pendingLine;
    if (isText) pendingLine = unit === 10;
    at = (at + 1) % WINDOW;
  };
  for (const unit of units) push(unit, true);
  push(END_OF_FILE, true);
  for (let i = 0; i < WINDOW; i += 1) push(0, false);
  return hashes;
}

/** The hash times the base, with the character that enters the window and without the one that leaves it. */
function step(hash: Long, unit: number, leaving: number): void {
  const low = hash.low * BASE + unit - ((LEAVING.low * leaving) % HALF);
  const high =
    hash.high * BASE +
    Math.floor(low / HALF) -
    LEAVING.high * leaving -
    Math.floor((LEAVING.low * leaving) / HALF);
  hash.low = wrapped(low);
  hash.high = wrapped(high);
}

const wrapped = (value: number): number => ((value % HALF) + HALF) % HALF;

function numbered({ high, low }: Long, seen: Map<string, number>): string {
  const text = high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
  const count = (seen.get(text) ?? 0) + 1;
  seen.set(text, count);
  return `${text}:${String(count)}`;
}

function* keptUnits(text: string): Iterable<number> {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || unit === 9) continue;
    if (unit === 13) {
      if (text.charCodeAt(i + 1) !== 10) yield 10;
    } else yield unit;
  }
}

/** The base to the power of the window: what the character that leaves was multiplied by. */
const LEAVING = powerOfBase(WINDOW);

function powerOfBase(exponent: number): Long {
  let power = 1n;
  for (let i = 0; i < exponent; i += 1) power = (power * BigInt(BASE)) & ((1n << 64n) - 1n);
  return { high: Number(power >> 32n), low: Number(power & 0xffffffffn) };
}
