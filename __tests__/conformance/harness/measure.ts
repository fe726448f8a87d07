import { DatabaseError, type Client } from 'pg';
import { probeBlocks } from './blocks';
import { readLocks, StrongestModes } from './lock-modes';
import type { Observation } from './observation';
import { readRelations, type Relation } from './relations';
import type { Server } from './server';
import { runInSteps } from './stepping';
import { scannedByMessage, truncatedTails, vacuumed, workDone } from './work';

/** A database in a known state, in which statements are measured one after another. */
export interface Laboratory {
  /** The relations that the setup made, with what they are. */
  readonly kinds: Readonly<Record<string, Relation['kind']>>;
  /**
   * What the server does for the statement. One that runs in a transaction block is rolled back, and the database stays as it was;
   * one that does not changes it: `used` is then true, and another laboratory is needed for the next.
   */
  measure(statement: string): Promise<Observation>;
  readonly used: boolean;
  close(): Promise<void>;
}

let databases = 0;

/** Makes a database of its own on the server and runs `setup` in it, statement by statement as psql would. */
export async function openLaboratory(server: Server, setup: string): Promise<Laboratory> {
  databases += 1;
  const name = `measured_${String(databases)}`;
  const administrator = await server.connect();
  // Copying files instead of logging every block is the only way before 15, and the cheaper one since.
  await administrator.query(`CREATE DATABASE ${name}${server.major >= 15 ? ' STRATEGY FILE_COPY' : ''}`);
  const monitor = await server.connect(name);
  const runner = await server.connect(name);
  await runner.query("SET client_min_messages = 'error'");
  // What the setup sets (a time zone, a search path) must hold for the statement.
  await runner.query(setup);
  const prober = await server.connect(name);
  const sessions = [monitor, runner, prober];
  const before = await readRelations(monitor);
  let used = false;

  return {
    kinds: Object.fromEntries([...before.values()].map((relation) => [relation.name, relation.kind])),
    get used() {
      return used;
    },
    measure: async (statement) => {
      const named = statement.replaceAll(CURRENT_DATABASE, name);
      const inside = await measureInside(runner, monitor, prober, named);
      if (inside !== 'refuses a transaction') return inside;
      used = true;
      return measureOutside(runner, monitor, () => server.connect(name), named);
    },
    close: async () => {
      await Promise.all(sessions.map((session) => session.end()));
      await administrator.query(`DROP DATABASE ${name}`);
      await administrator.end();
    },
  };
}

/** Stands for the database that the statement runs in: REINDEX DATABASE works on no other. */
export const CURRENT_DATABASE = 'lockfacts';

async function measureInside(runner: Client, monitor: Client, prober: Client, statement: string): Promise<Observation | 'refuses a transaction'> {
  await runner.query('SET client_min_messages = debug1');
  await runner.query('BEGIN');
  const before = await readRelations(runner);
  const pid = await backend(runner);
  const { error, messages } = await listen(runner, () => runner.query(statement));
  try {
    if (error?.code === '25001') return 'refuses a transaction';
    if (error !== undefined) return failed(error, true, []);
    const modes = new StrongestModes();
    for (const { relation, mode } of await readLocks(monitor, pid)) modes.add(relation, mode);
    const blocks = await probeBlocks(prober, before.values());
    const done = workDone(before, await readRelations(runner), messages);
    return { ...succeeded(modes, before, done), transaction: true, blocks };
  } finally {
    await runner.query('ROLLBACK');
  }
}

async function measureOutside(runner: Client, monitor: Client, open: () => Promise<Client>, statement: string): Promise<Observation> {
  const before = await readRelations(monitor);
  const modes = new StrongestModes();
  await runner.query('SET client_min_messages = debug2');
  const { error, messages } = await listen(runner, async () => {
    const refusal = await runInSteps(statement, runner, monitor, open, before.values(), modes);
    if (refusal !== undefined) throw refusal;
  });
  const after = await readRelations(monitor);
  const done = workDone(before, after, messages);
  const scanned = [...new Set([...done.scanned, ...scannedByMessage(before, messages), ...vacuumed(before, after)])].sort();
  if (error !== undefined) return failed(error, false, scanned);
  for (const relation of truncatedTails(before, messages)) modes.add(relation, 'ACCESS EXCLUSIVE');
  return { ...succeeded(modes, before, { ...done, scanned }), transaction: false };
}

async function backend(session: Client): Promise<number> {
  const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const [row] = rows;
  if (row === undefined) throw new Error('The server does not tell its process');
  return row.pid;
}

/** Runs `act` and collects what the server says meanwhile; a refusal of the server is a result, anything else is thrown. */
async function listen(session: Client, act: () => Promise<unknown>): Promise<{ error?: DatabaseError; messages: readonly string[] }> {
  const messages: string[] = [];
  const onNotice = (notice: { message?: string | undefined }): void => {
    if (notice.message !== undefined) messages.push(notice.message);
  };
  session.on('notice', onNotice);
  try {
    await act();
    return { messages };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { error, messages };
  } finally {
    session.off('notice', onNotice);
  }
}

type Measured = Omit<Observation, 'transaction' | 'blocks'>;

function succeeded(modes: StrongestModes, before: ReadonlyMap<number, Relation>, done: ReturnType<typeof workDone>): Measured {
  const { scanned, ...files } = done;
  const locks = modes.named((relation) => before.get(relation)?.name);
  return { locks, ...files, scan: scanned.length > 0, error: null, ...(scanned.length > 0 ? { scanned } : {}) };
}

function failed(error: DatabaseError, transaction: boolean, scanned: readonly string[]): Observation {
  // The parser's complaint and an analysis that shares its SQLSTATE (a type change under a generated column, up to 14) differ in the text alone.
  const unparsed = error.code === '42601' && error.message.startsWith('syntax error');
  return {
    locks: {},
    rewrite: [],
    indexRebuild: [],
    scan: null,
    ...(scanned.length > 0 ? { scanned } : {}),
    error: error.code ?? 'unknown',
    transaction: unparsed ? null : transaction,
  };
}
