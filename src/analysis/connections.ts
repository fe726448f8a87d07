import { PersistentMap } from './persistent-map';
import type { Session } from './session';
import { commit } from './transaction';

/** What a connection has for itself; the catalog is everybody's. */
type Own = Pick<Session, 'settings' | 'prepared' | 'transaction'>;

/** The connections of one migration: the runner's, and those that the migration opens by itself. The session is that of the current one. */
export class Connections {
  private readonly others = new Map<number | undefined, Own>();
  private current: number | undefined;
  /** The highest ordinal that a transaction of any of them had. */
  private lastOrdinal = 0;

  /** Whether the last statement went over another connection. */
  isOther(connection: number | undefined): boolean {
    return connection !== this.current;
  }

  /** The session as the statement of a connection finds it. */
  turnTo(connection: number | undefined, session: Session): Session {
    if (connection === this.current) return session;
    const { settings, prepared, transaction } = session;
    this.others.set(this.current, { settings, prepared, transaction });
    this.lastOrdinal = Math.max(this.lastOrdinal, session.transactionOrdinal);
    this.current = connection;
    const own = this.others.get(connection) ?? {
      settings: session.startSettings,
      prepared: PersistentMap.empty(),
      transaction: null,
    };
    return {
      ...session,
      ...own,
      transactionOrdinal: own.transaction?.ordinal ?? this.lastOrdinal,
      openElsewhere: this.openElsewhere(),
    };
  }

  /** Whether a connection sees all that the session knows of: nothing of it was made in a transaction that another has open. */
  sees(connection: number | undefined, session: Session): boolean {
    const made = ({ transaction }: Own): boolean =>
      transaction !== null && transaction.before.catalog !== session.catalog;
    if (connection !== this.current && made(session)) return false;
    return [...this.others].every(([of, own]) => of === connection || of === this.current || !made(own));
  }

  private openElsewhere(): readonly number[] {
    return [...this.others].flatMap(([connection, { transaction }]) =>
      connection === this.current || transaction === null ? [] : transaction.ordinal,
    );
  }

  /** The session after a statement: outside of transactions, the next one is numbered after those of all connections. */
  afterStatement(session: Session): Session {
    this.lastOrdinal = Math.max(this.lastOrdinal, session.transactionOrdinal);
    return session.transaction !== null || session.transactionOrdinal === this.lastOrdinal
      ? session
      : { ...session, transactionOrdinal: this.lastOrdinal };
  }

  /** The session of the runner's connection, what is open on the others committed. */
  end(session: Session): Session {
    let result = this.turnTo(undefined, session);
    for (const connection of [...this.others.keys()]) {
      result = this.turnTo(connection, result);
      if (connection !== undefined) result = this.afterStatement(commit(result));
    }
    return this.turnTo(undefined, result);
  }
}
