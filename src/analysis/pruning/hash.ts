import type { TypeName } from '../../postgres/type-name';
import type { Comparable } from '../conditions/comparable';

/**
 * The hash by which a row with these values of the key finds its partition, NULL as null; null where a type's hash is not known
 * here. Source: partbounds.c, compute_partition_hash_value, and hashfn.c.
 */
export function hashOfRow(
  values: readonly (Comparable | null)[],
  types: readonly (TypeName | null)[],
): bigint | null {
  let row = 0n;
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    const hash = hashOf(value, types[at]?.name ?? '');
    if (hash === null) return null;
    row = BigInt.asUintN(64, row ^ (hash + 0x49a0f4dd15e5a8e3n + (row << 54n) + (row >> 7n)));
  }
  return row;
}

const START_OF_TIMES = Date.UTC(2000, 0, 1);

function hashOf(value: Comparable, type: string): bigint | null {
  if (value.kind === 'number' && (type === 'int2' || type === 'int4')) return ofWord(value.value >>> 0);
  if (value.kind === 'number' && type === 'int8') return ofInteger(BigInt(value.value));
  if (value.kind === 'time' && type === 'date')
    return ofWord(((value.value - START_OF_TIMES) / 86_400_000) >>> 0);
  if (value.kind === 'time' && type === 'timestamp')
    return ofInteger(BigInt(Math.round((value.value - START_OF_TIMES) * 1000)));
  if (value.kind !== 'text') return null;
  if (type === 'text' || type === 'varchar') return ofBytes(new TextEncoder().encode(value.value));
  const digits = value.value.replaceAll('-', '');
  if (type !== 'uuid' || !/^[0-9a-f]{32}$/i.test(digits)) return null;
  return ofBytes(Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16)));
}

/** HASH_PARTITION_SEED. */
const SEED = { high: 0x7a5b2236, low: 0x7996dcfd };

interface State {
  a: number;
  b: number;
  c: number;
}

function started(length: number): State {
  const first = (0x9e3779b9 + length + 3923095) >>> 0;
  const state = { a: first + SEED.high, b: first + SEED.low, c: first };
  mix(state);
  return state;
}

function ofWord(word: number): bigint {
  const state = started(4);
  state.a += word;
  return finished(state);
}

function ofInteger(value: bigint): bigint {
  const low = Number(BigInt.asUintN(32, value));
  const high = Number(BigInt.asUintN(32, value >> 32n));
  return ofWord((low ^ (value >= 0n ? high : ~high)) >>> 0);
}

function ofBytes(bytes: Uint8Array): bigint {
  const state = started(bytes.length);
  const whole = bytes.length - (bytes.length % 12);
  for (const [at, byte] of bytes.entries()) {
    const place = at % 12;
    if (place < 4) state.a += byte * 256 ** place;
    else if (place < 8) state.b += byte * 256 ** (place - 4);
    // Of the last words the lowest byte of the third stands for the length.
    else state.c += byte * 256 ** (place - (at < whole ? 8 : 7));
    if (place === 11) mix(state);
  }
  return finished(state);
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function mix(state: State): void {
  let { a, b, c } = state;
  a = ((a - c) ^ rotate(c, 4)) >>> 0;
  c = (c + b) >>> 0;
  b = ((b - a) ^ rotate(a, 6)) >>> 0;
  a = (a + c) >>> 0;
  c = ((c - b) ^ rotate(b, 8)) >>> 0;
  b = (b + a) >>> 0;
  a = ((a - c) ^ rotate(c, 16)) >>> 0;
  c = (c + b) >>> 0;
  b = ((b - a) ^ rotate(a, 19)) >>> 0;
  a = (a + c) >>> 0;
  c = ((c - b) ^ rotate(b, 4)) >>> 0;
  b = (b + a) >>> 0;
  Object.assign(state, { a, b, c });
}

function finished(state: State): bigint {
  let { a, b, c } = state;
  c = ((c ^ b) - rotate(b, 14)) >>> 0;
  a = ((a ^ c) - rotate(c, 11)) >>> 0;
  b = ((b ^ a) - rotate(a, 25)) >>> 0;
  c = ((c ^ b) - rotate(b, 16)) >>> 0;
  a = ((a ^ c) - rotate(c, 4)) >>> 0;
  b = ((b ^ a) - rotate(a, 14)) >>> 0;
  c = ((c ^ b) - rotate(b, 24)) >>> 0;
  return (BigInt(b) << 32n) | BigInt(c);
}
