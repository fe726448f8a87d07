import { stronger, type LockMode } from '../../../src/postgres/lock-mode';
import type { Asker } from './asker';

/** The names of `pg_locks.mode` in the words of the manual. */
const MODES: Readonly<Record<string, LockMode>> = {
  AccessShareLock: 'ACCESS SHARE',
  RowShareLock: 'ROW SHARE',
  RowExclusiveLock: 'ROW EXCLUSIVE',
  ShareUpdateExclusiveLock: 'SHARE UPDATE EXCLUSIVE',
  ShareLock: 'SHARE',
  ShareRowExclusiveLock: 'SHARE ROW EXCLUSIVE',
  ExclusiveLock: 'EXCLUSIVE',
  AccessExclusiveLock: 'ACCESS EXCLUSIVE',
};

/** One line of `pg_locks` on a relation. */
export interface HeldLock {
  readonly relation: number;
  readonly mode: LockMode;
  /** False while the backend still waits for it. */
  readonly granted: boolean;
}

/** The relation locks that a backend holds or waits for, catalogs included. Takes no lock itself but on catalogs. */
export async function readLocks(monitor: Asker, pid: number): Promise<readonly HeldLock[]> {
  const { rows } = await monitor.query<{ relation: number; mode: string; granted: boolean }>(
    "SELECT relation::int, mode, granted FROM pg_locks WHERE pid = $1 AND locktype = 'relation'",
    [pid],
  );
  return rows.map(({ relation, mode, granted }) => {
    const known = MODES[mode];
    if (known === undefined) throw new Error(`pg_locks names an unknown mode: ${mode}`);
    return { relation, mode: known, granted };
  });
}

/** Keeps the strongest mode per relation out of many readings. */
export class StrongestModes {
  readonly #byRelation = new Map<number, LockMode>();

  add(relation: number, mode: LockMode): void {
    const before = this.#byRelation.get(relation);
    this.#byRelation.set(relation, before === undefined ? mode : stronger(before, mode));
  }

  /** By name, sorted; relations without a name (catalogs, what the statement itself made) are left out. */
  named(nameOf: (relation: number) => string | undefined): Record<string, LockMode> {
    const named = [...this.#byRelation].flatMap(([relation, mode]) => {
      const name = nameOf(relation);
      return name === undefined ? [] : [[name, mode] as const];
    });
    return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
