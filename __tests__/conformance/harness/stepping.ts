import type { Client } from 'pg';
import { backendOf, blockersOf } from './backends';
import { setGate, type Bar, type Gate } from './gate';
import { readLocks, type HeldLock, type StrongestModes } from './lock-modes';
import type { Relation } from './relations';

/** The session that runs the statement, one that looks on, and where more come from. */
export interface Sessions {
  readonly runner: Client;
  readonly monitor: Client;
  connect(this: void): Promise<Client>;
}

/** Catalogs that a statement with any effect on relations writes some of: it is held up before each of those writes. */
const GATED_CATALOGS = ['pg_class', 'pg_index', 'pg_depend', 'pg_inherits', 'pg_constraint'] as const;

/**
 * Runs a statement outside of a transaction in slow motion and notes each lock on its way into `modes`; resolves to its error, if any.
 *
 * Statements such as CREATE INDEX CONCURRENTLY let go of their locks before another session could look. So they are held up:
 * before their first lock of each table, by a session that holds ACCESS EXCLUSIVE on it (what is asked for stands in `pg_locks`
 * as not granted), likewise before that of each partitioned index, and before each write of a catalog, by sessions that hold SHARE on
 * one catalog each. A session holds one gate only: with two it could wait for itself by way of the statement. `onStop` is told what
 * is held at each stop.
 */
export async function runInSteps(
  statement: string,
  { runner, monitor, connect }: Sessions,
  relations: Iterable<Relation>,
  modes: StrongestModes,
  onStop?: (held: readonly HeldLock[]) => void,
): Promise<unknown> {
  const pid = await backendOf(runner);
  const isWaiting = async (process: number): Promise<boolean> =>
    (await blockersOf(monitor, process)).length > 0;
  const set = (bars: readonly Bar[]): Promise<Gate[]> =>
    Promise.all(bars.map((bar) => setGate(bar, connect, isWaiting)));
  const tables = await set(relationBars(relations));
  // REINDEX DATABASE takes the catalogs first: they are barred only when the first table is reached, or nobody could look any more.
  let catalogs: readonly Gate[] = [];
  let running = true;
  const outcome = runner
    .query(statement)
    .then(
      () => undefined,
      (error: unknown) => error,
    )
    .finally(() => (running = false));
  while (running) {
    const blockers = await blockersOf(monitor, pid);
    // What it holds on its way from one stop to the next is a matter of luck.
    if (blockers.length === 0) continue;
    const held = await readLocks(monitor, pid);
    for (const { relation, mode } of held) modes.add(relation, mode);
    onStop?.(held);
    const table = tables.find((gate) => gate.stops(blockers));
    if (table !== undefined && catalogs.length === 0) catalogs = await set(CATALOG_BARS);
    const gate = table ?? catalogs.find((candidate) => candidate.stops(blockers));
    await gate?.open();
  }
  const error = await outcome;
  await Promise.all([...tables, ...catalogs].map((gate) => gate.close()));
  return error;
}

/**
 * A queue behind an ordinary table would keep VACUUM from cutting its tail, so only partitioned tables are barred again.
 * No statement locks an index and nothing else for long, but a comment does (SHARE UPDATE EXCLUSIVE). Those of tables need no bar:
 * what is done to them writes catalogs. REINDEX of a partitioned index writes none before it lets go of it.
 */
function relationBars(relations: Iterable<Relation>): readonly Bar[] {
  return [...relations].flatMap(({ name, kind }): readonly Bar[] => {
    if (kind === 'table') return [{ lock: lockTable(name, 'ACCESS EXCLUSIVE'), again: false }];
    if (kind === 'partitioned table') return [{ lock: lockTable(name, 'ACCESS EXCLUSIVE'), again: true }];
    return kind === 'partitioned index'
      ? [{ lock: `COMMENT ON INDEX ${quoted(name)} IS NULL`, again: false }]
      : [];
  });
}

const CATALOG_BARS: readonly Bar[] = GATED_CATALOGS.map((name) => ({
  lock: lockTable(`pg_catalog.${name}`, 'SHARE'),
  again: true,
}));

function lockTable(relation: string, mode: 'SHARE' | 'ACCESS EXCLUSIVE'): string {
  return `LOCK TABLE ONLY ${quoted(relation)} IN ${mode} MODE`;
}

/** A name as the catalog gives it, with or without its schema, for a statement. */
function quoted(relation: string): string {
  return relation
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
}
