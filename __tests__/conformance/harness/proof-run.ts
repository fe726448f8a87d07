import type { Client } from 'pg';
import { DatabaseError } from 'pg';
import { LOCK_MODES } from '../../../src/postgres/lock-mode';
import type { LockMode } from '../../../src/postgres/lock-mode';
import type { Parser } from '../../../src/sql/parse';
import { probeBlocks } from './blocks';
import type { HeldLock } from './lock-modes';
import { StrongestModes } from './lock-modes';
import type { Relation } from './relations';
import { readRelations } from './relations';
import type { ProofMigration } from './repaired';
import { SAMPLE_ROWS } from './sample-rows';
import type { Server } from './server';
import { runInSteps } from './stepping';
import { scannedByMessage, workDone } from './work';

/** Runs the migrations of proofs and watches what those of the repair keep waiting while they work. */
export interface ProofRunner {
  readonly session: Client;
  /** What the server was seen to do: each statement that worked on all rows of a relation while readers or writers waited. */
  run(migrations: readonly ProofMigration[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

type Relations = ReadonlyMap<number, Relation>;

/** Opens the sessions that a run takes. `parser` tells the statements of a migration apart. */
export async function openProofRunner(server: Server, parser: Parser): Promise<ProofRunner> {
  const [session, monitor, prober] = await Promise.all([
    server.connect(),
    server.connect(),
    server.connect(),
  ]);
  const messages: string[] = [];
  session.on('notice', ({ message }) => messages.push(message ?? ''));
  const stepped = new Set<string>();

  const watched = async (sql: string): Promise<readonly string[]> => {
    const before = await readRelations(session);
    messages.length = 0;
    await session.query(sql);
    const worked = grown(before, await readRelations(session), messages);
    if (worked.length === 0) return [];
    const { read, write } = await probeBlocks(prober, before.values());
    const stopped = [...new Set([...read, ...write])];
    return stopped.map((relation) => `${sql}: work on ${worked.join(', ')} stops ${relation}`);
  };

  /** What refuses a transaction goes through in slow motion, once for each kind of statement: it takes long. */
  const alone = async (sql: string): Promise<readonly string[]> => {
    const kind = kindOf(sql);
    if (stepped.has(kind)) return session.query(sql).then(() => []);
    stepped.add(kind);
    const before = await readRelations(monitor);
    const stops: Stop[] = [];
    messages.length = 0;
    await session.query("SET client_min_messages = 'debug2'");
    const sessions = { runner: session, monitor, connect: () => server.connect() };
    const error = await runInSteps(sql, sessions, before.values(), new StrongestModes(), (held) =>
      stops.push({ strong: strongOn(held, before), messages: messages.length }),
    );
    await session.query("SET client_min_messages = 'debug1'");
    if (error !== undefined) throw error;
    return heldThroughWork(stops, messages, before).map(
      (relation) => `${sql}: works while it stops ${relation}`,
    );
  };

  const one = async (sql: string, watch: boolean, inBlock: boolean): Promise<readonly string[]> => {
    if (inBlock) return watch ? watched(sql) : session.query(sql).then(() => []);
    if (/^\s*(?:set|reset)\b/i.test(sql)) return session.query(sql).then(() => []);
    await session.query('BEGIN');
    try {
      const found = watch ? await watched(sql) : await session.query(sql).then(() => []);
      await session.query('COMMIT');
      return found;
    } catch (error) {
      await session.query('ROLLBACK');
      if (!(error instanceof DatabaseError) || error.code !== '25001') throw error;
      return watch ? alone(sql) : session.query(sql).then(() => []);
    }
  };

  return {
    session,
    run: async (migrations) => {
      const found: string[] = [];
      await session.query("SET client_min_messages = 'debug1'; SET enable_seqscan = off");
      for (const { sql, transaction, ofRepair } of migrations) {
        let inBlock = transaction === 'file';
        if (inBlock) await session.query('BEGIN');
        for (const statement of statementsOf(parser, sql)) {
          if (/^begin\b/i.test(statement)) inBlock = true;
          found.push(...(await one(statement, ofRepair, inBlock)));
          if (/^commit\b/i.test(statement)) inBlock = false;
        }
        if (inBlock) await session.query('COMMIT');
      }
      return found;
    },
    close: async () => {
      await Promise.all([session, monitor, prober].map((each) => each.end()));
    },
  };
}

/** The statements of a text, as they are written. */
function statementsOf(parser: Parser, sql: string): readonly string[] {
  const found = parser.parseText(sql);
  if ('kind' in found) throw new Error(`A repair does not parse: ${found.error} in ${sql}`);
  return found.map(({ start, end }) => sql.slice(start, end).trim());
}

/** Relations that were there before and that a statement has written anew, or all of whose rows it has read. */
function grown(before: Relations, after: Relations, messages: readonly string[]): readonly string[] {
  const copied = workDone(before, after, messages).scanned.filter((name) =>
    [...before.values()].some(
      ({ oid, file, tablespace, ...old }) =>
        old.name === name && (after.get(oid)?.file !== file || after.get(oid)?.tablespace !== tablespace),
    ),
  );
  const read = [...before.values()]
    .filter(({ oid, rowsScanned }) => (after.get(oid)?.rowsScanned ?? 0) >= rowsScanned + SAMPLE_ROWS)
    .map(({ name }) => name);
  return [...new Set([...copied, ...read])];
}

/** What is held when a statement is held up, and how much it had said until then. */
interface Stop {
  readonly strong: ReadonlySet<string>;
  readonly messages: number;
}

const STRONG: ReadonlySet<LockMode> = new Set(LOCK_MODES.slice(LOCK_MODES.indexOf('SHARE')));

function strongOn(held: readonly HeldLock[], before: Relations): ReadonlySet<string> {
  return new Set(
    held
      .filter(({ granted, mode }) => granted && STRONG.has(mode))
      .flatMap(({ relation }) => before.get(relation)?.name ?? []),
  );
}

/** Relations with a strong lock at two stops in a row, between which rows were read. */
function heldThroughWork(
  stops: readonly Stop[],
  messages: readonly string[],
  before: Relations,
): readonly string[] {
  return stops.flatMap((stop, at) => {
    const next = stops[at + 1];
    if (next === undefined) return [];
    const said = messages.slice(stop.messages, next.messages);
    if (scannedByMessage(before, said).length === 0) return [];
    return [...stop.strong].filter((relation) => next.strong.has(relation));
  });
}

/** `create unique index concurrently` … with the kind of what it works on left out. */
function kindOf(sql: string): string {
  return (
    sql
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .split(/ (?=on |if |")/)[0]
      ?.split(' ')
      .slice(0, 4)
      .join(' ') ?? ''
  );
}
