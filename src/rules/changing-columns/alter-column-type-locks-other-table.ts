import { keysOfColumn } from '../../analysis/roles/keys';
import type { LockFact, Step } from '../../analysis/step';
import { harmful, named, whatIsStopped } from '../words';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { typeChanges } from '../type-changes';

interface Match extends MatchBase {
  readonly step: Step;
  readonly column: string;
  readonly key: string;
  readonly locks: readonly LockFact[];
}

/** A type change of a column of a foreign key: the other table is closed too. */
export const alterColumnTypeLocksOtherTable = stepRule<Match>({
  id: 'alter-column-type-locks-other-table',
  title: 'Changing the type of a foreign key column closes the table at the other end too',
  group: 'changing-columns',
  severity: 'warning',
  judges: 'lock',
  kinds: ['alter-column-type'],

  check(step) {
    return typeChanges(step).flatMap(({ changed, table }): readonly Match[] => {
      const keys = keysOfColumn(changed);
      const others = new Set(keys.flatMap(({ table: referencing, key }) => [referencing.id, key.referenced]));
      others.delete(table.id);
      const locks = harmful(step).filter(({ relation }) => others.has(relation.id));
      const [first] = keys;
      return locks.length === 0 || first === undefined
        ? []
        : [
            {
              step,
              column: changed.operation.column,
              key: first.key.name,
              locks,
              cites: locks.map(({ relation }) => relation),
            },
          ];
    });
  },

  message({ step, column, key, locks }) {
    const works = step.locks.some(({ work }) => work !== 'none');
    const until = works
      ? 'until all of it is done'
      : step.inTransaction
        ? 'until the transaction commits'
        : 'for a moment';
    return `Changing the type of ${named({ name: column })} also stops ${whatIsStopped(locks)}, the other end of the foreign key ${named({ name: key })}, ${until}`;
  },

  help() {
    return 'Let second columns take over at both ends, or do it in a quiet hour with a short lock_timeout.';
  },
});
