import { reasonIn } from '../in-the-way';
import { performed } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly column: string;
  readonly command: string;
  readonly sqlState: string;
  readonly reason: string;
}

/** A type change or DROP COLUMN that the server refuses, because something else uses the column. */
export const alterColumnDependentObjects = stepRule<Match>({
  id: 'alter-column-dependent-objects',
  title: 'The server refuses to change a column that a view, policy or trigger uses',
  group: 'changing-columns',
  severity: 'error',
  judges: 'effect',
  kinds: ['alter-column-type', 'drop-column'],

  check(step) {
    const refusal = step.refusals.find(
      ({ sqlState, reason }) => STATES.has(sqlState) && !/^USING/.test(reason),
    );
    if (refusal === undefined) return [];
    const retyped = performed(step, 'alter-column-type');
    const [first] = retyped.length > 0 ? retyped : performed(step, 'drop-column');
    if (first === undefined) return [];
    const command = first.operation.kind === 'drop-column' ? 'DROP COLUMN' : 'ALTER COLUMN … TYPE';
    const { sqlState } = refusal;
    return [{ column: first.operation.column, command, sqlState, reason: reasonIn(step, refusal) }];
  },

  message({ column, command, sqlState, reason }) {
    return `The migration fails here (${sqlState}): ${command} of ${named({ name: column })} is refused, because ${reason}`;
  },

  help() {
    return 'Drop what uses the column before, and create it again after, in the same transaction.';
  },
});

const STATES: ReadonlySet<string> = new Set(['0A000', '42601', '2BP01']);
