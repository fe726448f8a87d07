import { childrenOf, columnOf } from '../../analysis/catalog/find';
import { isNew } from '../../analysis/exemption';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import type { AddedKey } from '../foreign-keys';
import { addedKeys } from '../foreign-keys';
import { locksBy, performed, worksBy } from '../performed';
import { withEdits } from '../repairs/edits';
import { madeName } from '../repairs/made';
import { keyByPartition, replaceKey } from '../repairs/foreign-key';
import { FOREIGN_KEY_NOTES, validateLater } from '../repairs/validate-later';
import { writtenAs } from '../repairs/written';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { whichConstraint } from '../which-constraint';
import { unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly key: AddedKey;
  readonly locks: readonly LockFact[];
  /** The column is new and holds nothing yet. */
  readonly empty: boolean;
}

/** ADD FOREIGN KEY that checks every row: both tables are closed to writes meanwhile. */
export const addForeignKeyWithoutNotValid = stepRule<Match>({
  id: 'add-foreign-key-without-not-valid',
  title: 'A foreign key that is checked at once stops writes to both tables',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-foreign-key'],
  ofWork: true,

  check(step, run) {
    const scanned = new Set(worksBy(step, 'add-foreign-key/scan').map(({ relation }) => relation.id));
    return addedKeys(step).flatMap((key): readonly Match[] => {
      const { added, table, referenced } = key;
      const { session, operation } = added;
      const parts = [table, ...childrenOf(session.catalog, table.id)];
      if (!operation.constraint.valid || !operation.constraint.enforced || isNew(session, table)) return [];
      if (!parts.some(({ id }) => scanned.has(id)) || isAdopted(key)) return [];
      const locks = locksBy(step, 'add-foreign-key/table', 'add-foreign-key/referenced').filter(
        ({ relation }) => relation.id === table.id || relation.id === referenced.id,
      );
      const empty = isEmptyColumn(key, step, run);
      return [
        {
          step,
          key,
          locks,
          empty,
          cites: locks.map(({ relation }) => relation),
          ...(empty ? { severity: 'warning' as const } : {}),
        },
      ];
    });
  },

  message({ key, locks, empty }) {
    const why = empty ? ', although the new column holds nothing yet' : '';
    return `${whichConstraint('foreign key', key.added)} stops ${whatIsStopped(locks)} until every row has been checked${why}${unless(locks)}`;
  },

  help({ empty }) {
    return empty
      ? 'Write REFERENCES at the new column itself, which reads no row, or add the key as NOT VALID and VALIDATE it later.'
      : 'Add the key as NOT VALID, and VALIDATE it in the next migration.';
  },

  repair({ step, key: { added, table } }, run): Repair | null {
    const clause = writtenAs(step, added.operation);
    const name = madeName(step, table.id, added.operation);
    if (clause === null || name === undefined) return null;
    const { text } = clause;
    const definition = text.slice(Math.max(0, text.search(/\bforeign\s+key\b/i)));
    const key = { table: added.operation.table, name, definition };
    if (table.kind === 'partitioned table' && added.session.major < 18) {
      const partitions = childrenOf(added.session.catalog, table.id);
      const isFlat = partitions.length > 0 && partitions.every(({ kind }) => kind === 'table');
      if (!isFlat) return null;
      const steps = keyByPartition(key, partitions, step.statement.text, run.options);
      return { summary: 'check the key partition by partition', steps };
    }
    const dropped = step.operations.filter(
      (other): other is OperationOf<'drop-constraint'> => other.kind === 'drop-constraint',
    );
    const [replaced] = dropped;
    if (replaced !== undefined && dropped.length === 1 && step.operations.length === 2)
      return {
        summary: 'a second key, checked before the first one goes',
        steps: replaceKey({ ...key, replaced: replaced.constraint }, run.options),
      };
    const later = validateLater({ step, added, table, note: FOREIGN_KEY_NOTES.add }, run.options);
    return later === null
      ? null
      : { summary: 'add the key now, check the rows later', steps: later.steps, ...withEdits(later.edits) };
  },
});

/** Every partition has an equal valid key, which the parent's takes over without a look at the rows. */
function isAdopted({ added, table, referenced }: AddedKey): boolean {
  const partitions = childrenOf(added.session.catalog, table.id);
  const { columns } = added.operation.constraint;
  return (
    table.kind === 'partitioned table' &&
    partitions.length > 0 &&
    partitions.every(({ constraints }) =>
      constraints.some(
        (own) =>
          own.kind === 'foreign-key' &&
          own.valid &&
          own.referenced === referenced.id &&
          own.columns.join('\u0000') === columns.join('\u0000'),
      ),
    )
  );
}

/** The column was added by this change set, without a default, and nothing has written it. */
function isEmptyColumn({ added, table }: AddedKey, step: Step, run: RuleRun): boolean {
  const { session, operation } = added;
  const isOfChangeSet = (transaction: number | null): boolean =>
    transaction !== null &&
    (transaction === session.transactionOrdinal ||
      (session.knownChangeSet && transaction >= session.changeSetStart));
  const columns = operation.constraint.columns.map((name) => columnOf(table, name));
  const isEmpty = columns.some(
    (column) =>
      column !== undefined &&
      column.addedBy.source === 'migration' &&
      isOfChangeSet(column.addedBy.transaction) &&
      column.default === null,
  );
  const comesAlong = operation.constraint.columns.some((name) =>
    added.statement.some(
      (other) => other.kind === 'add-column' && other.column.name === name && other.column.default === null,
    ),
  );
  if (comesAlong || !isEmpty) return comesAlong;
  return !run
    .earlierInChangeSet(step, 'query')
    .some((earlier) =>
      performed(earlier, 'query').some(({ operation: { query } }) =>
        query.writes.some((write) =>
          write.columns.some((name) => operation.constraint.columns.includes(name)),
        ),
      ),
    );
}
