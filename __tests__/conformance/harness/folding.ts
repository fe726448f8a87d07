import type { Execution } from '../../../src/analysis/execute';
import { execute } from '../../../src/analysis/execute';
import { withHeldLocks } from '../../../src/analysis/held';
import { lookUp } from '../../../src/analysis/look-up';
import { needsIn } from '../../../src/analysis/needs';
import type { Session } from '../../../src/analysis/session';
import { beforeStatement } from '../../../src/analysis/transaction';
import { lower } from '../../../src/sql/lower/lower';
import type { ParsedStatement, Parser } from '../../../src/sql/parse';

/** What we say of one statement, and the session that it leaves. */
export interface Folding {
  readonly start: Session;
  readonly execution: Execution;
  readonly after: Session;
  readonly requires: number | null;
}

/** Our side of a statement that a server runs too: what it does to a session, statement by statement as in autocommit. */
export function foldOne(session: Session, statement: ParsedStatement, parser: Parser): Folding {
  const lowered = lower(statement, parser);
  const start = beforeStatement(session);
  const execution = execute(start, lowered.operations, lookUp);
  const after = withHeldLocks(start, execution.after, execution.locks, 0);
  return { start, execution, after, requires: needsIn(start, lowered).requires };
}
