import type { RepairStep } from '../../findings/finding';
import { quoteName } from '../../sql/quote-name';
import { batches } from './steps';

/** What a backfill writes. All in SQL, quoted where it has to be. */
export interface Backfill {
  readonly table: string;
  /** The column to go by, not quoted; null where the table has no key. */
  readonly key: string | null;
  readonly set: string;
  readonly where: string;
}

/** How batches are run, whatever they write. */
export const IN_BATCHES =
  'in batches of 1,000 to 10,000 keys ($lo to $hi), each committed by itself, outside of the migrations, up to the last key.';

/** Rows changed in batches by a range of keys. Where there is none, the condition stands twice: two partitions may have a row at one ctid. */
export function backfill({ table, key, set, where }: Backfill): RepairStep {
  if (key === null) {
    return batches(
      `UPDATE ${table} SET ${set} WHERE ctid IN (SELECT ctid FROM ${table} WHERE ${where} LIMIT 5000) AND ${where}`,
      'again and again, each time committed by itself, outside of the migrations, until it changes no row.',
    );
  }
  const by = quoteName(key);
  return batches(`UPDATE ${table} SET ${set} WHERE ${by} > $lo AND ${by} <= $hi AND ${where}`, IN_BATCHES);
}
