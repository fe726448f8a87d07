import type { Catalog } from '../analysis/catalog/catalog';
import { columnOf, constraintNamed, indexById, indexesOf, tableById } from '../analysis/catalog/find';
import type { Constraint, Table } from '../analysis/catalog/relation';
import { saysNotNull } from '../analysis/conditions/null-proof';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import { columnsOf } from '../postgres/expression';
import { endOfTransaction, endTogether } from './together';
import type { Performed } from './performed';
import { performed, usedTable } from './performed';
import type { RuleRun } from './rule';

/** A constraint that DROP CONSTRAINT takes from a table in use. */
export interface GoneConstraint {
  readonly dropped: Performed<'drop-constraint'>;
  readonly table: Table;
  /** Undefined where history does not know it. */
  readonly constraint: Constraint | undefined;
}

/** The guarantees that a step ends: constraints that no equal one replaces by the end of the transaction. */
export function goneGuarantees(step: Step, run: RuleRun): readonly GoneConstraint[] {
  if (step.refusals.length > 0) return [];
  return performed(step, 'drop-constraint').flatMap((dropped): readonly GoneConstraint[] => {
    const table = usedTable(dropped);
    if (table === undefined) return [];
    const constraint = constraintNamed(table, dropped.operation.constraint);
    if (constraint === undefined) return table.complete ? [] : [{ dropped, table, constraint }];
    const { catalog } = endOfTransaction(step, run);
    const end = tableById(catalog, table.id);
    if (end === undefined || isGone(constraint, table, endTogether(step, run))) return [];
    const isReplaced =
      end.constraints.some((other) => !isSame(other, constraint) && isAsStrong(other, constraint)) ||
      staysUnique(constraint, table, dropped.session.catalog, catalog);
    return isReplaced || isHelper(constraint, end) ? [] : [{ dropped, table, constraint }];
  });
}

/** Its table or all its columns go in the same change set. */
function isGone(constraint: Constraint, { id }: Table, final: Session): boolean {
  const table = tableById(final.catalog, id);
  const columns = columnsOfConstraint(constraint);
  return (
    table === undefined ||
    (columns.length > 0 && columns.every((column) => columnOf(table, column) === undefined))
  );
}

function columnsOfConstraint(constraint: Constraint): readonly string[] {
  if (constraint.kind === 'check') return columnsOf(constraint.expression);
  if (constraint.kind === 'not-null') return [constraint.column];
  return 'columns' in constraint ? constraint.columns : [];
}

/** It may still be there where the branch that drops it may not run. */
function isSame(other: Constraint, gone: Constraint): boolean {
  return other.name === gone.name && other.origin.transaction === gone.origin.transaction;
}

function isAsStrong(other: Constraint, gone: Constraint): boolean {
  if (gone.kind === 'check')
    return (
      other.kind === 'check' &&
      other.enforced &&
      JSON.stringify(other.expression) === JSON.stringify(gone.expression)
    );
  if (gone.kind === 'unique' || gone.kind === 'primary-key')
    return (
      (other.kind === 'primary-key' || (other.kind === 'unique' && gone.kind === 'unique')) &&
      (gone.kind === 'primary-key' || sameColumns(other.columns, gone.columns))
    );
  if (gone.kind === 'foreign-key')
    return (
      other.kind === 'foreign-key' &&
      other.enforced &&
      other.referenced === gone.referenced &&
      sameColumns(other.columns, gone.columns)
    );
  return false;
}

/** An index that no row may break alike, with or without a constraint: ON CONFLICT finds it by its columns. */
function staysUnique(gone: Constraint, { id }: Table, before: Catalog, after: Catalog): boolean {
  if (gone.kind !== 'unique' && gone.kind !== 'exclude') return false;
  const own = indexById(before, gone.index);
  return (
    own !== undefined &&
    indexesOf(after, id).some(
      (other) =>
        other.id !== own.id &&
        other.valid &&
        other.unique === own.unique &&
        (own.unique || other.constraint !== null) &&
        other.method === own.method &&
        other.nullsNotDistinct === own.nullsNotDistinct &&
        JSON.stringify([other.keys, other.predicate]) === JSON.stringify([own.keys, own.predicate]),
    )
  );
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\u0000') === [...b].sort().join('\u0000');
}

/** A CHECK that only helped on the way to NOT NULL, or to a partition's bound. */
function isHelper(constraint: Constraint, end: Table): boolean {
  if (constraint.kind !== 'check') return false;
  return (
    end.partition !== null ||
    end.columns.some(({ name, notNull }) => notNull === true && saysNotNull(constraint.expression, name))
  );
}
