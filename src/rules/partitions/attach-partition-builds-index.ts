import { indexesOf } from '../../analysis/catalog/find';
import type { Index, Table } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import type { LockFact } from '../../analysis/step';
import type { Repair, RepairStep } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import { buildNote } from '../repairs/concurrently';
import { alone, briefly } from '../repairs/steps';
import { keySteps } from '../repairs/unique';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { harmful, named } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationOf<'attach-partition'>;
  readonly lock: LockFact;
  /** Indexes of the parent whose columns no index of the table has. */
  readonly lacking: readonly Index[];
  readonly parent: Table | undefined;
  readonly text: string;
}

/** ATTACH PARTITION of a table that lacks an index of the parent. */
export const attachPartitionBuildsIndex = stepRule<Match>({
  id: 'attach-partition-builds-index',
  title: 'ATTACH PARTITION builds the indexes that the table lacks while nobody can use it',
  group: 'partitions',
  severity: 'warning',
  judges: 'lock',
  kinds: ['attach-partition'],
  ofWork: true,

  check(step) {
    return actsOf(step, 'attach-partition').flatMap(({ operation, before, text }): readonly Match[] => {
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
      return [{ operation, lock, lacking, parent, text, cites: [lock.relation] }];
    });
  },

  message({ operation, lock }) {
    return `Building the indexes of ${named({ name: operation.table.name })} that ${named(lock.relation)} lacks stops reads and writes of ${named(lock.relation)} (ACCESS EXCLUSIVE lock) until they are built`;
  },

  help() {
    return 'Build them on the table with CREATE INDEX CONCURRENTLY before.';
  },

  repair({ operation, lacking, parent, text }, run): Repair | null {
    const plain = lacking.filter(
      ({ keys, predicate }) => predicate === null && keys.every(({ column }) => column !== null),
    );
    if (plain.length === 0 || plain.length < lacking.length) return null;
    return {
      summary: 'build the indexes before',
      steps: [
        ...plain.flatMap((index) => buildSteps(operation, index, parent, run)),
        briefly(text, "nothing is built: the indexes of the table become part of the parent's.", run.options),
      ],
    };
  },
});

/** The index on the table; where it belongs to a constraint, that too, or the server would build another. */
function buildSteps(
  { partition }: Match['operation'],
  index: Index,
  parent: Table | undefined,
  run: RuleRun,
): readonly RepairStep[] {
  const columns = index.keys.map(({ column }) => column ?? '');
  const owner = parent?.constraints.find(({ name }) => name === index.constraint);
  if (owner?.kind === 'unique' || owner?.kind === 'primary-key') {
    const name =
      owner.kind === 'primary-key'
        ? objectNameOf(partition.name, null, 'pkey')
        : objectNameOf(partition.name, columns.join('_'), 'key');
    const { kind, deferrable, initiallyDeferred } = owner;
    const { include, nullsNotDistinct } = index;
    return keySteps(
      { kind, deferrable, initiallyDeferred, include, nullsNotDistinct, table: partition, columns, name },
      run.options,
    );
  }
  const name = objectNameOf(partition.name, columns.join('_'), 'idx');
  const method = index.method === 'btree' ? '' : ` USING ${index.method}`;
  return [
    alone(
      `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteName(name)} ON ${quoteRelation(partition)}${method} (${columns.map(quoteName).join(', ')})`,
      buildNote(name),
    ),
  ];
}

function columnsOf({ keys, unique }: Index): string {
  return JSON.stringify([unique, keys.map(({ column, expression }) => column ?? expression)]);
}
