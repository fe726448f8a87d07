import type { LockFact } from '../../analysis/step';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { boundText, insideCheck } from '../partition-bounds';
import { briefly, migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { harmful, named, namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationOf<'attach-partition'>;
  readonly locks: readonly LockFact[];
  /** (11) The parent is closed as long. */
  readonly parent: LockFact | undefined;
  readonly check: string | null;
  readonly bound: string | null;
}

/** ATTACH PARTITION of a table whose rows have to be checked. */
export const attachPartitionScan = stepRule<Match>({
  id: 'attach-partition-scan',
  title: 'ATTACH PARTITION reads every row of the table while nobody can use it',
  group: 'partitions',
  severity: 'error',
  judges: 'lock',
  kinds: ['attach-partition'],
  ofWork: true,

  check(step) {
    return actsOf(step, 'attach-partition').flatMap(({ operation, before, text }): readonly Match[] => {
      const locks = harmful(step).filter(
        ({ effects, work }) => effects.includes('attach-partition/scan') && work !== 'none',
      );
      if (locks.length === 0) return [];
      const parent = harmful(step).find(
        ({ effects, mode }) => effects.includes('attach-partition/table') && mode === 'ACCESS EXCLUSIVE',
      );
      const table = tableOf(before, operation.table);
      const check = table === undefined ? null : insideCheck(table, operation.bound);
      return [
        {
          operation,
          locks,
          parent,
          check,
          bound: boundText(text),
          cites: locks.map(({ relation }) => relation),
        },
      ];
    });
  },

  message({ locks, parent }) {
    const names = namedAll(locks.map(({ relation }) => relation));
    const also = parent === undefined ? '' : `, and of ${named(parent.relation)}`;
    return `Checking every row of ${names} against the bound stops reads and writes of it${also} (ACCESS EXCLUSIVE lock) until it is done${unless(locks)}`;
  },

  help() {
    return 'Prove the bound with a validated CHECK before, so that nothing has to be read.';
  },

  repair({ operation, check, bound }, run): Repair | null {
    if (check === null || bound === null) return null;
    const part = quoteRelation(operation.partition);
    const name = quoteName(`${operation.partition.name}_in_${operation.table.name}`);
    return {
      summary: 'prove the bound before',
      steps: [
        briefly(
          `ALTER TABLE ${part} ADD CONSTRAINT ${name} CHECK (${check}) NOT VALID`,
          'ACCESS EXCLUSIVE for a moment: new rows are checked, old ones not yet.',
          run.options,
        ),
        migration(
          `ALTER TABLE ${part} VALIDATE CONSTRAINT ${name}`,
          'SHARE UPDATE EXCLUSIVE: reads and writes go on while the rows are read.',
        ),
        briefly(
          [
            `ALTER TABLE ${quoteRelation(operation.table)} ATTACH PARTITION ${part} ${bound}`,
            `ALTER TABLE ${part} DROP CONSTRAINT ${name}`,
          ],
          'nothing is read: the valid CHECK proves the bound.',
          run.options,
        ),
      ],
    };
  },
});
