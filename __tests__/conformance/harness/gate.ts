import type { Client } from 'pg';
import { backendOf } from './backends';

/** Bars one relation to the statement that is stepped through, until it is opened. */
export interface Gate {
  /** Whether the statement waits for this gate, given the processes that it waits for. */
  stops(blockers: readonly number[]): boolean;
  /** Lets the statement by. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** What bars a relation, and whether it bars again as soon as the statement has let go of the relation. */
export interface Bar {
  /** Takes a lock on that relation alone, until the end of the transaction. */
  readonly lock: string;
  readonly again: boolean;
}

/**
 * Sets up a gate. `connect` opens a session for it, `isWaiting` tells whether a process waits for a lock.
 *
 * To bar again without a gap, a second session queues for the lock behind the statement before the first lets go of it.
 */
export async function setGate(
  bar: Bar,
  connect: () => Promise<Client>,
  isWaiting: (pid: number) => Promise<boolean>,
): Promise<Gate> {
  const lock = `BEGIN; ${bar.lock}`;
  let keeper = await openKeeper(connect);
  await keeper.session.query(lock);
  let relief: Keeper | undefined;
  let relieved: Promise<unknown> = Promise.resolve();
  return {
    stops: (blockers) => blockers.includes(keeper.pid),
    open: async () => {
      await relieved;
      if (bar.again) {
        relief ??= await openKeeper(connect);
        let granted = false;
        relieved = relief.session.query(lock).then(() => (granted = true));
        while (!granted && !(await isWaiting(relief.pid)));
        [keeper, relief] = [relief, keeper];
      }
      await (relief ?? keeper).session.query('COMMIT');
    },
    close: async () => {
      await relieved;
      await Promise.all([keeper.session.end(), relief?.session.end()]);
    },
  };
}

interface Keeper {
  readonly pid: number;
  readonly session: Client;
}

async function openKeeper(connect: () => Promise<Client>): Promise<Keeper> {
  const session = await connect();
  return { session, pid: await backendOf(session) };
}
