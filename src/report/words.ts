import type { Stop } from '../analysis/step';
import type { ToldLock } from '../findings/report';
import type { OwnForm, RepairStep } from '../findings/finding';
import type { HeldFor } from '../findings/held-for';
import type { LockMode } from '../postgres/lock-mode';

/** The modes of everyday traffic: tables of locks leave them out, since every query takes them. */
const EVERYDAY_MODES: ReadonlySet<LockMode> = new Set<LockMode>([
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
]);

/** What the table says of how long traffic stands still. Never a number of seconds: SQL does not tell. */
export const HELD_IN_WORDS: Readonly<Record<HeldFor, string>> = {
  'a moment, bounded': 'a moment',
  'a moment, unbounded': 'a moment, once granted',
  scan: 'full scan',
  'index build': 'index build',
  'unbounded write': 'write of many rows',
  rewrite: 'table rewrite',
};

/** `reads, writes`, `writes` or nothing: the worst of what a statement stops. */
export function stopsInWords(stops: readonly Pick<Stop, 'reads' | 'writes'>[]): string {
  if (stops.some((stop) => stop.reads)) return 'reads, writes';
  return stops.some((stop) => stop.writes) ? 'writes' : '';
}

/** `reads, writes of` or `writes to`: what goes before the names. */
export function stopsInWordsOf(stops: readonly Pick<Stop, 'reads' | 'writes'>[]): string {
  return `${stopsInWords(stops)} ${stops.some((stop) => stop.reads) ? 'of' : 'to'}`;
}

/** A name without the schema that everybody has. */
export function shortName(relation: string): string {
  return relation.startsWith('public.') ? relation.slice('public.'.length) : relation;
}

/** What of a lock decides whether it is shown. */
type Showable = Pick<ToldLock, 'mode' | 'isNew'> & {
  readonly relation: { readonly kind: string };
};

/** The locks that a table shows: tables before indexes, strongest first; ordinary traffic (reading, writing rows) is left out. */
export function worthShowing<T extends Showable>(locks: readonly T[]): readonly T[] {
  return locks.filter(
    (lock) => !lock.isNew && !EVERYDAY_MODES.has(lock.mode) && !isIndexOfLocked(lock, locks),
  );
}

/** One blank for every run of white space: SQL on one line. */
export function oneLine(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim();
}

function isIndexOfLocked(lock: Showable, locks: readonly Showable[]): boolean {
  return (
    lock.relation.kind.endsWith('index') && locks.some((other) => !other.relation.kind.endsWith('index'))
  );
}

const RUN_IN_WORDS: Readonly<Record<RepairStep['run'], string>> = {
  statement: 'in this place',
  migration: 'in a migration of its own',
  batches: 'in batches, outside any migration',
  deploy: 'in a deploy of the application',
  subscribers: 'on every subscriber',
};

/** Where a step of the safe way is done. Batches and deploys know no transaction of the migration. */
export function whereRun(
  { run, transaction }: Pick<RepairStep, 'run' | 'transaction'>,
  written: OwnForm | undefined,
): string {
  if (written !== undefined) return written.where;
  const where = RUN_IN_WORDS[run];
  if (run !== 'statement' && run !== 'migration') return where;
  if (transaction === 'same') return where;
  return `${where}, ${transaction === 'own' ? 'in its own transaction' : 'outside a transaction'}`;
}

/** A message with its full stop. */
export function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
