import type { Operation } from '../postgres/operation';
import type { QueryWrite } from '../postgres/query';
import { heirs, isTable, isView } from './catalog/find';
import type { Relation, RelationId, Trigger } from './catalog/relation';
import { findFunctions } from './catalog/resolve';
import type { Running } from './execute';
import { tableWrites, writesKept } from './roles/query';
import { targetsOf } from './roles/target';
import { runBeside } from './run-beside';
import type { Session } from './session';

/**
 * Runs the functions of the triggers that a statement fires, in the session that it leaves: what they lock and write counts to it. Their
 * refusals do not, nor what of them cannot be read: a guard that raises is there to be met by others.
 */
export function fireTriggers(
  before: Session,
  after: Session,
  operations: readonly Operation[],
  running: Running,
): Session {
  const seen = new Map<string, boolean>();
  let result = after;
  for (const { relation, trigger, sure } of operations.flatMap((operation) =>
    firedBy(before, operation, operations),
  )) {
    const key = `${String(relation)} ${trigger.name}`;
    if (seen.get(key) === true || seen.get(key) === sure) continue;
    seen.set(key, sure);
    result = run(result, trigger, sure, running);
  }
  return result;
}

interface Fired {
  readonly relation: RelationId;
  readonly trigger: Trigger;
  /** False: it takes a row of which nobody knows whether it is there. */
  readonly sure: boolean;
}

function firedBy(session: Session, operation: Operation, statement: readonly Operation[]): readonly Fired[] {
  const situation = { operation, statement, session };
  if (operation.kind === 'truncate')
    return targetsOf(situation)
      .flatMap(({ relation, only }) => [relation, ...(only ? [] : heirs(session.catalog, relation.id))])
      .flatMap((relation) => triggersOf(relation, 'truncate', null));
  if (operation.kind !== 'query' && operation.kind !== 'copy-from') return [];
  if (operation.query.writes.length === 0) return [];
  const instead = writesKept(situation).filter(({ relation }) => isView(relation));
  return [...tableWrites(situation), ...instead].flatMap(({ relation, write }) => {
    if (write.command === 'merge') return [];
    // Triggers of the statement fire though no row is written.
    const fits = ({ trigger }: Fired): boolean => write.never !== true || !trigger.row;
    const command = write.command === 'copy' ? 'insert' : write.command;
    return [
      ...triggersOf(relation, command, write).filter(fits),
      ...(write.onConflict === 'update' && write.never !== true ? triggersOf(relation, 'update', null) : []),
    ];
  });
}

function triggersOf(
  relation: Relation,
  event: Trigger['events'][number],
  write: QueryWrite | null,
): readonly Fired[] {
  if (!(isTable(relation) || isView(relation))) return [];
  const writesRow = write !== null && (write.valueRows ?? 0) > 0 && write.onConflict === 'none';
  return relation.triggers
    .filter(
      ({ fires, events, columns, row }) =>
        (fires === 'origin' || fires === 'always') &&
        events.includes(event) &&
        (row || isTable(relation)) &&
        (event !== 'update' ||
          columns.length === 0 ||
          write === null ||
          columns.some((column) => write.columns.includes(column))),
    )
    .map((trigger) => ({
      relation: relation.id,
      trigger,
      sure: trigger.when === null && (!trigger.row || writesRow),
    }));
}

function run(session: Session, trigger: Trigger, sure: boolean, running: Running): Session {
  const called = findFunctions(session, trigger.function).find(({ parameters }) => parameters.length === 0);
  return called === undefined
    ? session
    : runBeside(session, called, sure ? null : 'no row fires the trigger', running);
}
