import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { ObjectName } from '../../../postgres/name';
import type { Operation } from '../../../postgres/operation';
import { heirs, isIndex } from '../../catalog/find';
import type { Relation } from '../../catalog/relation';
import { relationOf } from '../../catalog/resolve';
import { relationInPlace } from '../../fold/view';
import { writesKept } from '../../roles/query';
import type { Situation } from '../../roles/situation';
import { targetOf, targetsOf } from '../../roles/target';
import type { RefusalJudge } from './names';
import { newForeignKeys } from './new-foreign-keys';

/** Relations that are of another kind than the statement takes. */
export const KIND_REFUSALS = {
  'wrong-kind': wrongKind,
  'foreign-table-in-the-way': foreignInTheWay,
  'refreshed-is-none': ({ operation, session }) =>
    operation.kind === 'refresh-materialized-view' &&
    areNot(session, [operation.view], ['materialized view']),
  'not-partitioned': ({ operation, session }) => {
    const parent = parentNamed(operation);
    return parent !== null && isOf(session, parent, ['table']);
  },
  'parent-is-no-table': ({ operation, session }) => {
    const parent = parentNamed(operation);
    return parent !== null && isOf(session, parent, ['view', 'materialized view', 'sequence']);
  },
  'referenced-is-no-table': ({ operation, session }) =>
    areNot(
      session,
      newForeignKeys(operation).map(({ referenced }) => referenced),
      TABLES,
    ),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

type Kind = Relation['kind'];
const TABLES: readonly Kind[] = ['table', 'partitioned table'];
const WITH_FOREIGN: readonly Kind[] = [...TABLES, 'foreign table'];
const WITH_MATERIALIZED: readonly Kind[] = [...TABLES, 'materialized view'];
const WITH_FILES: readonly Kind[] = [...WITH_FOREIGN, 'sequence', 'index', 'partitioned index'];

/** What LIKE takes. */
const COPIED: readonly Kind[] = [...WITH_MATERIALIZED, 'foreign table', 'view', 'composite type'];

/** What subcommands of ALTER TABLE take. Source: tablecmds.c, ATPrepCmd. As measured on 11 to 18. */
const ALTERED: Readonly<Partial<Record<Operation['kind'], readonly Kind[]>>> = {
  'add-column': WITH_FOREIGN,
  'drop-column': WITH_FOREIGN,
  'alter-column-type': WITH_FOREIGN,
  'set-not-null': WITH_FOREIGN,
  'drop-not-null': WITH_FOREIGN,
  'add-check': WITH_FOREIGN,
  'add-not-null': WITH_FOREIGN,
  'add-foreign-key': WITH_FOREIGN,
  'drop-constraint': WITH_FOREIGN,
  'validate-constraint': WITH_FOREIGN,
  'add-inherit': WITH_FOREIGN,
  'enable-trigger': WITH_FOREIGN,
  'row-security': TABLES,
  'create-policy': TABLES,
  'set-logged': WITH_FILES,
  'set-tablespace': [...WITH_FILES, 'materialized view'],
  'cluster-on': WITH_MATERIALIZED,
  'replica-identity': WITH_MATERIALIZED,
  'alter-sequence': ['sequence'],
  cluster: WITH_MATERIALIZED,
  'attach-index': ['index', 'partitioned index'],
};

/** What is to have a partition, or has it. */
function parentNamed(operation: Operation): ObjectName | null {
  if (operation.kind === 'create-table') return operation.partitionOf?.parent ?? null;
  return operation.kind === 'attach-partition' || operation.kind === 'detach-partition'
    ? operation.table
    : null;
}

function isOf(session: Situation['session'], name: ObjectName, kinds: readonly Kind[]): boolean {
  const relation = relationOf(session, name);
  return relation !== undefined && relation.origin.source !== 'assumed' && kinds.includes(relation.kind);
}

function areNot(
  session: Situation['session'],
  named: readonly ObjectName[],
  kinds: readonly Kind[],
): boolean {
  return named.some((name) => {
    const relation = relationOf(session, name);
    return relation !== undefined && relation.origin.source !== 'assumed' && !kinds.includes(relation.kind);
  });
}

/** Whether one of the relations is of a kind that the statement does not take. */
export function wrongKind(situation: Situation): boolean {
  const { operation, session } = situation;
  const { kind } = operation;
  const isNot = (named: readonly ObjectName[], kinds: readonly Kind[]): boolean =>
    areNot(session, named, kinds);
  if (kind === 'create-table')
    return (
      isNot(operation.inherits, WITH_FOREIGN) ||
      isNot(
        operation.like.map(({ table }) => table),
        COPIED,
      )
    );
  if (kind === 'create-view') return replacesOther(situation);
  if (kind === 'drop-table') return isNot(operation.tables, operation.foreign ? ['foreign table'] : TABLES);
  if (kind === 'drop-view')
    return isNot(operation.views, [operation.materialized ? 'materialized view' : 'view']);
  if (kind === 'drop-index') return isNot(operation.indexes, ['index', 'partitioned index']);
  if (kind === 'drop-sequence') return isNot(operation.sequences, ['sequence']);
  if (kind === 'lock-table') return isNot(names(situation), [...TABLES, 'view']);
  if (kind === 'truncate') return truncatesWrong(situation, isNot);
  if (kind === 'create-index')
    return (
      isNot(names(situation), [...TABLES, 'materialized view']) ||
      (operation.index.unique && hasForeignPartition(situation))
    );
  if (kind === 'query')
    return writesKept(situation).some(
      ({ relation, write }) =>
        write.command !== 'merge' &&
        relation.origin.source !== 'assumed' &&
        ![...TABLES, 'foreign table', 'view'].includes(relation.kind),
    );
  if (kind === 'add-primary-key' || kind === 'add-unique')
    return isNot(names(situation), WITH_FOREIGN) || hasForeignPartition(situation);
  if (kind === 'attach-partition') return isNot([operation.partition], WITH_FOREIGN);
  if (kind === 'reindex' && operation.name !== null)
    return (
      isNot(
        [operation.name],
        operation.what === 'index'
          ? ['index', 'partitioned index']
          : operation.what === 'table'
            ? [...TABLES, 'materialized view', 'index']
            : [],
      ) && operation.what !== 'schema'
    );
  if (kind === 'create-statistics')
    return isNot(names(situation), [...TABLES, 'foreign table', 'materialized view']);
  if (kind === 'copy-from')
    return copiesIntoView(situation) || isNot([operation.table], [...TABLES, 'foreign table', 'view']);
  if (kind === 'copy-table-to') {
    const kinds: readonly Kind[] = session.major >= 18 ? ['table', 'materialized view'] : ['table'];
    return isNot([operation.table], kinds);
  }
  if (kind === 'create-trigger') {
    if (operation.timing === 'instead-of') return isNot([operation.table], ['view']);
    return isNot([operation.table], operation.row ? WITH_FOREIGN : [...WITH_FOREIGN, 'view']);
  }
  if (
    (kind === 'rename-table' || kind === 'set-schema') &&
    (operation.as === 'view' || operation.as === 'materialized view' || operation.as === 'sequence')
  )
    return isNot([operation.table], [operation.as]);
  if (kind === 'set-options' && operation.as === 'index') return isNot([operation.table], ['index']);
  if (kind === 'add-inherit' && isNot([operation.parent], WITH_FOREIGN)) return true;
  const taken = ALTERED[kind];
  return taken !== undefined && isNot(names(situation), taken);
}

/** CREATE OR REPLACE VIEW of what is something else. */
function replacesOther({ operation, session }: Situation): boolean {
  if (operation.kind !== 'create-view' || !operation.replace) return false;
  const known = relationInPlace(session, operation);
  return known !== undefined && known.origin.certain && known.kind !== 'view';
}

function names(situation: Situation): readonly ObjectName[] {
  return targetsOf(situation).map(({ relation }) => relation);
}

/** COPY puts rows into a view only by a trigger INSTEAD OF. */
function copiesIntoView(situation: Situation): boolean {
  const relation = targetOf(situation);
  if (relation?.kind === 'materialized view') return true;
  return (
    relation?.kind === 'view' &&
    relation.origin.certain &&
    !relation.triggers.some(({ timing, events }) => timing === 'instead-of' && events.includes('insert'))
  );
}

function truncatesWrong(
  situation: Situation,
  isNot: (names: readonly ObjectName[], kinds: readonly Kind[]) => boolean,
): boolean {
  const foreign: readonly Kind[] = situation.session.major >= 14 ? ['foreign table'] : [];
  if (isNot(names(situation), [...TABLES, ...foreign])) return true;
  if (situation.session.major < 14 && hasForeignPartition(situation)) return true;
  return targetsOf(situation).some(({ relation, only }) => only && relation.kind === 'partitioned table');
}

function hasForeignPartition(situation: Situation): boolean {
  return targetsOf(situation).some(({ relation }) =>
    heirs(situation.session.catalog, relation.id).some(({ kind }) => kind === 'foreign table'),
  );
}

/** Constraints that need an index, and TRUNCATE where the wrapper cannot (file_fdw). */
function foreignInTheWay(situation: Situation): boolean {
  const { operation, session } = situation;
  const relation = targetOf(situation);
  if (relation === undefined || isIndex(relation)) return false;
  if (
    operation.kind === 'add-primary-key' ||
    operation.kind === 'add-unique' ||
    operation.kind === 'add-foreign-key'
  )
    return relation.kind === 'foreign table';
  return (
    operation.kind === 'truncate' &&
    session.catalog.extensions.has('file_fdw') &&
    (relation.kind === 'foreign table' || hasForeignPartition(situation))
  );
}
