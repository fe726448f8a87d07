import { indexesOf } from '../../analysis/catalog/find';
import type { Index } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import type { LockFact } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { buildNote } from '../repairs/concurrently';
import { alone } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName, quoteRelation } from '../sql-text';
import { harmful, named } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationOf<'attach-partition'>;
  readonly lock: LockFact;
  /** Indexes of the parent whose columns no index of the table has. */
  readonly lacking: readonly Index[];
}

/** ATTACH PARTITION of a table that lacks an index of the parent. */
export const attachPartitionBuildsIndex = stepRule<Match>({
  id: 'attach-partition-builds-index',
  title: 'ATTACH PARTITION builds the indexes that the table lacks while nobody can use it',
  group: 'partitions',
  severity: 'warning',
  judges: 'lock',
  kinds: ['attach-partition'],

  check(step) {
    return actsOf(step, 'attach-partition').flatMap(({ operation, before }): readonly Match[] => {
      const lock = harmful(step).find(
        ({ effects, work, certainty, relation }) =>
          effects.includes('attach-partition/build') &&
          work === 'build-index' &&
          certainty === 'certain' &&
          relation.kind === 'table',
      );
      if (lock === undefined) return [];
      const [parent, table] = [tableOf(before, operation.table), tableOf(before, operation.partition)];
      const has = table === undefined ? [] : indexesOf(before.catalog, table.id).map(columnsOf);
      const lacking =
        parent === undefined
          ? []
          : indexesOf(before.catalog, parent.id).filter((index) => !has.includes(columnsOf(index)));
      return [{ operation, lock, lacking, cites: [lock.relation] }];
    });
  },

  message({ operation, lock }) {
    return `Building the indexes of ${named({ name: operation.table.name })} that ${named(lock.relation)} lacks stops reads and writes of ${named(lock.relation)} (ACCESS EXCLUSIVE lock) until they are built`;
  },

  help() {
    return 'Build them on the table with CREATE INDEX CONCURRENTLY before.';
  },

  repair({ operation, lacking }): Repair | null {
    const plain = lacking.filter(
      ({ keys, predicate }) => predicate === null && keys.every(({ column }) => column !== null),
    );
    if (plain.length === 0 || plain.length < lacking.length) return null;
    return {
      summary: 'build the indexes before',
      steps: plain.map((index) =>
        alone(
          `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ON ${quoteRelation(operation.partition)}${index.method === 'btree' ? '' : ` USING ${index.method}`} (${index.keys.map(({ column }) => quoteName(column ?? '')).join(', ')})`,
          buildNote(null),
        ),
      ),
    };
  },
});

function columnsOf({ keys, unique }: Index): string {
  return JSON.stringify([unique, keys.map(({ column, expression }) => column ?? expression)]);
}
