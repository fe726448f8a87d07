import type { RoleName } from '../../postgres/effects/role';
import type { ObjectName } from '../../postgres/name';
import { sequencesIn } from '../catalog/expression-edit';
import { heirs, ownedSequences } from '../catalog/find';
import type { Relation } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { named } from './indexes';
import { KEY_ROLES } from './keys';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, known, NOBODY } from './situation';
import { RELATION_TYPES, targetTable, targetsOf } from './target';

/** Sequences, and what comments, triggers and publications speak of. */
export const OBJECT_ROLES = {
  'owned-sequences': (situation) =>
    all(
      targetsOf(situation).flatMap(({ relation }) => ownedSequences(situation.session.catalog, relation.id)),
    ),
  'restarted-sequences': restartedSequences,
  'identity-sequence': identitySequence,
  'sequences-of-default': sequencesOfDefault,
  'owning-table': owningTable,
  'trigger-referenced': ({ operation, session }) =>
    operation.kind === 'create-trigger' && operation.referenced !== null
      ? named(session, operation.referenced)
      : NOBODY,
  'commented-relation': ({ operation, session }) => {
    if (operation.kind !== 'comment' && operation.kind !== 'security-label') return NOBODY;
    const isRelation = RELATION_TYPES.has(operation.objectType) || operation.objectType === 'column';
    return isRelation ? named(session, operation.relation ?? operation.name) : NOBODY;
  },
  'commented-part': ({ operation, session }) => {
    if (operation.kind !== 'comment' && operation.kind !== 'security-label') return NOBODY;
    const { objectType, relation } = operation;
    const isPart =
      objectType === 'constraint' ||
      objectType === 'trigger' ||
      objectType === 'rule' ||
      objectType === 'policy';
    return isPart && relation !== null ? named(session, relation) : NOBODY;
  },
  published,
} satisfies Partial<Record<RoleName, Resolver>>;

/** RESTART IDENTITY: of the tables that are named, of their heirs, and of those that CASCADE empties along with them. */
function restartedSequences(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  if (operation.kind !== 'truncate' || !operation.restartIdentity) return NOBODY;
  const along = KEY_ROLES['truncated-along'](situation);
  const emptied = targetsOf(situation).flatMap(({ relation, only }) => [
    relation,
    ...(only ? [] : heirs(session.catalog, relation.id)),
  ]);
  return known(
    [...emptied, ...along.relations].flatMap(({ id }) => ownedSequences(session.catalog, id)),
    along.complete,
  );
}

function identitySequence(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (table === undefined || !('column' in operation) || typeof operation.column !== 'string') return NOBODY;
  return all(ownedSequences(session.catalog, table.id, operation.column).filter(({ identity }) => identity));
}

/** nextval() is called for each row that is there. */
function sequencesOfDefault(situation: Situation): RoleAnswer {
  const { operation, session } = situation;
  if (operation.kind !== 'add-column' || operation.column.default === null) return NOBODY;
  const table = targetTable(situation);
  const rows = [table, ...(table === undefined ? [] : heirs(session.catalog, table.id))].map(
    (each) => each?.rows ?? 'unknown',
  );
  if (rows.every((each) => each === 'none')) return NOBODY;
  const answer = all(sequencesIn(operation.column.default).flatMap((name) => sequence(session, name)));
  return rows.includes('some') ? answer : { ...answer, unless: 'no row is there' };
}

function sequence(session: Situation['session'], name: ObjectName): readonly Relation[] {
  const relation = relationOf(session, name);
  return relation?.kind === 'sequence' ? [relation] : [];
}

function owningTable({ operation, session }: Situation): RoleAnswer {
  if (operation.kind !== 'create-sequence' && operation.kind !== 'alter-sequence') return NOBODY;
  const { ownedBy } = operation;
  return ownedBy === null || ownedBy === 'none' ? NOBODY : named(session, ownedBy.table);
}

/** FOR TABLE takes heirs by INHERITS along unless ONLY is written; SET also lets go of the tables of before. */
function published({ operation, session }: Situation): RoleAnswer {
  if (operation.kind !== 'create-publication' && operation.kind !== 'alter-publication') return NOBODY;
  const { catalog } = session;
  const tables = operation.tables.flatMap(({ table, only }) => {
    const relation = relationOf(session, table);
    if (relation === undefined) return [];
    return only || relation.kind === 'partitioned table'
      ? [relation]
      : [relation, ...heirs(catalog, relation.id)];
  });
  const before =
    operation.kind === 'alter-publication' && operation.action === 'set'
      ? catalog.publications.get(operation.publication)
      : undefined;
  return known(
    [...tables, ...(before?.tables ?? []).flatMap(({ table }) => catalog.relations.get(table) ?? [])],
    catalog.complete || before === undefined,
  );
}
