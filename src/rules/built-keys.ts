import { childrenOf, columnOf, relationNamed } from '../analysis/catalog/find';
import type { Table } from '../analysis/catalog/relation';
import type { LockFact, Step } from '../analysis/step';
import type { Repair, RepairStep } from '../findings/finding';
import type { Operation, OperationOf } from '../postgres/operation';
import type { Performed } from './performed';
import { performed, usedTable, worksBy } from './performed';
import { REST, worksBeside } from './repairs/beside';
import { madeConstraints, madeName } from './repairs/made';
import { briefly } from './repairs/steps';
import type { KeyConstraint } from './repairs/unique';
import { addedKey, keyIndex, keyNote, keySteps } from './repairs/unique';
import { withSubcommands, writtenAs } from './repairs/written';
import type { MatchBase, RuleRun } from './rule';
import { quoteName } from '../sql/quote-name';
import { plainName } from './object-names';

/** A UNIQUE or PRIMARY KEY constraint of the table whose index is built on the spot. */
export interface BuiltKey extends MatchBase {
  readonly step: Step;
  readonly added: Performed<'add-unique'> | Performed<'add-primary-key'>;
  readonly table: Table;
  readonly locks: readonly LockFact[];
}

/** The keys of one kind that a step adds to tables in use, without USING INDEX. */
export function builtKeys(step: Step, kind: 'add-unique' | 'add-primary-key'): readonly BuiltKey[] {
  const locks = worksBy(step, 'add-index-constraint/build', 'add-index-constraint/partitions').filter(
    ({ relation }) => !relation.kind.endsWith('index'),
  );
  if (locks.length === 0) return [];
  const added = kind === 'add-unique' ? performed(step, 'add-unique') : performed(step, 'add-primary-key');
  return added.flatMap((each) => {
    const table = usedTable(each);
    if (table === undefined || each.operation.withColumn || each.operation.constraint.usingIndex !== null)
      return [];
    return [{ step, added: each, table, locks, cites: locks.map(({ relation }) => relation) }];
  });
}

/** The same on each partition, whose constraints that of the parent takes over without building anything. */
function partitionSteps(
  { step, added, table }: Pick<BuiltKey, 'step' | 'added' | 'table'>,
  run: RuleRun,
): readonly RepairStep[] | null {
  const { constraint, kind: operation } = added.operation;
  const kind = operation === 'add-unique' ? 'unique' : 'primary-key';
  const partitions = childrenOf(step.before.catalog, table.id);
  const steps = partitions.map((partition): readonly RepairStep[] | null => {
    const made = madeConstraints(step, partition.id).find((each) => each.kind === kind);
    const isProved =
      kind === 'unique' || constraint.columns.every((name) => columnOf(partition, name)?.notNull === true);
    if (made === undefined || !isProved || partition.kind !== 'table') return null;
    return keySteps({ ...constraint, kind, table: plainName(partition), name: made.name }, run.options);
  });
  const own = steps.flatMap((each) => each ?? []);
  if (partitions.length === 0 || steps.includes(null)) return null;
  return [
    ...own,
    briefly(
      step.statement.text,
      'nothing is built: the constraints of the partitions become part of it.',
      run.options,
    ),
  ];
}

/** The earlier statement of the migration that does nothing but drop the constraint of that name, whose place the key takes. */
function earlierDrop({ operation }: BuiltKey['added'], name: string, step: Step, run: RuleRun): Step | null {
  const drops = run
    .earlierInMigration(step, 'drop-constraint')
    .filter(({ operations: [first, ...more], inner }) => {
      if (first?.kind !== 'drop-constraint' || more.length > 0 || inner.length > 0) return false;
      return first.constraint === name && first.table.name === operation.table.name;
    });
  return drops.at(-1) ?? null;
}

/** What else a statement does that adds a key. */
interface BesideKey {
  readonly key: Pick<KeyConstraint, 'within' | 'remark'>;
  /** It adds columns of the key: that goes before its index. */
  readonly first?: { readonly sql: string; readonly remark: string };
}

/** Null: it does nothing else. */
function besideKey({ step, added }: Pick<BuiltKey, 'step' | 'added'>): BesideKey | 'unknown' | null {
  const { operation } = added;
  if (step.operations.length === 1) return null;
  const clause = writtenAs(step, operation);
  const rest = clause === null ? null : withSubcommands(step, [{ clause, instead: [] }]);
  if (clause === null || rest === null) return 'unknown';
  const remark = worksBeside(step, (other) => other === operation) ? REST : undefined;
  const isAdded = step.operations.some(
    (other) => other.kind === 'add-column' && operation.constraint.columns.includes(other.column.name),
  );
  if (isAdded) return { key: {}, first: { sql: rest, remark: remark === undefined ? '' : ` ${remark}` } };
  return {
    key: {
      within: (instead) => withSubcommands(step, [{ clause, instead: [instead] }]) ?? rest,
      ...(remark !== undefined && { remark }),
    },
  };
}

/** The UNIQUE constraints of a statement that adds several of them to columns that are there; null where it does otherwise. */
function keysTogether(
  { step, added, table }: Pick<BuiltKey, 'step' | 'added' | 'table'>,
  run: RuleRun,
): readonly RepairStep[] | null {
  const alike = added.statement.filter(
    (other): other is OperationOf<'add-unique'> =>
      other.kind === 'add-unique' && !other.withColumn && other.constraint.usingIndex === null,
  );
  if (added.operation.kind !== 'add-unique' || alike.length < 2) return null;
  const { catalog } = step.before;
  const keys = alike.flatMap((operation) => {
    const { constraint, table: own } = operation;
    const clause = writtenAs(step, operation);
    const name = madeName(step, table.id, operation);
    if (clause === null || name === undefined || constraint.withoutOverlaps) return [];
    const isThere =
      constraint.columns.every((column) => columnOf(table, column) !== undefined) &&
      relationNamed(catalog, { schema: table.schema, name }) === undefined;
    return isThere ? [{ clause, key: { ...constraint, kind: 'unique' as const, table: own, name } }] : [];
  });
  const sql =
    keys.length < alike.length
      ? null
      : withSubcommands(
          step,
          keys.map(({ clause, key }) => ({ clause, instead: [addedKey(key)] })),
        );
  if (sql === null) return null;
  const isSpokenOf = (operation: Operation): boolean => alike.some((other) => other === operation);
  const remark = worksBeside(step, isSpokenOf) ? REST : undefined;
  return [...keys.map(({ key }) => keyIndex(key)), briefly(sql, keyNote(remark), run.options)];
}

/** The repair that builds the index first; null where there is no such way. */
export function builtKeyRepair(
  { step, added, table }: BuiltKey,
  run: RuleRun,
): Pick<Repair, 'steps' | 'covers'> | null {
  const { constraint } = added.operation;
  const kind = added.operation.kind === 'add-unique' ? 'unique' : 'primary-key';
  const name = madeName(step, table.id, added.operation) ?? null;
  const known = name ?? (kind === 'primary-key' ? `${table.name}_pkey` : null);
  if (known === null || constraint.withoutOverlaps || added.inner) return null;
  if (table.kind === 'partitioned table') {
    const steps = partitionSteps({ step, added, table }, run);
    return steps === null ? null : { steps };
  }
  const together = keysTogether({ step, added, table }, run);
  if (together !== null) return { steps: together };
  const isDropped = added.statement.some(
    (other) => other.kind === 'drop-constraint' && other.constraint === known,
  );
  const earlier = isDropped ? null : earlierDrop(added, known, step, run);
  const { catalog } = (earlier ?? step).before;
  const isTaken = relationNamed(catalog, { schema: table.schema, name: known }) !== undefined;
  const beside = earlier === null ? besideKey({ step, added }) : null;
  if (beside === 'unknown') return null;
  const steps = keySteps(
    {
      ...constraint,
      kind,
      table: added.operation.table,
      name: known,
      ...(isTaken ? { index: `${known}_new` } : {}),
      ...((isDropped && beside?.first === undefined) || earlier !== null
        ? { before: `DROP CONSTRAINT ${quoteName(known)}` }
        : {}),
      ...beside?.key,
    },
    run.options,
  );
  if (beside?.first !== undefined) {
    const { sql, remark } = beside.first;
    const note = `ACCESS EXCLUSIVE for a moment: no index is built.${remark}`;
    return { steps: [briefly(sql, note, run.options), ...steps] };
  }
  return earlier === null ? { steps } : { steps, covers: [earlier.statement.at] };
}
