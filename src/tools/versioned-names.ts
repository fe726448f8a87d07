import type { NamedFile } from './sql-claims';

/** What Flyway's way of naming says of a file: `V1_2__Add_orders.sql`. */
export interface VersionedName {
  readonly prefix: string;
  /** Empty for repeatable migrations. */
  readonly version: string;
  /** The version as Flyway orders it. */
  readonly numbers: readonly number[];
  readonly description: string;
}

/** Reads a name with one of these prefixes; undefined for any other. */
export function versionedName({ stem }: NamedFile, prefixes: readonly string[]): VersionedName | undefined {
  const match = new RegExp(`^(${prefixes.join('|')})(\\d+(?:[._]\\d+)*)?__(.+)$`).exec(stem);
  if (match === null) return undefined;
  const [, prefix = '', version = '', description = ''] = match;
  if ((version === '') !== (prefix === 'R')) return undefined;
  const numbers = version === '' ? [] : version.split(/[._]/).map(Number);
  return { prefix, version: numbers.join('.'), numbers, description };
}
