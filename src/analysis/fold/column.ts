import type { ColumnDefinition } from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';
import type { Persistence } from '../../postgres/operations/table';
import { nextvalOf, renameSequences } from '../catalog/expression-edit';
import { chooseRelationName } from '../catalog/generated-name';
import type { Column, RelationId, Sequence } from '../catalog/relation';
import { findType, relationOf, resolveType } from '../catalog/resolve';
import { originOf } from '../origin';
import type { Session } from '../session';
import { create, put } from './change';
import { startOf } from './sequence';

/** Where a new column is going to stand. */
export interface ColumnPlace {
  readonly schema: string;
  readonly name: string;
  readonly persistence: Persistence;
}

const SERIALS: Readonly<Record<string, 'int2' | 'int4' | 'int8'>> = {
  serial: 'int4',
  bigserial: 'int8',
  smallserial: 'int2',
};

/**
 * A column as it is declared, with the sequence that serial or identity makes for it (before the table, so that it takes its
 * name first). NOT NULL is left to the caller, who knows the name of its constraint.
 */
export function buildColumn(
  session: Session,
  place: ColumnPlace,
  definition: ColumnDefinition,
): readonly [Session, Column, Sequence | null] {
  const serial = definition.type === null ? undefined : SERIALS[definition.type.name];
  const column: Column = {
    name: definition.name,
    type:
      definition.type === null
        ? null
        : serial === undefined
          ? resolveType(session, definition.type)
          : { ...definition.type, schema: null, name: serial },
    collation: definition.collation,
    notNull: false,
    default:
      definition.default === null ? null : resolveDefault(session, definition.default, definition.type),
    identity: definition.identity === null ? null : definition.identity.always ? 'always' : 'by default',
    generated:
      definition.generated === null
        ? null
        : {
            expression: definition.generated.expression,
            storage:
              definition.generated.storage === 'unspecified'
                ? session.major >= 18
                  ? 'virtual'
                  : 'stored'
                : definition.generated.storage,
          },
    storage: definition.storage,
    compression: definition.compression,
    addedBy: originOf(session),
    inherited: false,
  };
  if (serial === undefined && definition.identity === null) return [session, column, null];
  const type = serial ?? sequenceType(column);
  const [next, sequence] = addSequence(session, place, definition.name, type, definition.identity !== null);
  const begun = { ...sequence, ...startOf(definition.identity?.options ?? []) };
  return [next, serial === undefined ? column : { ...column, default: nextvalOf(sequence) }, begun];
}

/** The sequence of a serial or identity column. It is owned by the column once that exists (`ownSequence`). */
export function addSequence(
  session: Session,
  place: ColumnPlace,
  column: string,
  type: Sequence['type'],
  identity: boolean,
  namesIn: Session = session,
): readonly [Session, Sequence] {
  return create<Sequence>(session, {
    kind: 'sequence',
    schema: place.schema,
    name: chooseRelationName(namesIn, place.schema, place.name, column, 'seq', false),
    persistence: sequencePersistence(session, place.persistence),
    origin: originOf(session),
    type,
    ownedBy: null,
    identity,
  });
}

/** Up to 14 there are no unlogged sequences. */
function sequencePersistence({ major }: Session, table: Persistence): Persistence {
  return table === 'unlogged' && major < 15 ? 'permanent' : table;
}

/** Makes a column the owner of a sequence. */
export function ownSequence(
  session: Session,
  sequence: Sequence,
  table: RelationId,
  column: string,
): Session {
  return put(session, { ...sequence, ownedBy: { table, column } });
}

/** The type of an identity column's sequence: that of the column. */
export function sequenceType(column: Column): Sequence['type'] {
  const name = column.type?.name;
  return name === 'int2' || name === 'int4' ? name : 'int8';
}

/**
 * A default with its sequences named in full, as the server stores them: a later rename reaches them (fold/rename-relation.ts). NULL is
 * stored only for a domain, and where it has to be fitted to a length. Source: heap.c, AddRelationNewConstraints.
 */
export function resolveDefault(
  session: Session,
  expression: Expression,
  type: TypeName | null,
): Expression | null {
  const fitted = type !== null && (type.modifiers.length > 0 || findType(session, type)?.kind === 'domain');
  if (isNull(expression) && !fitted) return null;
  return renameSequences(expression, (name) => relationOf(session, name) ?? null);
}

function isNull(expression: Expression): boolean {
  if (expression.kind === 'cast') return expression.type.modifiers.length === 0 && isNull(expression.arg);
  return expression.kind === 'constant' && expression.value === null;
}

/** Whether the type is one of the serial ones. */
export function isSerial(definition: ColumnDefinition): boolean {
  return definition.type !== null && SERIALS[definition.type.name] !== undefined;
}
