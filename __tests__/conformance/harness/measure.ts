import { DatabaseError, type Client } from 'pg';
import { backendOf } from './backends';
import { probeBlocks } from './blocks';
import { FORGET_BOUNDS } from './forget-bounds';
import { readLocks, StrongestModes } from './lock-modes';
import type { Observation } from './observation';
import { readRelations, type Relation } from './relations';
import type { Server } from './server';
import { runInSteps } from './stepping';
import { scannedByMessage, truncatedTails, vacuumed, workDone } from './work';

/** Measures statements, each on relations as the setup left them. */
export interface Laboratory {
  /** The relations that the setup made, with what they are. */
  readonly kinds: Readonly<Record<string, Relation['kind']>>;
  /** What the server does for the statement. */
  measure(statement: string): Promise<Observation>;
  close(): Promise<void>;
}

/** Makes a database of its own on the server and runs `setup` in it. */
export async function openLaboratory(server: Server, setup: string): Promise<Laboratory> {
  let room = await openRoom(server, setup);
  const renew = async (): Promise<void> => {
    await room.close();
    room = await openRoom(server, setup);
  };
  // A statement that was rolled back leaves nothing but dead rows, which only statements outside of a transaction notice.
  let clean = true;
  let spent = false;
  return {
    kinds: Object.fromEntries(
      [...(await readRelations(room.monitor)).values()].map((relation) => [relation.name, relation.kind]),
    ),
    measure: async (statement) => {
      if (spent) await renew();
      spent = false;
      const inside = await measureInside(room, statement);
      if (inside === 'refuses a transaction' && !clean) await renew();
      clean = false;
      if (inside !== 'refuses a transaction') return inside;
      spent = true;
      return measureOutside(room, statement);
    },
    close: () => room.close(),
  };
}

/** A database with the sessions that measuring takes. */
interface Room {
  readonly name: string;
  /** Runs the statement, as it ran the setup: what that sets (a time zone, a search path) must hold. */
  readonly runner: Client;
  readonly monitor: Client;
  /** Asks whom the locks of a moment stop. */
  readonly prober: Client;
  connect(): Promise<Client>;
  close(): Promise<void>;
}

let rooms = 0;

async function openRoom(server: Server, setup: string): Promise<Room> {
  rooms += 1;
  const name = `measured_${String(rooms)}`;
  const administrator = await server.connect();
  // Copying files instead of logging every block is the only way before 15, and the cheaper one since.
  await administrator.query(`CREATE DATABASE ${name}${server.major >= 15 ? ' STRATEGY FILE_COPY' : ''}`);
  const runner = await server.connect(name);
  await runner.query("SET client_min_messages = 'error'");
  await runner.query(setup);
  const monitor = await server.connect(name);
  const prober = await server.connect(name);
  return {
    name,
    runner,
    monitor,
    prober,
    connect: () => server.connect(name),
    close: async () => {
      await Promise.all([runner, monitor, prober].map((session) => session.end()));
      await administrator.query(`DROP DATABASE ${name}`);
      await administrator.end();
    },
  };
}

/** Stands for the database that the statement runs in: REINDEX DATABASE works on no other. */
export const CURRENT_DATABASE = 'lockfacts';

async function measureInside(room: Room, statement: string): Promise<Observation | 'refuses a transaction'> {
  const { runner, monitor, prober } = room;
  await prober.query(FORGET_BOUNDS);
  await runner.query('SET client_min_messages = debug1');
  await runner.query('BEGIN');
  await runner.query(FORGET_BOUNDS);
  const before = await readRelations(runner);
  const pid = await backendOf(runner);
  const { error, messages } = await listen(runner, () => runner.query(inRoom(room, statement)));
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

async function measureOutside(room: Room, statement: string): Promise<Observation> {
  const { runner, monitor } = room;
  const before = await readRelations(monitor);
  const modes = new StrongestModes();
  await runner.query('SET client_min_messages = debug2');
  const { error, messages } = await listen(runner, async () => {
    const refusal = await runInSteps(inRoom(room, statement), room, before.values(), modes);
    if (refusal !== undefined) throw refusal;
  });
  const after = await readRelations(monitor);
  const done = workDone(before, after, messages);
  const truncated = truncatedTails(before, messages);
  const read = [
    ...done.scanned,
    ...scannedByMessage(before, messages),
    ...vacuumed(before, after),
    ...truncated.map(({ name }) => name),
  ];
  const scanned = [...new Set(read)].sort();
  if (error !== undefined) return failed(error, false, scanned);
  for (const { oid } of truncated) modes.add(oid, 'ACCESS EXCLUSIVE');
  return { ...succeeded(modes, before, { ...done, scanned }), transaction: false };
}

function inRoom(room: Room, statement: string): string {
  return statement.replaceAll(CURRENT_DATABASE, room.name);
}

/** Runs `act` and collects what the server says meanwhile; a refusal of the server is a result, anything else is thrown. */
async function listen(
  session: Client,
  act: () => Promise<unknown>,
): Promise<{ error?: DatabaseError; messages: readonly string[] }> {
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

function succeeded(
  modes: StrongestModes,
  before: ReadonlyMap<number, Relation>,
  done: ReturnType<typeof workDone>,
): Measured {
  const { scanned, ...files } = done;
  const locks = modes.named((relation) => before.get(relation)?.name);
  return {
    locks,
    ...files,
    scan: scanned.length > 0,
    error: null,
    ...(scanned.length > 0 ? { scanned } : {}),
  };
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
