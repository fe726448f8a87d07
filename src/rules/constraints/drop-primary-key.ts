import type { RelationId } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { GoneConstraint } from '../gone-guarantees';
import { goneGuarantees } from '../gone-guarantees';
import { columnOf } from '../../analysis/catalog/find';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { performed, subject } from '../performed';
import { keySteps } from '../repairs/unique';
import { quoteName } from '../../sql/quote-name';
import { laterTogether } from '../together';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly gone: GoneConstraint;
  /** The statement of a later transaction that adds another, and that key. */
  readonly another: { readonly step: Step; readonly added: Performed<'add-primary-key'> } | null;
}

/** DROP CONSTRAINT of the primary key that no other replaces. */
export const dropPrimaryKey = stepRule<Match>({
  id: 'drop-primary-key',
  title: 'Without a primary key ON CONFLICT, foreign keys and replication have nothing to go by',
  group: 'constraints',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-constraint'],

  check(step, run) {
    return goneGuarantees(step, run)
      .filter(({ constraint, dropped, table }) =>
        constraint === undefined
          ? dropped.operation.constraint.endsWith('_pkey') && !addsAnother(table.id, step, run)
          : constraint.kind === 'primary-key',
      )
      .map((gone) => ({ gone, another: anotherLater(gone.table.id, step, run) }));
  },

  message({ gone: { dropped, table, constraint } }) {
    const doubt =
      constraint === undefined
        ? `, unless ${named({ name: dropped.operation.constraint })} is no primary key`
        : '';
    return `${named({ name: `${table.schema}.${table.name}` })} has no primary key from here on: ON CONFLICT that relied on it fails (42P10), and replication of UPDATE and DELETE stops (55000)${doubt}`;
  },

  help() {
    return 'Build the new index CONCURRENTLY first, and swap the keys in one ALTER TABLE.';
  },

  repair({ gone: { dropped, table }, another }, run): Repair | null {
    if (another === null || dropped.inner || another.added.inner) return null;
    const { constraint } = another.added.operation;
    const name = constraint.name ?? `${table.name}_pkey`;
    const isNotNull = constraint.columns.every((column) => columnOf(table, column)?.notNull === true);
    if (constraint.usingIndex !== null || !isNotNull || table.kind === 'partitioned table') return null;
    return {
      summary: 'swap the keys in one statement',
      covers: [another.step.statement.at],
      steps: keySteps(
        {
          ...constraint,
          kind: 'primary-key',
          table: dropped.operation.table,
          name,
          index: `${name}_new`,
          before: `DROP CONSTRAINT ${quoteName(dropped.operation.constraint)}`,
        },
        run.options,
      ),
    };
  },
});

function anotherLater(table: RelationId, step: Step, run: RuleRun): Match['another'] {
  for (const later of laterTogether(step, run, 'add-primary-key')) {
    const added = performed(later, 'add-primary-key').find((each) => subject(each)?.id === table);
    if (added !== undefined && later.operations.length === 1) return { step: later, added };
  }
  return null;
}

/** Nobody knows the key that goes; another one comes in the same transaction. */
function addsAnother(table: RelationId, step: Step, run: RuleRun): boolean {
  return [step, ...run.laterInTransaction(step)].some((later) =>
    performed(later, 'add-primary-key').some((added) => subject(added)?.id === table),
  );
}
