/**
 * Reading values of unknown shape: event payloads, answers of the API, the state line of a comment. Each of these
 * returns undefined (or an empty list) for what is not of the asked type, and never throws.
 */

/** What lies at a path of own property names. */
export function member(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? Object.entries(found).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  );
}

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A whole number from 0 to 2^53 - 1; big integers in that range are accepted too. */
export function whole(value: unknown): number | undefined {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

export const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A commit or blob id: 40 hexadecimal digits, or 64 in a repository that uses SHA-256. */
export function objectId(value: unknown): string | undefined {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}

/** Parses JSON; undefined for what is none. */
export function json(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
