import type { LockFact } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { strongSteps } from '../strong-steps';
import { strongLocks } from '../strong-locks';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly lock: LockFact;
  readonly migrations: number;
}

const MANY = 3;

/** Three or more migrations of the change set that lock one table. */
export const sameTableManyMigrations = runRule<Match>({
  id: 'same-table-many-migrations',
  title: 'One deploy queues for one table several times',
  group: 'transactions',
  severity: 'opt-in',
  judges: 'lock',
  on: 'change-set',

  check(_, run) {
    if (!run.knownChangeSet) return [];
    const uses = new Map<number, { readonly lock: LockFact; readonly migrations: Map<number, number> }>();
    for (const { step } of strongSteps(run)) {
      for (const lock of strongLocks(step)) {
        if (lock.relation.kind.endsWith('index')) continue;
        const known = uses.get(lock.relation.id) ?? { lock, migrations: new Map<number, number>() };
        if (!known.migrations.has(step.migration)) known.migrations.set(step.migration, step.index);
        uses.set(lock.relation.id, known);
      }
    }
    return [...uses.values()].flatMap(({ lock, migrations }): readonly Match[] => {
      const third = [...migrations][MANY - 1];
      if (third === undefined) return [];
      const [migration, step] = third;
      return [{ migration, step, lock, migrations: migrations.size, cites: [lock.relation] }];
    });
  },

  message({ lock, migrations }) {
    return `${migrations} migrations of this change set take a strong lock on ${named(lock.relation)}: each of them waits for the longest query, with everybody else behind it`;
  },

  help() {
    return 'Put the changes of one table into one migration.';
  },
});
