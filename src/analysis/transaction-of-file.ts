import type { Operation } from '../postgres/operation';
import type { Transaction } from '../sql/fragment';
import { autocommitOnly } from './autocommit-only';
import type { Session } from './session';

/** How the statements of a file share transactions, once its own statements are known. */
export interface FileTransaction {
  readonly transaction: Exclude<Transaction, 'unknown'>;
  /** Nobody knows the runner: the transaction is assumed. */
  readonly assumed: boolean;
}

/**
 * What an unknown runner is taken to do: nothing, for a file that has its own BEGIN or a statement that refuses a transaction; else one
 * transaction round the file.
 */
export function transactionOfFile(
  session: Session,
  transaction: Transaction,
  statements: readonly (readonly Operation[])[],
): FileTransaction {
  // Migrations that ship each by itself are pending each by itself.
  if (transaction === 'all' && !session.knownChangeSet) return { transaction: 'file', assumed: false };
  if (transaction !== 'unknown') return { transaction, assumed: false };
  const alone = statements.some((operations) =>
    operations.some((operation) => operation.kind === 'begin' || autocommitOnly(session, operation)),
  );
  return alone ? { transaction: 'none', assumed: true } : { transaction: 'file', assumed: true };
}
