import type { Trigger } from '../../analysis/catalog/relation';
import type { QueryWrite } from '../../postgres/query';
import { largeWrites } from '../large-writes';
import { written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly write: QueryWrite;
  readonly triggers: readonly Trigger[];
}

/** An unbounded write to a table with row triggers. */
export const backfillFiresTriggers = stepRule<Match>({
  id: 'backfill-fires-triggers',
  title: 'A change of many rows runs the row triggers for each of them',
  group: 'data-and-replication',
  severity: 'notice',
  judges: 'effect',
  kinds: ['query', 'copy-from'],

  check(step, run) {
    return largeWrites(step, run).flatMap(({ write, table }): readonly Match[] => {
      const triggers = (table?.triggers ?? []).filter((trigger) => runs(trigger, write));
      return triggers.length === 0 ? [] : [{ write, triggers }];
    });
  },

  message({ write, triggers }) {
    const many = triggers.length > 1;
    return `The ${many ? 'triggers' : 'trigger'} ${namedAll(triggers)} of ${written(write.relation)} ${many ? 'run' : 'runs'} for every row that this ${write.command.toUpperCase()} writes, within its transaction`;
  },

  help() {
    return 'Write in batches, or give the trigger a condition that leaves these rows out.';
  },
});

function runs({ row, fires, events, columns }: Trigger, write: QueryWrite): boolean {
  if (!row || fires === 'never' || fires === 'replica') return false;
  const event = write.command === 'copy' ? 'insert' : write.command;
  if (event === 'merge') return events.some((each) => each !== 'truncate');
  if (!events.includes(event)) return false;
  return (
    event !== 'update' || columns.length === 0 || columns.some((column) => write.columns.includes(column))
  );
}
