import { DatabaseError, type Client } from 'pg';
import { rememberingPlans, type Asker } from '../harness/asker';
import { backendOf } from '../harness/backends';
import { describeServer } from '../harness/server-catalog';
import { readLocks, type HeldLock } from '../harness/lock-modes';
import { readRelations, type Relation } from '../harness/relations';
import type { Server } from '../harness/server';
import { FORGET_BOUNDS } from '../harness/forget-bounds';
import { workDone, type WorkDone } from '../harness/work';
import type { CatalogObjects } from '../harness/catalog-objects';
import { objectsOf } from '../harness/catalog-objects';

/** What the server did for one statement. */
export interface Done {
  readonly error: { readonly code: string; readonly message: string } | null;
  /** False: it refused to run in a transaction and ran by itself; then nobody looked at its locks and work. */
  readonly inTransaction: boolean;
  readonly before: ReadonlyMap<number, Relation>;
  /** Null: nobody looked. */
  readonly locks: readonly HeldLock[] | null;
  readonly work: WorkDone;
  /** Relations that hold nothing afterwards: the rows of before were dead. */
  readonly emptied: ReadonlySet<number>;
  readonly catalog: CatalogObjects;
}

/** A session of a server that runs statements one by one and tells what each did. */
export class Bench {
  private open = false;
  private cleared = 0;
  private readonly asker: Asker;

  private constructor(
    private readonly client: Client,
    private readonly major: number,
  ) {
    this.asker = rememberingPlans(client);
  }

  static async on(server: Server): Promise<Bench> {
    const client = await server.connect();
    await client.query("SET client_min_messages = 'error'");
    return new Bench(client, server.major);
  }

  /** Back to an empty database. */
  async clear(): Promise<void> {
    await this.client.query('ROLLBACK');
    this.open = false;
    const { rows } = await this.client.query<{ sql: string }>(CLEAN_UP);
    for (const { sql } of rows) await this.client.query(sql);
    await this.client.query(FORGET);
    // What sequences leave dead in the catalogs makes each question slower.
    this.cleared += 1;
    if (this.cleared % 20 === 0) await this.client.query('VACUUM');
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /** Runs one statement; outside of a transaction of the migration's own in one that is committed at once. */
  async run(sql: string): Promise<Done> {
    if (/^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/.test(sql)) {
      await this.client.query(sql);
      if (/^(BEGIN|COMMIT|ROLLBACK$)/.test(sql)) this.open = sql === 'BEGIN';
      return this.done(new Map(), [], null);
    }
    await this.client.query(this.open ? 'SAVEPOINT bench' : 'BEGIN');
    await this.client.query(FORGET_BOUNDS);
    const before = await readRelations(this.asker);
    const { error, messages } = await this.attempt(sql);
    if (error !== null) {
      await this.client.query(this.open ? 'ROLLBACK TO bench; RELEASE bench' : 'ROLLBACK');
      if (error.code !== '25001' || this.open) return this.failed(before, error, true);
      const alone = await this.attempt(sql);
      if (alone.error !== null) await this.dropRemains();
      return alone.error === null
        ? { ...(await this.done(before, [], null)), inTransaction: false }
        : this.failed(before, alone.error, false);
    }
    const locks = await readLocks(this.asker, await this.pid());
    const done = await this.done(before, messages, locks);
    try {
      await this.client.query(this.open ? 'RELEASE bench' : 'COMMIT');
    } catch (late) {
      if (!(late instanceof DatabaseError)) throw late;
      return this.failed(before, { code: late.code ?? '', message: late.message }, true);
    }
    return done;
  }

  /** Whether a table has no living row, which its file does not tell. */
  async isEmpty(name: string): Promise<boolean> {
    // What the look itself locks is let go of by going back.
    const [start, end] = this.open
      ? ['SAVEPOINT look', 'ROLLBACK TO look; RELEASE look']
      : ['BEGIN', 'ROLLBACK'];
    await this.client.query(start);
    const { rows } = await this.client.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM ONLY ${name}) AS found`,
    );
    await this.client.query(end);
    return rows[0]?.found === false;
  }

  /** What fails outside of a transaction may leave an index behind, which people drop. */
  private async dropRemains(): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT c.oid::regclass AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT indisvalid AND relkind = 'i'`,
    );
    for (const { name } of rows) await this.client.query(`DROP INDEX ${name}`);
  }

  private process: number | undefined;

  private async pid(): Promise<number> {
    this.process ??= await backendOf(this.client);
    return this.process;
  }

  private async done(
    before: ReadonlyMap<number, Relation>,
    messages: readonly string[],
    locks: readonly HeldLock[] | null,
  ): Promise<Done> {
    const after = locks === null ? new Map<number, Relation>() : await readRelations(this.asker);
    return {
      error: null,
      inTransaction: true,
      before,
      locks,
      emptied: new Set([...after.values()].filter(({ size }) => size === 0).map(({ oid }) => oid)),
      work: locks === null ? NO_WORK : workDone(before, after, messages),
      catalog: objectsOf(await describeServer(this.asker, this.major)),
    };
  }

  private failed(before: ReadonlyMap<number, Relation>, error: Done['error'], inTransaction: boolean): Done {
    return { error, inTransaction, before, locks: [], work: NO_WORK, emptied: new Set(), catalog: new Map() };
  }

  private async attempt(sql: string): Promise<{ error: Done['error']; messages: readonly string[] }> {
    const messages: string[] = [];
    const listen = ({ message }: { message?: string | undefined }): void => {
      if (message !== undefined) messages.push(message);
    };
    this.client.on('notice', listen);
    try {
      await this.client.query('SET client_min_messages = debug1');
      await this.client.query(sql);
      return { error: null, messages };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return { error: { code: error.code ?? '', message: error.message }, messages };
    } finally {
      this.client.off('notice', listen);
    }
  }
}

const NO_WORK: WorkDone = { rewrite: [], indexRebuild: [], scanned: [] };

/** The time zone in which each sequence starts. */
export const TIME_ZONE = 'UTC';

/** DISCARD ALL, but for the plans of our own questions; and random() starts anew, so that a sequence goes the same way again. */
const FORGET = `
  RESET ALL; DISCARD TEMP; DISCARD SEQUENCES;
  SELECT setseed(0.5); CREATE SCHEMA public; SET client_min_messages = 'error'; SET TimeZone = '${TIME_ZONE}'`;

const CLEAN_UP = `
  SELECT 'DROP PUBLICATION ' || quote_ident(pubname) AS sql FROM pg_publication
  UNION ALL SELECT 'DROP SCHEMA ' || quote_ident(nspname) || ' CASCADE' FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`;
