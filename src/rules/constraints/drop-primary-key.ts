import type { RelationId } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { GoneConstraint } from '../gone-guarantees';
import { goneGuarantees } from '../gone-guarantees';
import { performed, subject } from '../performed';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly gone: GoneConstraint;
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
      .map((gone) => ({ gone }));
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
});

/** Nobody knows the key that goes; another one comes in the same transaction. */
function addsAnother(table: RelationId, step: Step, run: RuleRun): boolean {
  return [step, ...run.laterInTransaction(step)].some((later) =>
    performed(later, 'add-primary-key').some((added) => subject(added)?.id === table),
  );
}
