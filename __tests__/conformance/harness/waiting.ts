import type { Client } from 'pg';
import { backendOf, blockersOf } from './backends';

/** Two connections, and one that looks on. */
export interface Bystanders {
  readonly holder: Client;
  readonly runner: Client;
  readonly monitor: Client;
}

/**
 * Whether a statement waits for the open transaction of the holder: it comes to one of two states, done or blocked by it, however long
 * that takes. The transaction is rolled back then, so that the statement ends; if the server refuses it, that is thrown.
 */
export async function waitsForHolder(
  { holder, runner, monitor }: Bystanders,
  statement: string,
): Promise<boolean> {
  const [holding, running] = [await backendOf(holder), await backendOf(runner)];
  let done = false;
  const outcome = runner
    .query(statement)
    .then(
      () => null,
      (error: unknown) => error,
    )
    .finally(() => (done = true));
  let waits = false;
  while (!done && !waits) waits = (await blockersOf(monitor, running)).includes(holding);
  await holder.query('ROLLBACK');
  const error = await outcome;
  if (error !== null) throw error as Error;
  return waits;
}
