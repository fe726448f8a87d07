import type { ConstraintDefinition } from '../postgres/definition';
import type { Operation, OperationOf } from '../postgres/operation';
import { isIndex, relationNamed } from './catalog/find';
import { relationOf } from './catalog/resolve';
import type { Session } from './session';

/** UNIQUE or PRIMARY KEY. */
export type KeyDefinition = Extract<ConstraintDefinition, { kind: 'unique' | 'primary-key' }>;

/** What is made with an index of its own: a key or EXCLUDE. */
export type IndexedDefinition = KeyDefinition | Extract<ConstraintDefinition, { kind: 'exclude' }>;

type AddIndexed = OperationOf<'add-unique'> | OperationOf<'add-primary-key'> | OperationOf<'add-exclusion'>;

/**
 * Of the keys of one ADD COLUMN that say the same one is made, by the name of any; up to 12 of the keys and EXCLUDE of the whole
 * statement. The primary key stays, else the first; USING INDEX says what its index is. Source: parse_utilcmd.c,
 * transformIndexConstraints.
 */
export function withoutRepeatedKeys(
  session: Session,
  operations: readonly Operation[],
): readonly Operation[] {
  const kept = mergedKeys(session, operations);
  if (kept === null) return operations;
  return operations.flatMap((operation): readonly Operation[] => {
    if (!isIndexed(operation)) return [operation];
    const made = kept.find(({ first }) => first === operation);
    return made === undefined ? [] : [made.merged];
  });
}

/** What an operation that adds a key comes to among all of its statement; null: another makes it too. */
export function mergedKey(
  session: Session,
  statement: readonly Operation[],
  operation: Operation,
): KeyDefinition | null {
  if (!isIndexed(operation) || operation.kind === 'add-exclusion') return null;
  const kept = mergedKeys(session, statement);
  if (kept === null) return operation.constraint;
  const merged = kept.find(({ first }) => first === operation)?.merged;
  return merged === undefined || merged.kind === 'add-exclusion' ? null : merged.constraint;
}

/** Whether two keys or two EXCLUDE are one to the server, whatever their names. */
export function saySame(a: IndexedDefinition, b: IndexedDefinition): boolean {
  if (a.kind === 'exclude' || b.kind === 'exclude')
    return JSON.stringify({ ...a, name: null }) === JSON.stringify({ ...b, name: null });
  return (
    a.columns.join('\u0000') === b.columns.join('\u0000') &&
    a.include.join('\u0000') === b.include.join('\u0000') &&
    a.nullsNotDistinct === b.nullsNotDistinct &&
    a.withoutOverlaps === b.withoutOverlaps &&
    a.deferrable === b.deferrable &&
    a.initiallyDeferred === b.initiallyDeferred
  );
}

interface Kept {
  readonly first: AddIndexed;
  readonly shape: IndexedDefinition;
  merged: AddIndexed;
}

/** The keys that are made; null where there are not two. */
function mergedKeys(session: Session, operations: readonly Operation[]): readonly Kept[] | null {
  const keys = operations.filter(isIndexed);
  if (keys.length < 2) return null;
  const kept: Kept[] = [];
  for (const key of keys.sort((a, b) => rank(a) - rank(b))) {
    const shape = shapeOf(session, key);
    const same = kept.find(
      (other) => areComparedWith(session, other.first, key) && saySame(other.shape, shape),
    );
    if (same === undefined) kept.push({ first: key, shape, merged: key });
    else if (same.merged.constraint.name === null) same.merged = named(same.merged, key.constraint.name);
  }
  return kept;
}

function isIndexed(operation: Operation): operation is AddIndexed {
  return (
    operation.kind === 'add-unique' ||
    operation.kind === 'add-primary-key' ||
    operation.kind === 'add-exclusion'
  );
}

function rank({ kind, place = 0 }: AddIndexed): number {
  return kind === 'add-primary-key' ? -1 : place;
}

/** Two primary keys are refused. */
function areComparedWith({ major }: Session, a: AddIndexed, b: AddIndexed): boolean {
  if (a.kind === 'add-primary-key' && b.kind === 'add-primary-key') return false;
  if (major < 13) return true;
  if (a.kind === 'add-exclusion' || b.kind === 'add-exclusion') return false;
  return (
    a.withColumn && b.withColumn && a.place === b.place && a.constraint.inlineAt === b.constraint.inlineAt
  );
}

function shapeOf(session: Session, { table, constraint }: AddIndexed): IndexedDefinition {
  if (constraint.kind === 'exclude' || constraint.usingIndex === null) return constraint;
  const owner = relationOf(session, table);
  const index =
    owner === undefined
      ? undefined
      : relationNamed(session.catalog, { schema: owner.schema, name: constraint.usingIndex });
  if (index === undefined || !isIndex(index)) return constraint;
  const { include, nullsNotDistinct } = index;
  return { ...constraint, columns: index.keys.map(({ column }) => column ?? ''), include, nullsNotDistinct };
}

function named(added: AddIndexed, name: string | null): AddIndexed {
  if (added.kind === 'add-exclusion') return { ...added, constraint: { ...added.constraint, name } };
  return { ...added, constraint: { ...added.constraint, name } };
}
