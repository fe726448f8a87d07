import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Major } from './majors';

/** A running PostgreSQL server with no data but what a test makes. Reached by a socket in its own directory, never by network. */
export interface Server {
  readonly major: Major;
  /** A new session; `database` defaults to `postgres`. The caller ends it. */
  connect(database?: string): Promise<Client>;
  /** Stops the server at once and removes its files. */
  stop(): Promise<void>;
}

/** Roles and the tablespace that measured statements name. */
const FURNITURE = ['CREATE ROLE app_user', 'CREATE ROLE new_owner', 'CREATE ROLE other_user'];

/** A server for tests needs no durability, and nothing may run beside the statement that is observed. */
const SETTINGS: Readonly<Record<string, string>> = {
  autovacuum: 'off',
  fsync: 'off',
  full_page_writes: 'off',
  listen_addresses: '',
  lc_messages: 'C',
  log_min_messages: 'warning',
  max_connections: '60',
  max_parallel_maintenance_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_prepared_transactions: '5',
  shared_buffers: '32MB',
  synchronous_commit: 'off',
  timezone: 'UTC',
  wal_level: 'logical',
};

/**
 * Starts a server of the given major from the private package of this folder.
 * PostgreSQL refuses to run as root; then the server runs as `nobody`, which exists everywhere.
 */
export async function startServer(major: Major): Promise<Server> {
  const native = nativeDirectory(major);
  const directory = mkdtempSync(join(placeForData(), `pgfence-${String(major)}-`));
  const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (owner.uid !== undefined) chownSync(directory, owner.uid, owner.gid);
  chmodSync(directory, 0o700);
  const data = join(directory, 'data');
  const options = { ...owner, cwd: directory, env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };

  execFileSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: directory });
  appendFileSync(
    join(data, 'postgresql.conf'),
    settings.map(([name, value]) => `${name} = '${value}'\n`).join(''),
  );
  const log: Buffer[] = [];
  const child = spawn(join(native, 'bin/postgres'), ['-D', data], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => log.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk));
  const forget = cleanUpAtExit(child, directory);

  const server: Server = {
    major,
    connect: (database = 'postgres') => connect(directory, database),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGQUIT')) await ended;
      forget();
    },
  };
  await whenReady(server, child, log);
  await furnish(server, join(directory, 'ts2'), options);
  return server;
}

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4e9;

/** Making and dropping databases is making and dropping files, hundreds each: in memory where there is plenty. */
function placeForData(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ENOUGH_BYTES ? MEMORY : tmpdir();
}

function nativeDirectory(major: Major): string {
  const root = join(__dirname, '../node_modules', `postgres-${String(major)}`);
  if (!existsSync(root))
    throw new Error('The servers are not installed: run `npm ci` in __tests__/conformance');
  const links: unknown = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8'));
  const [first] = links as { target: string }[];
  if (first !== undefined && !existsSync(join(root, first.target))) {
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
  }
  return join(root, 'native');
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
}

/** A server must not outlive the tests: not after a failure, not after an interrupt. Returns how to call it off. */
function cleanUpAtExit(child: ChildProcess, directory: string): () => void {
  const clean = (): void => {
    child.kill('SIGQUIT');
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    clean();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('exit', clean);
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  return () => {
    process.off('exit', clean);
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
    clean();
  };
}

async function whenReady(server: Server, child: ChildProcess, log: readonly Buffer[]): Promise<void> {
  for (const until = Date.now() + 30_000; ;) {
    try {
      await (await server.connect()).end();
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > until) {
        throw new Error(
          `PostgreSQL ${String(server.major)} did not start: ${Buffer.concat(log).toString()}`,
          { cause: error },
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function connect(host: string, database: string): Promise<Client> {
  const client = new Client({ host, user: 'postgres', database });
  // A session that the server ends while it is idle is no failure of a test; what it asks for next will be.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function furnish(
  server: Server,
  tablespace: string,
  owner: { uid?: number; gid?: number },
): Promise<void> {
  execFileSync('mkdir', [tablespace], owner);
  const client = await server.connect();
  for (const statement of FURNITURE) await client.query(statement);
  await client.query(`CREATE TABLESPACE ts2 LOCATION '${tablespace}'`);
  await client.end();
}
