import { defaultPartitionOf } from '../../analysis/catalog/find';
import { tableOf } from '../../analysis/catalog/resolve';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { editsOf, runsAlone, withEdits } from '../repairs/edits';
import { alone } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { harmful, named } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationOf<'detach-partition'>;
  readonly lock: LockFact;
  readonly step: Step;
}

/** (14+) DETACH PARTITION without CONCURRENTLY. */
export const detachPartitionNotConcurrent = stepRule<Match>({
  id: 'detach-partition-not-concurrent',
  title: 'DETACH PARTITION stops every query through the parent',
  group: 'partitions',
  severity: 'warning',
  judges: 'lock',
  kinds: ['detach-partition'],

  check(step) {
    return actsOf(step, 'detach-partition').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.concurrently || operation.finalize || before.major < 14) return [];
      const facts = harmful(step);
      // Where a foreign key leads to the parent, `detach-referenced-partition` speaks.
      if (facts.some(({ effects }) => effects.includes('detach-partition/check-keys'))) return [];
      const lock = facts.find(({ effects }) => effects.includes('detach-partition/table'));
      const parent = tableOf(before, operation.table);
      if (lock === undefined || parent === undefined) return [];
      if (defaultPartitionOf(before.catalog, parent.id) !== undefined) return [];
      return [{ operation, lock, step, cites: [lock.relation] }];
    });
  },

  message({ operation, lock }) {
    return `Reads and writes of ${named(lock.relation)} and of "${operation.partition.name}" wait for this ${lock.mode} lock until the transaction commits`;
  },

  help() {
    return 'Detach with CONCURRENTLY, outside a transaction.';
  },

  repair({ operation: { table, partition }, step }): Repair {
    const end = step.statement.text.length;
    const edits = runsAlone(step)
      ? editsOf(step.statement, [{ start: end, end, text: ' CONCURRENTLY' }])
      : undefined;
    return {
      summary: 'detach while everybody goes on',
      steps: [
        alone(
          `ALTER TABLE ${quoteRelation(table)} DETACH PARTITION ${quoteRelation(partition)} CONCURRENTLY`,
          'SHARE UPDATE EXCLUSIVE on the parent: reads and writes go on. If it is broken off: DETACH PARTITION … FINALIZE. Refused while there is a DEFAULT partition (55000).',
        ),
      ],
      ...withEdits(edits),
    };
  },
});
