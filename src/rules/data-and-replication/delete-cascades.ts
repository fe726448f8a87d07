import type { Table } from '../../analysis/catalog/relation';
import { referencingTables } from '../../analysis/catalog/uses';
import { isNew } from '../../analysis/exemption';
import type { Step } from '../../analysis/step';
import type { QueryWrite } from '../../postgres/query';
import { largeWrites } from '../large-writes';
import { fullName, written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly write: QueryWrite;
  readonly along: readonly Table[];
}

/** An unbounded DELETE on a table whose rows take others along. */
export const deleteCascades = stepRule<Match>({
  id: 'delete-cascades',
  title: 'DELETE removes or changes rows of other tables too',
  group: 'data-and-replication',
  severity: 'notice',
  judges: 'effect',
  kinds: ['query'],

  check(step, run) {
    return largeWrites(step, run).flatMap(({ write, table }): readonly Match[] => {
      if (write.command !== 'delete' || table === undefined) return [];
      const along = takenAlong(step, table);
      return along.length === 0 ? [] : [{ write, along }];
    });
  },

  message({ write, along }) {
    return `With each row of ${written(write.relation)} this changes the rows of ${namedAll(along.map(fullName))} that refer to it, in the same transaction; where no index leads to them, it reads the whole table for each`;
  },

  help({ along }) {
    return `Remove the rows of ${namedAll(along.map(fullName))} first, in batches.`;
  },
});

function takenAlong(step: Step, table: Table): readonly Table[] {
  return referencingTables(step.before.catalog, table.id).filter(
    (other) =>
      other.id !== table.id &&
      other.constraints.some(
        (each) => each.kind === 'foreign-key' && each.referenced === table.id && ACTS.has(each.onDelete),
      ) &&
      !isNew(step.before, other),
  );
}

const ACTS: ReadonlySet<string> = new Set(['cascade', 'set-null', 'set-default']);
