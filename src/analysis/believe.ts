import { UNCOMMITTED_NAME } from '../postgres/effects/refusals/name';
import type { Operation } from '../postgres/operation';
import { isPlaceholder } from '../sql/placeholder';
import { knowsAbsence } from './absence';
import { mentionsOf } from './catalog/mention';
import { isSystemName, resolve } from './catalog/resolve';
import type { Execution, LookUp } from './execute';
import { execute } from './execute';
import { operationsIn } from './names-made';
import type { Session } from './session';

/** What the server says of names that it does not know: relation, type or role, schema, function. */
const UNKNOWN_NAME: ReadonlySet<string> = new Set(['42P01', '42704', '3F000', '42883']);

/**
 * Runs a statement. One that takes for given what a complete history does not know tells that the history is not complete: its
 * tables were made elsewhere, and what it locks has to be told.
 */
export function believe(
  session: Session,
  operations: readonly Operation[],
  lookUp: LookUp | null,
): Execution {
  if (!session.catalog.complete) return execute(session, operations, lookUp);
  if (asksForUnknown(session, operations)) return doubting(session, operations, lookUp);
  const execution = execute(session, operations, lookUp);
  const isContradicted =
    execution.before.catalog.nextId !== session.catalog.nextId ||
    execution.takesForGiven ||
    execution.refusals.some(
      ({ sqlState, reason }) => reason !== UNCOMMITTED_NAME.reason && UNKNOWN_NAME.has(sqlState),
    );
  if (!isContradicted) return execution;
  return execute(incomplete(session), operations, lookUp);
}

/** Runs what is no proof of anything, but may find what nobody knows. */
function doubting(session: Session, operations: readonly Operation[], lookUp: LookUp | null): Execution {
  const execution = execute(incomplete(session), operations, lookUp);
  const { catalog } = execution.after;
  if (catalog.unread) return execution;
  return { ...execution, after: { ...execution.after, catalog: { ...catalog, complete: true } } };
}

function incomplete(session: Session): Session {
  return { ...session, catalog: { ...session.catalog, complete: false } };
}

/** Before the first migration nobody knows what is there: IF EXISTS, and what concerns all that is there, may find something. */
function asksForUnknown(session: Session, operations: readonly Operation[]): boolean {
  if (session.hasHistory || session.phase === 'history') return false;
  return operations.some((operation) => {
    if (operation.kind === 'do-block')
      return asksForUnknown(session, operationsIn(operation.body.statements));
    if (operation.kind === 'reindex') return operation.what === 'schema' || operation.what === 'database';
    const isUnknown = (name: string): boolean => !knowsAbsence(session, name);
    return (
      optionalObjects(operation).some(isUnknown) ||
      mentionsOf(operation).some(
        ({ name, optional }) =>
          optional &&
          name.name !== '' &&
          !isPlaceholder(name.name) &&
          !isSystemName(name) &&
          isUnknown(name.name) &&
          resolve(session, name) === undefined,
      )
    );
  });
}

/** What DROP … IF EXISTS names beside relations. */
function optionalObjects(operation: Operation): readonly string[] {
  if (!('ifExists' in operation) || !operation.ifExists) return [];
  const { kind } = operation;
  if (kind === 'drop-type') return operation.types.map(({ name }) => name);
  if (kind === 'drop-function') return operation.functions.map(({ name }) => name.name);
  if (kind === 'drop-schema') return operation.schemas;
  if (kind === 'drop-extension') return operation.extensions;
  if (kind === 'drop-publication') return operation.publications;
  return kind === 'drop-object' ? operation.names.map(({ name }) => name) : [];
}
