import { isExclusionIndex } from '../../catalog/exclusion-index';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { columnsOf } from '../../../postgres/expression';
import type { Expression } from '../../../postgres/expression';
import { heirs, isIndex, isTable, isView, relationNamed } from '../../catalog/find';
import type { Relation } from '../../catalog/relation';
import { relationOf } from '../../catalog/resolve';
import { doomedBy } from '../../roles/doomed';
import { dropOf } from '../../roles/drop-roots';
import { inheritedKeysTo, keysTo } from '../../roles/keys';
import { relationsDropped } from '../../roles/dropped-in-statement';
import type { Situation } from '../../roles/situation';
import { targetOf, targetsOf, targetTable } from '../../roles/target';
import type { RefusalJudge } from './names';
import { hasServersOf, standsOnObject } from './standing';

/** What keeps objects from being dropped or emptied. */
export const DROP_REFUSALS = {
  'something-depends-on-it': somethingDepends,
  'index-of-constraint': (situation) =>
    droppedIndexes(situation).some((index) => isIndex(index) && index.constraint !== null),
  'index-of-partitioned': (situation) =>
    droppedIndexes(situation).some((index) => isIndex(index) && index.parent !== null),
  'identity-sequence-of-table': ({ operation, session }) =>
    operation.kind === 'drop-sequence' &&
    operation.sequences.some((name) => {
      const sequence = relationOf(session, name);
      return sequence?.kind === 'sequence' && sequence.identity;
    }),
  'sequence-of-table': (situation) => {
    const sequence = targetOf(situation);
    return sequence?.kind === 'sequence' && sequence.ownedBy !== null;
  },
  'sequence-in-other-schema': ({ operation, session }) => {
    if (operation.kind !== 'alter-sequence' || operation.ownedBy === null || operation.ownedBy === 'none')
      return false;
    const sequence = relationOf(session, operation.sequence);
    const table = relationOf(session, operation.ownedBy.table);
    const known = [sequence, table].every((each) => each !== undefined && each.origin.source !== 'assumed');
    return known && sequence?.schema !== table?.schema;
  },
  'index-not-clusterable': (situation) => {
    const { operation, session } = situation;
    if (operation.kind !== 'cluster' && operation.kind !== 'cluster-on') return false;
    const schema = targetOf(situation)?.schema;
    if (operation.index === null || schema === undefined) return false;
    const index = relationNamed(session.catalog, { schema, name: operation.index });
    if (index === undefined || !isIndex(index) || !index.complete) return false;
    return index.predicate !== null || ['hash', 'gin', 'brin', 'spgist'].includes(index.method);
  },
  'never-clustered': (situation) => {
    const { operation, session } = situation;
    const relation = targetOf(situation);
    return (
      operation.kind === 'cluster' &&
      operation.index === null &&
      session.catalog.complete &&
      relation !== undefined &&
      relation.clusteredOn === undefined
    );
  },
  'inherited-trigger': (situation) => {
    const { operation } = situation;
    return (
      (operation.kind === 'drop-trigger' || operation.kind === 'rename-trigger') &&
      targetTable(situation)?.triggers.some(
        ({ name, inherited }) => name === operation.trigger && inherited,
      ) === true
    );
  },
  'column-published': (situation) => {
    const { operation } = situation;
    return operation.kind === 'drop-column' && !operation.cascade && isPublished(situation, operation.column);
  },
  'referenced-and-not-truncated': referencedElsewhere,
  'several-concurrently': severalConcurrently,
  'exclusion-concurrently': exclusionConcurrently,
  'no-unique-index-to-refresh': ({ operation, session }) => {
    if (operation.kind !== 'refresh-materialized-view' || !operation.concurrently) return false;
    const view = relationOf(session, operation.view);
    if (view === undefined || !isView(view) || !view.origin.certain) return false;
    return view.indexes.every((id) => {
      const index = session.catalog.relations.get(id);
      return (
        index === undefined ||
        !isIndex(index) ||
        !index.unique ||
        index.predicate !== null ||
        index.keys.some(({ column }) => column === null)
      );
    });
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function somethingDepends(situation: Situation): boolean {
  const { operation, session } = situation;
  if (operation.kind === 'drop-schema' && !operation.cascade)
    return (dropOf(situation)?.roots.length ?? 0) > 0;
  if (operation.kind === 'drop-extension' && !operation.cascade)
    return (
      dropOf(situation)?.roots.some(({ kind }) => kind === 'relation' || kind === 'column') === true ||
      operation.extensions.some((extension) => hasServersOf(session, extension))
    );
  if (operation.kind === 'drop-object' && !operation.cascade) return standsOnObject(session, operation);
  const drop = dropOf(situation);
  if (drop === null || drop.cascade) return false;
  const { refusedBy } = doomedBy(session, drop.roots, false);
  // What an earlier part of the statement takes along is gone.
  const gone = refusedBy.length === 0 ? new Set() : relationsDropped(situation);
  return refusedBy.some(({ object }) => object.kind !== 'relation' || !gone.has(object.id));
}

function droppedIndexes({ operation, session }: Situation): readonly Relation[] {
  return operation.kind === 'drop-index'
    ? operation.indexes.flatMap((name) => relationOf(session, name) ?? [])
    : [];
}

/** Whether a publication names the column in its list or condition. */
export function isPublished(situation: Situation, column: string): boolean {
  const table = targetTable(situation);
  const mentions = (where: Expression | null): boolean => where !== null && columnsOf(where).includes(column);
  return [...situation.session.catalog.publications.values()].some(({ tables }) =>
    tables.some(
      (published) =>
        published.table === table?.id && (published.columns.includes(column) || mentions(published.where)),
    ),
  );
}

/** TRUNCATE without CASCADE of a table that another one refers to, which is not emptied with it. */
function referencedElsewhere(situation: Situation): boolean {
  const { operation, session } = situation;
  if (operation.kind !== 'truncate' || operation.cascade) return false;
  const { catalog } = session;
  const emptied = targetsOf(situation).flatMap(({ relation, only }) => [
    relation,
    ...(only ? [] : heirs(catalog, relation.id)),
  ]);
  return emptied.some(
    (relation) =>
      isTable(relation) &&
      [...keysTo(catalog, relation), ...inheritedKeysTo(catalog, relation)].some(
        ({ table, key }) =>
          key.enforced && key.origin.certain && table.origin.certain && !emptied.includes(table),
      ),
  );
}

function severalConcurrently({ operation, session }: Situation): boolean {
  if (operation.kind === 'create-index')
    return operation.concurrently && relationOf(session, operation.index.table)?.kind === 'partitioned table';
  if (operation.kind !== 'drop-index' || !operation.concurrently) return false;
  const partitioned = operation.indexes.some(
    (name) => relationOf(session, name)?.kind === 'partitioned index',
  );
  return operation.indexes.length > 1 || operation.cascade || partitioned;
}

/** REINDEX of one index: of an exclusion constraint only without CONCURRENTLY, of a partitioned index from 14 on. */
function exclusionConcurrently({ operation, session }: Situation): boolean {
  if (operation.kind !== 'reindex') return false;
  if (operation.what === 'system' && operation.concurrently) return true;
  const index =
    operation.what === 'index' && operation.name !== null ? relationOf(session, operation.name) : undefined;
  if (index === undefined || !isIndex(index)) return false;
  if (index.kind === 'partitioned index' && session.major < 14) return true;
  return operation.concurrently && isExclusionIndex(session.catalog, index);
}
