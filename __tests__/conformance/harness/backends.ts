import type { Client } from 'pg';

/** The process of the server that serves a session. */
export async function backendOf(session: Client): Promise<number> {
  const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const [row] = rows;
  if (row === undefined) throw new Error('The server does not tell its process');
  return row.pid;
}

/** The processes that keep one waiting at this moment, as another session sees it. */
export async function blockersOf(monitor: Client, pid: number): Promise<readonly number[]> {
  const { rows } = await monitor.query<{ blockers: number[] }>('SELECT pg_blocking_pids($1) AS blockers', [
    pid,
  ]);
  return rows[0]?.blockers ?? [];
}
