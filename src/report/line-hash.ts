const WINDOW = 100;
const BASE = 37n;
const MODULUS_MASK = (1n << 64n) - 1n;
/** BASE to the power of WINDOW: what the character that leaves the window was multiplied by. */
const LEAVING = powerOfBase(WINDOW);
const END_OF_FILE = 65535;

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
  let hash = 0n;
  let pendingLine = true;
  const push = (unit: number, isText: boolean): void => {
    if (lineStarts[at] === true) hashes.push(numbered(hash, seen));
    const leaving = window[at] ?? 0;
    hash = (BASE * hash + BigInt(unit) - LEAVING * BigInt(leaving)) & MODULUS_MASK;
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

function numbered(hash: bigint, seen: Map<string, number>): string {
  const text = hash.toString(16);
  const count = (seen.get(text) ?? 0) + 1;
  seen.set(text, count);
  return `${text}:${count}`;
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

function powerOfBase(exponent: number): bigint {
  let power = 1n;
  for (let i = 0; i < exponent; i += 1) power = (power * BASE) & MODULUS_MASK;
  return power;
}
