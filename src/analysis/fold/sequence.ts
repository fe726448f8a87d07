import type { SequenceOption } from '../../postgres/definition';
import type { OperationOf } from '../../postgres/operation';
import { relationNamed } from '../catalog/find';
import type { Sequence } from '../catalog/relation';
import { nameForCreation, relationOf, tableOf } from '../catalog/resolve';
import { originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { create, put } from './change';
import { replaces } from './replaces';

/** CREATE SEQUENCE. */
export function createSequence(before: Session, operation: OperationOf<'create-sequence'>): Folded {
  const place = nameForCreation(before, operation.sequence, operation.persistence);
  const existing = relationNamed(before.catalog, place);
  if (existing !== undefined && operation.ifNotExists) return before;
  const session = replaces(before, existing);
  if (session === null) return null;
  return create<Sequence>(session, {
    ...place,
    kind: 'sequence',
    persistence: operation.persistence,
    origin: originOf(session, !operation.ifNotExists),
    type: typeOption(operation.options) ?? 'int8',
    ownedBy: ownerOf(session, operation.ownedBy),
    identity: false,
  })[0];
}

/** ALTER SEQUENCE. */
export function alterSequence(session: Session, operation: OperationOf<'alter-sequence'>): Folded {
  const sequence = relationOf(session, operation.sequence);
  if (sequence === undefined) return session;
  if (sequence.kind !== 'sequence') return null;
  return put(session, {
    ...sequence,
    type: typeOption(operation.options) ?? sequence.type,
    ownedBy: operation.ownedBy === null ? sequence.ownedBy : ownerOf(session, operation.ownedBy),
  });
}

function ownerOf(session: Session, ownedBy: OperationOf<'create-sequence'>['ownedBy']): Sequence['ownedBy'] {
  if (ownedBy === null || ownedBy === 'none') return null;
  const table = tableOf(session, ownedBy.table);
  return table === undefined ? null : { table: table.id, column: ownedBy.column };
}

function typeOption(options: readonly SequenceOption[]): Sequence['type'] {
  const value = options.find((option) => option.name === 'as')?.value;
  return value === 'int2' || value === 'int4' || value === 'int8' ? value : null;
}
