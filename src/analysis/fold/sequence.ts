import type { SequenceOption } from '../../postgres/definition';
import type { OperationOf } from '../../postgres/operation';
import { relationNamed } from '../catalog/find';
import type { Sequence } from '../catalog/relation';
import { nameForCreation, relationOf, tableOf } from '../catalog/resolve';
import { originOfRelation } from '../origin';
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
    origin: originOfRelation(session, operation.ifNotExists),
    type: typeOption(operation.options) ?? 'int8',
    ownedBy: ownerOf(session, operation.ownedBy),
    identity: false,
    ...numberingOf(operation.options),
    ...startOf(operation.options),
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
    ...numberingOf(operation.options, sequence.numbering),
    ownedBy: operation.ownedBy === null ? sequence.ownedBy : ownerOf(session, operation.ownedBy),
  });
}

/** What says of all its numbers; where it begins matters no more. */
function numberingOf(
  options: readonly SequenceOption[],
  before: Sequence['numbering'] = {},
): Pick<Sequence, 'numbering'> {
  const said = options.filter(({ name }) => OF_ITS_NUMBERS.has(name)).map(({ name, value }) => [name, value]);
  if (said.length === 0 && Object.keys(before).length === 0) return {};
  return { numbering: { ...before, ...Object.fromEntries(said) } };
}

/** Where CREATE SEQUENCE or an identity column says that the numbers begin. */
export function startOf(options: readonly SequenceOption[]): Pick<Sequence, 'start'> {
  const start = options.find(({ name }) => name === 'start')?.value;
  return typeof start === 'number' ? { start } : {};
}

const OF_ITS_NUMBERS: ReadonlySet<string> = new Set(['increment', 'minvalue', 'maxvalue', 'cache', 'cycle']);

function ownerOf(session: Session, ownedBy: OperationOf<'create-sequence'>['ownedBy']): Sequence['ownedBy'] {
  if (ownedBy === null || ownedBy === 'none') return null;
  const table = tableOf(session, ownedBy.table);
  return table === undefined ? null : { table: table.id, column: ownedBy.column };
}

function typeOption(options: readonly SequenceOption[]): Sequence['type'] {
  const value = options.find((option) => option.name === 'as')?.value;
  return value === 'int2' || value === 'int4' || value === 'int8' ? value : null;
}
