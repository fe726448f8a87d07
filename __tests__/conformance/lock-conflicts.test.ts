import { DatabaseError, type Client } from 'pg';
import { conflicts, LOCK_MODES, type LockMode } from '../../src/postgres/lock-mode';
import { selectedMajors } from './harness/majors';
import { startServer, type Server } from './harness/server';

// The lock manager has one conflict table, so one major is enough for every change.
const [newest, ...older] = [...selectedMajors(process.env['PGFENCE_MAJORS'])].reverse();
const majors = process.env['PGFENCE_MAJORS'] === 'all' ? [newest, ...older] : [newest];

describe.each(majors)('PostgreSQL %s', (major) => {
  let server: Server;
  let sessions: readonly [Client, Client];
  beforeAll(async () => {
    if (major === undefined) throw new Error('No major to ask');
    server = await startServer(major);
    sessions = [await server.connect(), await server.connect()];
    await sessions[0].query('CREATE TABLE orders (id int)');
  });
  afterAll(async () => {
    await Promise.all(sessions.map((session) => session.end()));
    await server.stop();
  });

  test.each(LOCK_MODES)('agrees which modes wait for %s', async (held) => {
    const [holder, asker] = sessions;
    await holder.query(`BEGIN; LOCK TABLE orders IN ${held} MODE`);
    const waiting: LockMode[] = [];
    for (const asked of LOCK_MODES) if (await isRefused(asker, asked)) waiting.push(asked);
    await holder.query('ROLLBACK');
    expect(waiting).toEqual(LOCK_MODES.filter((asked) => conflicts(held, asked)));
  });
});

async function isRefused(session: Client, mode: LockMode): Promise<boolean> {
  try {
    await session.query(`BEGIN; LOCK TABLE orders IN ${mode} MODE NOWAIT`);
    return false;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '55P03') return true;
    throw error;
  } finally {
    await session.query('ROLLBACK');
  }
}
