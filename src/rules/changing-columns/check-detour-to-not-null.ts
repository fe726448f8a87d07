import { relationOf } from '../../analysis/catalog/resolve';
import { performed, usedTable } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly column: string;
}

/** (18) A helper CHECK on the way to SET NOT NULL, where NOT NULL … NOT VALID needs none. */
export const checkDetourToNotNull = stepRule<Match>({
  id: 'check-detour-to-not-null',
  title: 'NOT NULL can be added as NOT VALID itself, without a helper CHECK',
  group: 'changing-columns',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['add-check'],

  check(step, run) {
    if (run.major < 18) return [];
    return performed(step, 'add-check').flatMap((added): readonly Match[] => {
      const { expression, valid } = added.operation.constraint;
      const table = usedTable(added);
      const isHelper =
        expression.kind === 'is-null' && expression.negated && expression.arg.kind === 'column';
      if (valid || !isHelper || table === undefined) return [];
      const column = expression.arg.kind === 'column' ? expression.arg.name : '';
      const follows = run
        .laterInChangeSet(step, 'set-not-null')
        .some((later) =>
          performed(later, 'set-not-null').some(
            ({ operation, session }) =>
              operation.column === column && relationOf(session, operation.table)?.id === table.id,
          ),
        );
      return follows ? [{ column }] : [];
    });
  },

  message({ column }) {
    return `From 18 on ${named({ name: column })} needs no helper CHECK: a NOT NULL constraint can itself be added as NOT VALID`;
  },

  help() {
    return 'Add the NOT NULL constraint as NOT VALID, and VALIDATE it in the next migration.';
  },
});
