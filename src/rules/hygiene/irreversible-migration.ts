import type { Operation } from '../../postgres/operation';
import { commandOf } from '../command-words';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { unboundedWrites } from '../../analysis/unbounded-writes';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step?: number;
  readonly lost: string | null;
}

/** A migration without a way back, for tools that have one. */
export const irreversibleMigration = runRule<Match>({
  id: 'irreversible-migration',
  title: 'There is no way back from the migration',
  group: 'hygiene',
  severity: 'opt-in',
  judges: 'effect',
  on: 'migration',

  check(migration) {
    if (migration?.hasDown === undefined || migration.direction === 'down') return [];
    const { index } = migration;
    if (!migration.hasDown) return [{ migration: index, lost: null }];
    for (const step of migration.steps) {
      if (step.rolledBack || step.locks.every((lock) => lock.isNew)) continue;
      const loss = step.operations.find(losesData);
      const deletes = unboundedWrites(step).some(({ command }) => command === 'delete');
      if (loss === undefined && !deletes) continue;
      return [{ migration: index, step: step.index, lost: loss === undefined ? 'DELETE' : commandOf(loss) }];
    }
    return [];
  },

  message({ lost }) {
    return lost === null
      ? 'No file takes this migration back: if it goes wrong, somebody has to write the way back under pressure'
      : `What ${lost} removes does not come back: the way back of this migration can restore the shape, not the rows`;
  },

  help({ lost }) {
    return lost === null
      ? 'Write the way back, or say that there is none.'
      : 'Keep a copy of the rows, or say that they are not needed.';
  },
});

function losesData({ kind }: Operation): boolean {
  return kind === 'drop-table' || kind === 'drop-column' || kind === 'truncate' || kind === 'drop-schema';
}
