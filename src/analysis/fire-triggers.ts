import type { Operation } from '../postgres/operation';
import type { QueryWrite } from '../postgres/query';
import { heirs, isTable, isView } from './catalog/find';
import type { Relation, RelationId, Trigger } from './catalog/relation';
import { findFunctions } from './catalog/resolve';
import type { Running } from './execute';
import { isTriggerDeferred } from './deferrals';
import { changesByKeys } from './roles/key-checks';
import { planWrite, tableWrites, writesKept } from './roles/query';
import { movesRows, routed } from './roles/routing';
import type { Situation } from './roles/situation';
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
  // Triggers run functions of users.
  if (session.catalog.functions.size === 0) return [];
  const situation = { operation, statement, session };
  if (operation.kind === 'truncate')
    return targetsOf(situation)
      .flatMap(({ relation, only }) => [relation, ...(only ? [] : heirs(session.catalog, relation.id))])
      .flatMap((relation) => triggersOf(session, relation, 'truncate', null));
  if (operation.kind !== 'query' && operation.kind !== 'copy-from') return [];
  if (operation.query.writes.length === 0) return [];
  const instead = writesKept(situation).filter(({ relation }) => isView(relation));
  const written = tableWrites(situation);
  return [
    ...[...written, ...instead].flatMap(({ relation, write }) => {
      if (write.command === 'merge') return [];
      // Triggers of the statement fire though no row is written.
      const fits = ({ trigger }: Fired): boolean => write.never !== true || !trigger.row;
      const command = write.command === 'copy' ? 'insert' : write.command;
      const columns = write.command === 'update' ? new Set(write.columns) : null;
      return [
        ...triggersOf(session, relation, command, columns, writesRow(write)).filter(fits),
        ...(write.onConflict === 'update' && write.never !== true
          ? triggersOf(session, relation, 'update', null)
          : []),
      ];
    }),
    ...written.flatMap((writing) => triggersBelow(situation, writing)),
    ...triggersOfMoved(situation, written),
    ...triggersOfFollowed(situation, written),
  ];
}

type TableWriting = ReturnType<typeof tableWrites>[number];

/** Triggers that partitions and heirs have of their own fire for the rows that go there. */
function triggersBelow(situation: Situation, writing: TableWriting): readonly Fired[] {
  const { relation, write } = writing;
  const { session } = situation;
  const { command } = write;
  if (command === 'merge' || write.never === true) return [];
  const own = heirs(session.catalog, relation.id).filter(({ triggers }) => triggers.some(isOwn));
  if (own.length === 0) return [];
  const event = command === 'copy' ? 'insert' : command;
  const reached =
    event === 'insert' ? routed(situation, false).relations : planWrite(withPruning(situation), writing);
  const columns = event === 'update' ? new Set(write.columns) : null;
  return own
    .filter((table) => reached.includes(table))
    .flatMap((table) => triggersOf(session, table, event, columns))
    .filter(({ trigger }) => isOwn(trigger));
}

/** Up to 11 all partitions are locked, whatever the condition says of rows. */
function withPruning({ session, ...situation }: Situation): Situation {
  return { ...situation, session: session.major >= 12 ? session : { ...session, major: 12 } };
}

function isOwn({ row, inherited }: Trigger): boolean {
  return row && !inherited;
}

/** What CASCADE, SET NULL and SET DEFAULT of keys do fires triggers too. */
function triggersOfFollowed(situation: Situation, written: readonly TableWriting[]): readonly Fired[] {
  const changes = written.some(
    ({ write }) => write.command === 'update' || write.command === 'delete' || write.onConflict === 'update',
  );
  return !changes
    ? []
    : changesByKeys(situation).flatMap(({ table, command, changed }) =>
        triggersOf(situation.session, table, command, changed).map((fired) => ({ ...fired, sure: false })),
      );
}

/** A row that an UPDATE moves to another partition is deleted and inserted. Source: the manual, "Overview of Trigger Behavior". */
function triggersOfMoved(situation: Situation, written: readonly TableWriting[]): readonly Fired[] {
  return written.flatMap(({ relation, write }) =>
    write.command === 'update' && write.never !== true && movesRows(situation, relation, write)
      ? (['delete', 'insert'] as const)
          .flatMap((event) => triggersOf(situation.session, relation, event, null))
          .filter(({ trigger }) => trigger.row)
      : [],
  );
}

function writesRow({ valueRows, onConflict }: QueryWrite): boolean {
  return (valueRows ?? 0) > 0 && onConflict === 'none';
}

/** @param columns those that an UPDATE changes; null: any */
function triggersOf(
  session: Session,
  relation: Relation,
  event: Trigger['events'][number],
  columns: ReadonlySet<string> | null,
  rowIsSure = false,
): readonly Fired[] {
  if (!(isTable(relation) || isView(relation))) return [];
  return relation.triggers
    .filter(
      (trigger) =>
        (trigger.fires === 'origin' || trigger.fires === 'always') &&
        trigger.events.includes(event) &&
        (trigger.row || isTable(relation)) &&
        !isTriggerDeferred(session, trigger) &&
        (event !== 'update' ||
          trigger.columns.length === 0 ||
          columns === null ||
          trigger.columns.some((column) => columns.has(column))),
    )
    .map((trigger) => ({
      relation: relation.id,
      trigger,
      sure: trigger.when === null && (!trigger.row || rowIsSure),
    }));
}

function run(session: Session, trigger: Trigger, sure: boolean, running: Running): Session {
  const called = findFunctions(session, trigger.function).find(({ parameters }) => parameters.length === 0);
  return called === undefined
    ? session
    : runBeside(
        session,
        called,
        sure ? null : 'no row fires the trigger',
        running,
        [trigger.transitions.old ?? [], trigger.transitions.new ?? []].flat(),
      );
}
