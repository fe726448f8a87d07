import { defaultPartitionOf, tableById } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import { referenceTo } from '../../analysis/reference';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { fullName } from '../object-names';
import { alone, briefly } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { isOurs } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly partition: Table;
  readonly parent: Table;
  readonly byDefault: Table | undefined;
  readonly major: number;
}

/** DROP TABLE of a partition that is attached. */
export const dropPartitionLocksParent = stepRule<Match>({
  id: 'drop-partition-locks-parent',
  title: 'Dropping an attached partition stops every query through the parent',
  group: 'partitions',
  severity: 'warning',
  judges: 'lock',
  kinds: ['drop-table'],

  check(step, run) {
    return actsOf(step, 'drop-table').flatMap(({ operation, before }) =>
      operation.tables.flatMap((name): readonly Match[] => {
        const { catalog } = before;
        const partition = tableOf(before, name);
        const parent =
          partition === undefined || partition.partition === null
            ? undefined
            : tableById(catalog, partition.partition.parent);
        if (partition === undefined || parent === undefined || isOurs(parent, step, run)) return [];
        // The parent goes too.
        if (operation.tables.some((other) => tableOf(before, other)?.id === parent.id)) return [];
        const rest = defaultPartitionOf(catalog, parent.id);
        const byDefault = rest?.id === partition.id ? undefined : rest;
        const cites = [parent, ...(byDefault === undefined ? [] : [byDefault])].map(referenceTo);
        return [{ partition, parent, byDefault, major: before.major, cites }];
      }),
    );
  },

  message({ partition, parent, byDefault }) {
    const rest = byDefault === undefined ? '' : ` and its DEFAULT partition ${named(fullName(byDefault))}`;
    return `Reads and writes of ${named(fullName(parent))}${rest} wait for the ACCESS EXCLUSIVE lock until the transaction commits; the rows of ${named(fullName(partition))} are gone`;
  },

  help({ byDefault, major }) {
    return byDefault === undefined && major >= 14
      ? 'Detach the partition with CONCURRENTLY first, and drop it then.'
      : 'Detach the partition in a short transaction of its own with a lock_timeout, and drop it then.';
  },

  repair({ partition, parent, byDefault, major }, run): Repair {
    const detach = `ALTER TABLE ${quoteRelation(fullName(parent))} DETACH PARTITION ${quoteRelation(fullName(partition))}`;
    return {
      summary: 'detach first',
      steps: [
        byDefault === undefined && major >= 14
          ? alone(
              `${detach} CONCURRENTLY`,
              'SHARE UPDATE EXCLUSIVE on the parent: reads and writes go on. If it is broken off: DETACH PARTITION … FINALIZE.',
            )
          : briefly(detach, 'ACCESS EXCLUSIVE on the parent for a moment.', run.options),
        briefly(
          `DROP TABLE ${quoteRelation(fullName(partition))}`,
          'ACCESS EXCLUSIVE on the table that nobody uses any more, and on tables that it refers to.',
          run.options,
        ),
      ],
    };
  },
});
