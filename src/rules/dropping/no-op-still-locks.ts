import { columnOf, constraintNamed } from '../../analysis/catalog/find';
import type { Origin } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import { exists } from '../../analysis/origin';
import type { Session } from '../../analysis/session';
import type { LockFact } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';
import { actsOf } from '../acts';
import { columnDiffers, existingColumn, existingIndex, indexDiffers } from '../differs';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { strongLocks, worstLock } from '../strong-locks';
import { named, stopped, stopsBy } from '../words';

interface Match extends MatchBase {
  readonly lock: LockFact;
  readonly reason: string;
  readonly stops: string;
}

const KINDS = ['add-column', 'drop-column', 'drop-constraint', 'set-not-null', 'create-index'] as const;

/** A statement that changes nothing and takes its lock all the same. */
export const noOpStillLocks = stepRule<Match>({
  id: 'no-op-still-locks',
  title: 'A statement that changes nothing waits for its lock all the same',
  group: 'dropping',
  severity: 'notice',
  judges: 'lock',
  kinds: KINDS,

  check(step) {
    const [act] = actsOf(step, ...KINDS);
    if (act === undefined || step.inner.length > 0) return [];
    // What a column brings along (its NOT NULL, its key) does not happen either.
    const asked = act.statement.filter((operation) => !('withColumn' in operation && operation.withColumn));
    const reasons = asked.map((operation) => nothingToDo(operation, act.before));
    const reason = reasons.find((each) => each !== null);
    if (reason === undefined || reasons.includes(null)) return [];
    const lock = worstLock(strongLocks(step));
    if (lock === undefined) return [];
    const stops = stopped(stopsBy(step, lock.relation));
    return [{ lock, reason: reason ?? '', stops, cites: [lock.relation] }];
  },

  message({ lock, reason, stops }) {
    return `${reason}, so this changes nothing; ${stops} of ${named(lock.relation)} wait for its ${lock.mode} lock all the same`;
  },

  help() {
    return 'Leave the statement out.';
  },
});

/** CREATE TABLE IF NOT EXISTS of this transaction may have found a table with other columns and constraints. */
function mayBeAnother({ source, certain, transaction }: Origin, { transactionOrdinal }: Session): boolean {
  return source === 'migration' && !certain && transaction === transactionOrdinal;
}

/** Why an operation does nothing; null where it does something, or may. */
function nothingToDo(operation: Operation, before: Session): string | null {
  if (operation.kind === 'create-index') {
    const { index, ifNotExists } = operation;
    if (!ifNotExists || operation.concurrently || existingIndex(before, index) === undefined) return null;
    return indexDiffers(before, operation) === null ? `Index "${index.name ?? ''}" exists` : null;
  }
  if (!('as' in operation)) return null;
  const table = tableOf(before, operation.table);
  if (table === undefined || mayBeAnother(table.origin, before)) return null;
  if (operation.kind === 'add-column') {
    const known = existingColumn(table, operation.column.name);
    const same = known !== undefined && columnDiffers(before, operation.column, known) === null;
    return operation.ifNotExists && same ? `Column "${operation.column.name}" exists` : null;
  }
  if (operation.kind === 'drop-column') {
    const isAbsent = table.complete && columnOf(table, operation.column) === undefined;
    return operation.missingOk && isAbsent ? `There is no column "${operation.column}"` : null;
  }
  if (operation.kind === 'drop-constraint') {
    const isAbsent = table.complete && constraintNamed(table, operation.constraint) === undefined;
    return operation.missingOk && isAbsent ? `There is no constraint "${operation.constraint}"` : null;
  }
  if (operation.kind === 'set-not-null') {
    const known = columnOf(table, operation.column);
    const isDone = known?.notNull === true && exists(known.addedBy) && !isUnproved(operation.column);
    return isDone ? `Column "${operation.column}" is NOT NULL already` : null;
  }
  return null;

  /** (18) NOT NULL … NOT VALID: SET NOT NULL proves it. */
  function isUnproved(column: string): boolean {
    return (
      table?.constraints.some((each) => each.kind === 'not-null' && each.column === column && !each.valid) ===
      true
    );
  }
}
