import type { MatchBase } from '../rule';
import { runRule } from '../rule';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
}

/** BEGIN without COMMIT at the end of a file whose runner commits nothing. */
export const uncommittedTransaction = runRule<Match>({
  id: 'uncommitted-transaction',
  title: 'A transaction that nobody commits keeps its locks and is lost',
  group: 'transactions',
  severity: 'error',
  judges: 'effect',
  on: 'migration',

  check(migration) {
    const last = migration?.steps[migration.steps.length - 1];
    if (
      migration === null ||
      last === undefined ||
      migration.transaction === 'file' ||
      migration.transaction === 'all'
    )
      return [];
    const open = last.after.transaction;
    if (open === null || open.opener !== 'begin') return [];
    const begin = [...migration.steps]
      .reverse()
      .find((step) => step.operations.some((operation) => operation.kind === 'begin'));
    return begin === undefined ? [] : [{ migration: migration.index, step: begin.index }];
  },

  message() {
    return 'This transaction is not committed in the file: its locks stay until the connection closes, and then all of it is lost';
  },

  help() {
    return 'End it with COMMIT.';
  },
});
