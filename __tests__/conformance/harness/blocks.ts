import type { Client } from 'pg';
import { DatabaseError } from 'pg';
import type { Relation } from './relations';

/** Which relations another session cannot read or write at this moment. */
export interface Blocks {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

const READABLE: ReadonlySet<Relation['kind']> = new Set([
  'table',
  'partitioned table',
  'view',
  'materialized view',
  'foreign table',
]);
const WRITABLE: ReadonlySet<Relation['kind']> = new Set(['table', 'partitioned table']);

/**
 * Asks for a read and a write of each relation and gives up where it would have to wait.
 * EXPLAIN plans and opens everything that the real thing opens, and changes nothing.
 */
export async function probeBlocks(prober: Client, relations: Iterable<Relation>): Promise<Blocks> {
  await prober.query("SET lock_timeout = '1ms'");
  const read: string[] = [];
  const write: string[] = [];
  for (const { name, kind } of relations) {
    const quoted = name
      .split('.')
      .map((part) => `"${part}"`)
      .join('.');
    if (READABLE.has(kind) && (await waits(prober, `EXPLAIN SELECT * FROM ${quoted}`))) read.push(name);
    if (WRITABLE.has(kind) && (await waits(prober, `EXPLAIN DELETE FROM ${quoted}`))) write.push(name);
  }
  return { read: read.sort(), write: write.sort() };
}

async function waits(prober: Client, statement: string): Promise<boolean> {
  try {
    await prober.query(statement);
    return false;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return error.code === '55P03';
  }
}
