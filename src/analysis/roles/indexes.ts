import type { RoleName } from '../../postgres/effects/role';
import {
  childrenOf,
  indexById,
  indexesOf,
  isIndex,
  isTable,
  ownedSequences,
  tableById,
} from '../catalog/find';
import type { Index, Relation, RelationId, Table } from '../catalog/relation';
import { relationNamed } from '../catalog/find';
import { relationOf } from '../catalog/resolve';
import { indexMentions } from '../fold/dependents';
import type { Session } from '../session';
import { matchingIndex } from './index-match';
import { FAMILY_ROLES, partitionsOf } from './family';
import { constraintNamedBy } from './named-constraint';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, known, NOBODY } from './situation';
import { targetOf, targetTable } from './target';
import { typedTables } from './types';

/** Indexes of what the statement names. */
export const INDEX_ROLES = {
  indexes: (situation) => indexesOfAnswer(situation, FAMILY_ROLES.table(situation), false),
  'indexes-with-rows': (situation) => indexesOfAnswer(situation, FAMILY_ROLES.table(situation), true),
  'family-indexes': (situation) => indexesOfAnswer(situation, FAMILY_ROLES.family(situation), true),
  'column-indexes': (situation) => known(columnIndexes(situation), true),
  'tables-of-column-indexes': (situation) =>
    all(
      columnIndexes(situation).flatMap((index) => situation.session.catalog.relations.get(index.table) ?? []),
    ),
  'indexes-of-typed-tables': (situation) => indexesOfAnswer(situation, typedTables(situation), true),
  'named-index': namedIndex,
  'used-index': usedIndex,
  'constraint-index': constraintIndex,
  'adopted-indexes': adoptedIndexes,
} satisfies Partial<Record<RoleName, Resolver>>;

/** The indexes of the relations of another answer; `withRows`: without the partitioned ones, which hold nothing. */
export function indexesOfAnswer({ session }: Situation, answer: RoleAnswer, withRows: boolean): RoleAnswer {
  const indexes = answer.relations.flatMap((relation) => indexesOf(session.catalog, relation.id));
  const complete =
    answer.complete && answer.relations.every((relation) => !isTable(relation) || relation.complete);
  return {
    ...known(withRows ? indexes.filter(({ kind }) => kind === 'index') : indexes, complete),
    ...(answer.unless === undefined ? {} : { unless: answer.unless }),
  };
}

/**
 * The indexes that planning a query opens: those of every table with rows, and from 16 on those of partitioned tables too; before
 * only where these have no partitions and (from 12 on) are named themselves, as they are planned like plain tables then
 * (plancat.c, get_relation_info); `alone` are those that ONLY stands before.
 */
export function plannedIndexes(
  situation: Situation,
  answer: RoleAnswer,
  alone: ReadonlySet<RelationId> = new Set(),
): RoleAnswer {
  const { catalog, major } = situation.session;
  const indexes = indexesOfAnswer(situation, answer, false);
  if (major >= 16) return indexes;
  const planned = new Set(answer.relations.map(({ id }) => id));
  const opened = (index: Relation): boolean => {
    if (index.kind === 'index') return true;
    const table = isIndex(index) ? tableById(catalog, index.table) : undefined;
    if (table !== undefined && alone.has(table.id)) return true;
    if (table === undefined || childrenOf(catalog, table.id).length > 0 || !table.complete) return false;
    if (table.hadPartitions === true && major >= 12) return false;
    return major < 12 || table.partition === null || !planned.has(table.partition.parent);
  };
  return { ...indexes, relations: indexes.relations.filter(opened) };
}

function columnIndexes(situation: Situation): readonly Index[] {
  const { operation, session } = situation;
  if (!('column' in operation) || typeof operation.column !== 'string') return [];
  const { column } = operation;
  return FAMILY_ROLES.family(situation).relations.flatMap((relation) =>
    indexesOf(session.catalog, relation.id).filter((index) => indexMentions(index, column)),
  );
}

function namedIndex(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  const name =
    operation.kind === 'cluster-on' || operation.kind === 'replica-identity' ? operation.index : null;
  return name === null ? NOBODY : indexNamed(session, targetOf(situation), name);
}

function usedIndex(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  if (operation.kind !== 'add-unique' && operation.kind !== 'add-primary-key') return NOBODY;
  const name = operation.constraint.usingIndex;
  return name === null ? NOBODY : indexNamed(session, targetOf(situation), name);
}

/** An index has the schema of its table. */
export function indexNamed(session: Session, table: Relation | undefined, name: string): RoleAnswer {
  if (table === undefined) return NOBODY;
  const index = relationNamed(session.catalog, { schema: table.schema, name });
  return index === undefined || !isIndex(index) ? NOBODY : all([index]);
}

function constraintIndex(situation: Situation): RoleAnswer {
  const constraint = constraintNamedBy(situation);
  if (constraint === undefined || !('index' in constraint)) return NOBODY;
  const index = indexById(situation.session.catalog, constraint.index);
  return index === undefined ? NOBODY : all([index]);
}

function adoptedIndexes(situation: Situation): RoleAnswer {
  const { session } = situation;
  const table = targetTable(situation);
  if (table === undefined || ('only' in situation.operation && situation.operation.only)) return NOBODY;
  return all(
    partitionsOf(session.catalog, table).flatMap((partition): readonly Relation[] => {
      const match = matchingIndex(situation, partition);
      return match === undefined ? [] : [match];
    }),
  );
}

/** Sequences that belong to columns of a table. */
export function sequencesOf({ session }: Situation, table: Table): readonly Relation[] {
  return ownedSequences(session.catalog, table.id);
}

/** The relation of a name, as an answer. */
export function named(
  session: Session,
  name: { readonly schema: string | null; readonly name: string },
): RoleAnswer {
  const relation = relationOf(session, name);
  return relation === undefined ? NOBODY : all([relation]);
}
