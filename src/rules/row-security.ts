import type { Policy, Table } from '../analysis/catalog/relation';
import type { Step } from '../analysis/step';
import type { ObjectName } from '../postgres/name';
import { actsOf } from './acts';
import type { RuleRun } from './rule';

/** The steps of the transaction of a step, without it, that make a policy of the table. */
export function makesPolicy(
  steps: readonly Step[],
  table: ObjectName,
  permissive?: boolean,
): Step | undefined {
  return steps.find((step) =>
    actsOf(step, 'create-policy').some(
      ({ operation }) =>
        operation.table.name === table.name &&
        (permissive === undefined || operation.permissive === permissive),
    ),
  );
}

/** The other steps of its transaction. */
export function besideInTransaction(step: Step, run: RuleRun): readonly Step[] {
  return [...run.earlierInTransaction(step), ...run.laterInTransaction(step)].filter(
    (each) => !each.rolledBack,
  );
}

/** Whether a table goes in one of the steps. */
export function dropsTable(steps: readonly Step[], table: ObjectName): boolean {
  return steps.some((step) =>
    actsOf(step, 'drop-table').some(({ operation }) =>
      operation.tables.some(({ name }) => name === table.name),
    ),
  );
}

/** A policy of a table by name. */
export function policyNamed(table: Table | undefined, name: string): Policy | undefined {
  return table?.policies.find((policy) => policy.name === name);
}
