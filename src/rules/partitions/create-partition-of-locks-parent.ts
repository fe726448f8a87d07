import { tableOf } from '../../analysis/catalog/resolve';
import type { LockFact, RelationReference } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { atLeast } from '../../postgres/lock-mode';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { boundText, outsideCheck } from '../partition-bounds';
import { excludeFromDefault } from '../repairs/default-partition';
import { briefly } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { harmful, named, namedAll } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationOf<'create-table'>;
  readonly parent: LockFact;
  readonly others: readonly LockFact[];
  readonly text: string;
  readonly major: number;
  /** The DEFAULT partition, with the CHECK that excludes the bound from it; null where that cannot be written down. */
  readonly rest: { readonly relation: RelationReference; readonly check: string | null } | null;
}

/** CREATE TABLE … PARTITION OF a parent that others use. */
export const createPartitionOfLocksParent = stepRule<Match>({
  id: 'create-partition-of-locks-parent',
  title: 'CREATE TABLE … PARTITION OF stops every query through the parent',
  group: 'partitions',
  severity: 'warning',
  judges: 'lock',
  kinds: ['create-table'],

  check(step) {
    return actsOf(step, 'create-table').flatMap(({ operation, text, before }): readonly Match[] => {
      if (operation.partitionOf === null) return [];
      const parent = harmful(step).find(({ effects }) => effects.includes('partition-of/parent'));
      if (parent === undefined) return [];
      const others = harmful(step).filter(
        ({ relation, mode }) =>
          relation.id !== parent.relation.id && !relation.kind.endsWith('index') && atLeast(mode, 'SHARE'),
      );
      const cites = [parent, ...others].map(({ relation }) => relation);
      const read = others.find(
        ({ effects, work }) => effects.includes('partition-of/default-scan') && work !== 'none',
      );
      const table = tableOf(before, operation.partitionOf.parent);
      const check = table === undefined ? null : outsideCheck(table, operation.partitionOf.bound);
      const rest = read === undefined ? null : { relation: read.relation, check };
      return [{ operation, parent, others, text, major: before.major, rest, cites }];
    });
  },

  message({ parent, others }) {
    const closed = others.filter(({ mode }) => mode === 'ACCESS EXCLUSIVE').map(({ relation }) => relation);
    const writes = others.filter(({ mode }) => mode !== 'ACCESS EXCLUSIVE').map(({ relation }) => relation);
    const also = closed.length === 0 ? '' : `, those of its DEFAULT partition ${namedAll(closed)} too`;
    const referenced =
      writes.length === 0 ? '' : `, and writes to ${namedAll(writes)} for its SHARE ROW EXCLUSIVE lock`;
    return `Reads and writes of ${named(parent.relation)} wait for this ${parent.mode} lock until the transaction commits${also}${referenced}`;
  },

  help({ major }) {
    return major >= 12
      ? 'Create a plain table and attach it.'
      : 'Give it a short transaction of its own with a lock_timeout.';
  },

  repair({ operation, text, major, rest }, run): Repair | null {
    const bound = boundText(text);
    const { partitionOf, table, partitioning } = operation;
    if (partitionOf === null || bound === null || partitioning !== null || major < 12) return null;
    if (rest !== null && rest.check === null) return null;
    const proof =
      rest === null || rest.check === null
        ? null
        : excludeFromDefault(rest.relation, rest.check, run.options);
    const [parent, name] = [quoteRelation(partitionOf.parent), quoteRelation(table)];
    return {
      summary: 'attach a plain table',
      steps: [
        ...(proof?.steps ?? []),
        briefly(
          [
            `CREATE TABLE ${name} (LIKE ${parent} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)`,
            `ALTER TABLE ${parent} ATTACH PARTITION ${name} ${bound}`,
            ...(proof === null ? [] : [proof.drop]),
          ],
          'SHARE UPDATE EXCLUSIVE on the parent: reads and writes go on. The table is empty, so that nothing is read or built.',
          run.options,
        ),
      ],
    };
  },
});
