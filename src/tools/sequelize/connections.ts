import { optionsOf } from '../../javascript/choice';
import { connectionOf } from '../../javascript/connection';
import type { Recorder } from '../../javascript/recorder';
import type { Value } from '../../javascript/value';

/** The connections of a migration: any of the pool, and one for each transaction that it opens. */
export interface Connections {
  /** The connection that a call is sent by: that of the transaction which its options name, else one of the pool. */
  of(args: readonly Value[]): Recorder;
  /** A transaction begins: its connection. */
  open(): Recorder;
  close(connection: Recorder): void;
}

/** `isAmbient`: a call without a transaction in its options runs in the one around it (CLS, the default of Sequelize 7). */
export function connectionsOf(pool: Recorder, isAmbient: () => boolean): Connections {
  const opened: Recorder[] = [];
  return {
    of(args) {
      const named = args.flatMap(transactionsIn);
      for (const value of named) {
        const connection = connectionOf(value);
        if (connection !== undefined) return connection;
      }
      const around = opened.at(-1);
      if (around === undefined) return pool;
      // One that is not known is taken for the one that is open.
      const isDoubtful = named.some((value) => optionsOf(value).some(({ kind }) => kind === 'unknown'));
      return isDoubtful || isAmbient() ? around : pool;
    },
    open() {
      const connection = pool.elsewhere();
      opened.push(connection);
      return connection;
    },
    close(connection) {
      const place = opened.indexOf(connection);
      if (place !== -1) opened.splice(place, 1);
    },
  };
}

/** `{ transaction }`, as an argument or inside of one that is not known in whole. */
function transactionsIn(arg: Value): readonly Value[] {
  return optionsOf(arg).flatMap((option) => {
    if (option.kind === 'unknown') return [option];
    if (option.kind !== 'object') return [];
    const given = option.entries.get('transaction') ?? option.open;
    return given === undefined ? [] : [given];
  });
}
