import { childrenOf, columnOf, relationNamed } from '../analysis/catalog/find';
import type { Table } from '../analysis/catalog/relation';
import type { LockFact, Step } from '../analysis/step';
import type { RepairStep } from '../findings/finding';
import type { Performed } from './performed';
import { performed, usedTable, worksBy } from './performed';
import { madeConstraints } from './repairs/made';
import { briefly } from './repairs/steps';
import { keySteps } from './repairs/unique';
import type { MatchBase, RuleRun } from './rule';
import { quoteName } from './sql-text';
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

/** The steps that build the index first; null where there is no such way. */
export function builtKeySteps({ step, added, table }: BuiltKey, run: RuleRun): readonly RepairStep[] | null {
  const { constraint } = added.operation;
  const kind = added.operation.kind === 'add-unique' ? 'unique' : 'primary-key';
  const name =
    constraint.name ?? madeConstraints(step, table.id).find((made) => made.kind === kind)?.name ?? null;
  const known = name ?? (kind === 'primary-key' ? `${table.name}_pkey` : null);
  if (known === null || constraint.withoutOverlaps || added.inner) return null;
  if (table.kind === 'partitioned table') return partitionSteps({ step, added, table }, run);
  const isTaken = relationNamed(step.before.catalog, { schema: table.schema, name: known }) !== undefined;
  const dropped = added.statement.find(
    (other) => other.kind === 'drop-constraint' && other.constraint === known,
  );
  return keySteps(
    {
      ...constraint,
      kind,
      table: added.operation.table,
      name: known,
      ...(isTaken ? { index: `${known}_new` } : {}),
      ...(dropped === undefined ? {} : { before: `DROP CONSTRAINT ${quoteName(known)}` }),
    },
    run.options,
  );
}
