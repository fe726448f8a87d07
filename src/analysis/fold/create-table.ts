import type { ConstraintDefinition } from '../../postgres/definition';
import type { OperationOf } from '../../postgres/operation';
import { relationNamed } from '../catalog/find';
import type { Column, Relation, Sequence, Table } from '../catalog/relation';
import { findType, nameForCreation, relationOf, tableOf } from '../catalog/resolve';
import { originOf, originOfRelation } from '../origin';
import type { IndexedDefinition } from '../repeated-keys';
import { saySame } from '../repeated-keys';
import type { Session } from '../session';
import { addCheck } from './check';
import type { Folded } from './change';
import { create, each } from './change';
import { buildColumn, isSerial, ownSequence } from './column';
import { addForeignKey } from './foreign-key';
import type { GivenColumns } from './inherited-columns';
import { inheritedColumns, mergeColumn, mergedChecks, mergeLike } from './inherited-columns';
import { addExclusion, addKey } from './key';
import type { Like } from './like-table';
import { copyExtras, likeColumns } from './like-table';
import { setNotNull } from './not-null';
import { joinPartition } from './partition';
import { replaces } from './replaces';

type CreateTable = OperationOf<'create-table'>;

/**
 * CREATE TABLE in the server's order: sequences, columns, checks and NOT NULL, what a partition takes over, LIKE's indexes, keys
 * (the primary one first), foreign keys. Source: parse_utilcmd.c, transformCreateStmt; tablecmds.c, DefineRelation.
 */
export function createTable(before: Session, operation: CreateTable): Folded {
  const place = {
    persistence: operation.persistence,
    ...nameForCreation(before, operation.table, operation.persistence),
  };
  const existing = relationNamed(before.catalog, place);
  if (existing !== undefined && operation.ifNotExists) return before;
  const session = replaces(before, existing);
  if (session === null) return null;

  const partition = operation.partitionOf !== null;
  const parents = parentsIn(session, operation);
  const given: GivenColumns[] = [
    inheritedColumns(session, parents, partition),
    typedColumns(session, operation),
  ];
  let next = session;
  const owned: (readonly [Sequence, string])[] = [];
  const likes = likesIn(session, operation);
  for (const like of likes) {
    const [made, columns, sequences] = likeColumns(next, place, like);
    next = made;
    given.push(columns);
    owned.push(...sequences);
  }
  const columns = new Map<string, Column>();
  for (const column of given.flatMap((from) => from.columns)) {
    const known = columns.get(column.name);
    columns.set(column.name, known === undefined ? column : mergeLike(session, known, column));
  }
  for (const definition of operation.columns) {
    const [made, column, sequence] = buildColumn(next, place, definition);
    next = made;
    if (sequence !== null) owned.push([sequence, column.name]);
    const known = columns.get(column.name);
    columns.set(
      column.name,
      known === undefined ? column : mergeColumn(known, column, definition, partition),
    );
  }

  const [made, table] = create<Table>(
    next,
    draftOf(session, operation, place, parents, inOrder(operation, columns, given, likes), given),
  );
  next = made;
  for (const [sequence, column] of owned) next = ownSequence(next, sequence, table.id, column);
  return each(next, stagesOf(operation, table, given, likes), (state, stage) => stage(state));
}

/** As written: what LIKE gives stands among the columns of the table itself. */
function inOrder(
  { columns: written }: CreateTable,
  columns: ReadonlyMap<string, Column>,
  given: readonly GivenColumns[],
  likes: readonly Like[],
): readonly Column[] {
  if (likes.every(({ after }) => after === 0)) return [...columns.values()];
  const before = given.slice(0, given.length - likes.length).flatMap((from) => from.columns);
  const names = [...Array(written.length + 1).keys()].flatMap((at) => [
    ...likes.flatMap(({ after }, i) =>
      after === at ? (given[given.length - likes.length + i]?.columns ?? []) : [],
    ),
    ...written.slice(at, at + 1),
  ]);
  const ordered = new Set([...before, ...names].map(({ name }) => name));
  return [...ordered].flatMap((name) => columns.get(name) ?? []);
}

type Stage = (session: Session) => Folded;

function stagesOf(
  operation: CreateTable,
  table: Table,
  given: readonly GivenColumns[],
  likes: readonly Like[],
): readonly Stage[] {
  const { id } = table;
  const of = <K extends ConstraintDefinition['kind']>(
    kind: K,
  ): Extract<ConstraintDefinition, { kind: K }>[] =>
    operation.constraints.filter(
      (each): each is Extract<ConstraintDefinition, { kind: K }> => each.kind === kind,
    );
  const { parent } = operation.partitionOf ?? {};
  return [
    ...of('check').map((check): Stage => (session) => {
      const inherited = given.some((from) => from.checks.some((known) => known.name === check.name));
      return inherited ? session : addCheck(session, id, check);
    }),
    ...notNulls(operation, given).map(
      (fact): Stage =>
        (session) =>
          setNotNull(session, id, fact, false),
    ),
    (session) => {
      const known = parent === undefined ? undefined : tableOf(session, parent);
      return known === undefined ? session : joinPartition(session, known.id, id);
    },
    (session) => likes.reduce((next, like) => copyExtras(next, id, like), session),
    ...keysInOrder(operation.constraints).map(
      (key): Stage =>
        (session) =>
          key.kind === 'exclude' ? addExclusion(session, id, key) : addKey(session, id, key),
    ),
    ...of('foreign-key').map(
      (key): Stage =>
        (session) =>
          addForeignKey(session, id, key),
    ),
  ];
}

/**
 * Every column that is to be NOT NULL, each once, in the order in which the server names their constraints: those declared at the
 * columns, then those of the table, then what is only inherited. One that is declared is the table's own and has no name
 * from a parent. Source: heap.c, AddRelationNotNullConstraints.
 */
function notNulls(operation: CreateTable, given: readonly GivenColumns[]): readonly NotNullFact[] {
  const known = new Map<string, NotNullFact>();
  for (const [i, from] of given.entries()) {
    for (const fact of from.notNull) known.set(fact.column, { inherited: i === 0, ...fact });
  }
  const facts = new Map<string, NotNullFact>();
  const declare = (column: string, name: string | null, noInherit: boolean): void => {
    const copied = known.get(column);
    const before = facts.get(column) ?? (copied?.inherited === false ? copied : undefined);
    facts.set(column, {
      column,
      name: name ?? before?.name ?? null,
      valid: true,
      noInherit,
      inherited: false,
    });
  };
  const inlineKeys = new Set(
    operation.constraints.flatMap((each) =>
      each.kind === 'primary-key' && each.inlineAt !== null ? [each.inlineAt] : [],
    ),
  );
  for (const definition of operation.columns) {
    const { name } = definition;
    if (definition.notNull || isSerial(definition) || definition.identity !== null || inlineKeys.has(name)) {
      const { name: named = null, noInherit = false } = definition.notNullConstraint ?? {};
      declare(name, named, noInherit);
    }
  }
  for (const constraint of operation.constraints) {
    if (constraint.kind === 'not-null') declare(constraint.column, constraint.name, constraint.noInherit);
  }
  const keyed = operation.constraints.flatMap((each) => (each.kind === 'primary-key' ? each.columns : []));
  for (const column of keyed) if (!facts.has(column) && known.has(column)) declare(column, null, false);
  for (const [column, fact] of known) if (!facts.has(column)) facts.set(column, fact);
  return [...facts.values()];
}

type NotNullFact = Parameters<typeof setNotNull>[2];

/** The primary key first, then other keys and EXCLUDE as written; one that says the same as an earlier one lends it its name and goes. */
function keysInOrder(constraints: readonly ConstraintDefinition[]): readonly IndexedDefinition[] {
  const keys = constraints.filter(isIndexed);
  const kept: IndexedDefinition[] = [];
  for (const key of [...keys.filter(isPrimary), ...keys.filter((each) => !isPrimary(each))]) {
    const same = kept.findIndex((prior) => saySame(prior, key));
    const prior = kept[same];
    if (prior === undefined) kept.push(key);
    else if (prior.name === null) kept[same] = { ...prior, name: key.name };
  }
  return kept;
}

function isIndexed(constraint: ConstraintDefinition): constraint is IndexedDefinition {
  return constraint.kind === 'unique' || constraint.kind === 'primary-key' || constraint.kind === 'exclude';
}

function isPrimary(key: IndexedDefinition): boolean {
  return key.kind === 'primary-key';
}

function draftOf(
  session: Session,
  operation: CreateTable,
  place: { readonly schema: string; readonly name: string },
  parents: readonly Table[],
  columns: readonly Column[],
  given: readonly GivenColumns[],
): Omit<Table, 'id'> {
  const origin = originOfRelation(session, operation.ifNotExists && operation.isMeant !== true);
  const [parent] = parents;
  const { partitionOf } = operation;
  return {
    kind:
      operation.partitioning !== null ? 'partitioned table' : operation.foreign ? 'foreign table' : 'table',
    schema: place.schema,
    name: place.name,
    persistence: operation.persistence,
    origin,
    columns,
    complete: (origin.certain || session.catalog.complete) && sourcesComplete(session, operation),
    constraints: mergedChecks(given),
    indexes: [],
    triggers: [],
    policies: [],
    rules: [],
    rowSecurity: { enabled: false, forced: false },
    parents: partitionOf === null ? parents.map((each) => each.id) : [],
    partitioning: operation.partitioning,
    partition:
      partitionOf === null || parent === undefined
        ? null
        : { parent: parent.id, bound: partitionOf.bound, detachPending: false },
    ofType: operation.ofType,
    ...(operation.server === undefined ? {} : { server: operation.server }),
    replicaIdentity: operation.foreign ? 'nothing' : 'default',
    options: { ...oidsOf(parents), ...operation.options },
    accessMethod: operation.accessMethod,
    tablespace: operation.tablespace,
    rows: origin.certain && !operation.foreign ? 'none' : 'unknown',
    onCommit: operation.onCommit,
    statistics: [],
  };
}

/** OIDs, of which 11 was the last to know, are inherited. */
function oidsOf(parents: readonly Table[]): Table['options'] {
  const oids = parents.map(({ options }) => options['oids']).find((option) => option !== undefined);
  return oids === undefined ? {} : { oids };
}

function parentsIn(session: Session, operation: CreateTable): readonly Table[] {
  const names = operation.partitionOf === null ? operation.inherits : [operation.partitionOf.parent];
  return names.flatMap((name) => tableOf(session, name) ?? []);
}

function likesIn(session: Session, operation: CreateTable): readonly Like[] {
  return operation.like.flatMap(({ table, including, after = 0 }) => {
    const source = relationOf(session, table);
    return source === undefined ? [] : [{ source, including, after }];
  });
}

function typedColumns(session: Session, operation: CreateTable): GivenColumns {
  const type = operation.ofType === null ? undefined : relationOf(session, operation.ofType);
  return {
    columns:
      type?.kind === 'composite type'
        ? type.columns.map((column) => ({ ...column, addedBy: originOf(session) }))
        : [],
    notNull: [],
    checks: [],
  };
}

function sourcesComplete(session: Session, operation: CreateTable): boolean {
  const sources: readonly (Relation | undefined)[] = [
    ...operation.like.map(({ table }) => relationOf(session, table)),
    ...operation.inherits.map((name) => relationOf(session, name)),
    ...(operation.partitionOf === null ? [] : [relationOf(session, operation.partitionOf.parent)]),
  ];
  const typed = operation.ofType === null || findType(session, operation.ofType) !== undefined;
  return (
    typed && sources.every((source) => source !== undefined && (!('complete' in source) || source.complete))
  );
}
