import type { Origin } from '../analysis/catalog/relation';
import { findFunctions, findType, relationOf } from '../analysis/catalog/resolve';
import type { OperationAmong } from '../analysis/operation-among';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import type { ObjectName } from '../postgres/name';
import { actsOf } from './acts';
import type { ObjectKind } from './successors';
import type { RuleRun } from './rule';
import { earlierTogether, isMadeHere } from './together';

/** One object that is neither table nor index, and that a statement drops. */
export interface DroppedObject {
  /** As messages call it: `view`, `function`, … */
  readonly what: string;
  readonly name: ObjectName;
  /** How the catalog keeps it; null where it does not. */
  readonly kind: ObjectKind | null;
}

/** The kinds of operations that drop such objects. */
export const OBJECT_DROPS = [
  'drop-view',
  'drop-type',
  'drop-function',
  'drop-sequence',
  'drop-extension',
  'drop-table',
  'drop-object',
] as const;

/** The objects that a statement drops, but for tables. */
export function droppedObjects({
  operation,
}: {
  readonly operation: OperationAmong<(typeof OBJECT_DROPS)[number]>;
}): readonly DroppedObject[] {
  switch (operation.kind) {
    case 'drop-view':
      return each(operation.views, operation.materialized ? 'materialized view' : 'view', 'relation');
    case 'drop-type':
      return each(operation.types, operation.domain ? 'domain' : 'type', 'type');
    case 'drop-function':
      return each(
        operation.functions.map(({ name }) => name),
        operation.what,
        operation.what === 'aggregate' ? null : 'function',
      );
    case 'drop-sequence':
      return each(operation.sequences, 'sequence', 'relation');
    case 'drop-extension':
      return each(
        operation.extensions.map((name) => ({ schema: null, name })),
        'extension',
        null,
      );
    case 'drop-table':
      return operation.foreign ? each(operation.tables, 'foreign table', 'relation') : [];
    case 'drop-object':
      return CLIENTS_USE.has(operation.objectType) ? each(operation.names, operation.objectType, null) : [];
  }
}

/** Where an object comes from; undefined where the catalog does not know it. */
export function originOfObject({ what, name, kind }: DroppedObject, session: Session): Origin | undefined {
  if (what === 'extension') return session.catalog.extensions.get(name.name);
  switch (kind) {
    case 'relation':
      return relationOf(session, name)?.origin;
    case 'type':
      return findType(session, name)?.origin ?? relationOf(session, name)?.origin;
    case 'function':
      return findFunctions(session, name)[0]?.origin;
    case null:
      return undefined;
  }
}

/** Whether what ships together made the object, so that no client uses it. */
export function isObjectMadeHere(object: DroppedObject, before: Session, step: Step, run: RuleRun): boolean {
  const origin = originOfObject(object, before);
  if (origin !== undefined) return isMadeHere(origin, step, run);
  return earlierTogether(step, run, 'create-object').some((earlier) =>
    actsOf(earlier, 'create-object').some(
      ({ operation }) => operation.objectType === object.what && operation.name.name === object.name.name,
    ),
  );
}

function each(names: readonly ObjectName[], what: string, kind: ObjectKind | null): readonly DroppedObject[] {
  return names.map((name) => ({ what, name, kind }));
}

/** The objects without an operation of their own that queries name or need. */
const CLIENTS_USE: ReadonlySet<string> = new Set([
  'aggregate',
  'server',
  'operator',
  'collation',
  'cast',
  'language',
]);
