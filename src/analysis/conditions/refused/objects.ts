import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { ObjectName } from '../../../postgres/name';
import type { TypeName } from '../../../postgres/type-name';
import { nameKey } from '../../catalog/catalog';
import { heirs, isIndex } from '../../catalog/find';
import type { Relation } from '../../catalog/relation';
import { findFunctions, findType, nameForCreation, relationOf } from '../../catalog/resolve';
import { bringsUnknown } from '../../roles/extension';
import { writesKept } from '../../roles/query';
import type { Situation } from '../../roles/situation';
import { targetOf, targetsOf } from '../../roles/target';
import { isKnownType } from '../known-type';
import type { RefusalJudge } from './names';

/** Types, functions, schemas and publications. */
export const OBJECT_REFUSALS = {
  'type-missing': (situation) => typesNamed(situation).some((type) => isTypeMissing(situation, type)),
  'type-name-taken': typeNameTaken,
  'function-missing': functionMissing,
  'schema-missing': schemaMissing,
  'schema-name-taken': ({ operation, session }) =>
    (operation.kind === 'create-schema' &&
      !operation.ifNotExists &&
      session.catalog.schemas.get(operation.schema)?.certain === true) ||
    (operation.kind === 'rename-schema' && session.catalog.schemas.get(operation.to)?.certain === true),
  'publication-missing': publicationMissing,
  'publishes-all-tables': ({ operation, session }) =>
    operation.kind === 'alter-publication' &&
    operation.tables.length > 0 &&
    session.catalog.publications.get(operation.publication)?.allTables === true,
  'publication-name-taken': publicationNameTaken,
  'wrong-kind': wrongKind,
  'foreign-table-in-the-way': foreignInTheWay,
  'columns-without-analyze': ({ operation }) =>
    operation.kind === 'vacuum' &&
    !operation.analyze &&
    operation.tables.some(({ columns }) => columns.length > 0),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function typesNamed({ operation }: Situation): readonly TypeName[] {
  const { kind } = operation;
  const plain = (name: ObjectName): TypeName => ({ ...name, modifiers: [], arrayDimensions: 0 });
  if (kind === 'add-column') return operation.column.type === null ? [] : [operation.column.type];
  if (kind === 'create-table') return operation.columns.flatMap(({ type }) => type ?? []);
  if (kind === 'alter-column-type') return [operation.type];
  if (kind === 'alter-domain') return [plain(operation.domain)];
  if (
    kind === 'add-enum-value' ||
    kind === 'rename-enum-value' ||
    kind === 'alter-composite-type' ||
    kind === 'add-of-type'
  )
    return [plain(operation.type)];
  return kind === 'drop-type' && !operation.ifExists ? operation.types.map(plain) : [];
}

function isTypeMissing({ operation, session }: Situation, type: TypeName): boolean {
  const { catalog } = session;
  // SERIAL is a word of column definitions, not a type.
  if (/^(?:big|small)?serial$/.test(type.name) && type.schema === null)
    return operation.kind === 'alter-column-type';
  if (
    !catalog.complete ||
    bringsUnknown(catalog) ||
    type.schema === 'pg_catalog' ||
    isKnownType(type, session.major)
  )
    return false;
  const relation = relationOf(session, type);
  return (
    findType(session, type) === undefined && (relation === undefined || relation.origin.source === 'assumed')
  );
}

function typeNameTaken({ operation, session }: Situation): boolean {
  const name =
    operation.kind === 'create-domain'
      ? operation.domain
      : 'type' in operation && operation.kind.startsWith('create-')
        ? operation.type
        : null;
  if (name === null) return false;
  const { schema, name: own } = nameForCreation(session, name);
  const known = session.catalog.types.get(nameKey(schema, own));
  return known !== undefined && known.origin.certain;
}

function functionMissing({ operation, session }: Situation): boolean {
  if (!session.catalog.complete || bringsUnknown(session.catalog)) return false;
  if (operation.kind === 'drop-function')
    return (
      !operation.ifExists &&
      operation.what !== 'aggregate' &&
      operation.functions.some(({ name }) => findFunctions(session, name).length === 0)
    );
  if (operation.kind !== 'create-trigger') return false;
  const { name } = operation.function;
  return findFunctions(session, operation.function).length === 0 && !SYSTEM_TRIGGERS.has(name);
}

const SYSTEM_TRIGGERS: ReadonlySet<string> = new Set([
  'suppress_redundant_updates_trigger',
  'tsvector_update_trigger',
  'tsvector_update_trigger_column',
  'unique_key_recheck',
]);

function schemaMissing({ operation, statement, session }: Situation): boolean {
  const { schemas, complete } = session.catalog;
  if (!complete || statement.some((other) => other.kind === 'create-schema')) return false;
  const { kind } = operation;
  if (kind === 'drop-schema')
    return !operation.ifExists && operation.schemas.some((schema) => !schemas.has(schema));
  if (kind === 'set-schema') return !operation.ifExists && !schemas.has(operation.schema);
  if (kind === 'create-table' && operation.table.schema !== null && operation.persistence !== 'temporary')
    return !schemas.has(operation.table.schema) && !operation.table.schema.startsWith('pg_temp');
  return (
    kind === 'alter-object' &&
    operation.change === 'set-schema' &&
    operation.to !== null &&
    !schemas.has(operation.to)
  );
}

function publicationMissing({ operation, session }: Situation): boolean {
  const { complete, publications } = session.catalog;
  if (!complete) return false;
  if (operation.kind === 'drop-publication')
    return !operation.ifExists && operation.publications.some((name) => !publications.has(name));
  if (operation.kind !== 'alter-publication') return false;
  const known = publications.get(operation.publication);
  if (known === undefined) return true;
  return (
    operation.action === 'drop' &&
    operation.tables.some(({ table }) =>
      known.tables.every((own) => own.table !== relationOf(session, table)?.id),
    )
  );
}

function publicationNameTaken({ operation, session }: Situation): boolean {
  const { publications } = session.catalog;
  if (operation.kind === 'create-publication') return publications.has(operation.publication);
  if (operation.kind !== 'alter-publication' || operation.action !== 'add') return false;
  const known = publications.get(operation.publication);
  return (
    known !== undefined &&
    operation.tables.some(({ table }) =>
      known.tables.some((own) => own.table === relationOf(session, table)?.id),
    )
  );
}

type Kind = Relation['kind'];
const TABLES: readonly Kind[] = ['table', 'partitioned table'];

/** What statements take that do not take every relation. */
function wrongKind(situation: Situation): boolean {
  const { operation, session } = situation;
  const { kind } = operation;
  const isNot = (names: readonly ObjectName[], kinds: readonly Kind[]): boolean =>
    names.some((name) => {
      const relation = relationOf(session, name);
      return relation !== undefined && relation.origin.source !== 'assumed' && !kinds.includes(relation.kind);
    });
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
  if (kind === 'refresh-materialized-view') return isNot([operation.view], ['materialized view']);
  if (kind === 'add-primary-key' || kind === 'add-unique') return hasForeignPartition(situation);
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
    return operation.row && isNot([operation.table], [...TABLES, 'foreign table']);
  }
  if (kind === 'add-column') return isNot(names(situation), [...TABLES, 'foreign table']);
  if (
    kind === 'rename-table' &&
    (operation.as === 'view' || operation.as === 'materialized view' || operation.as === 'sequence')
  )
    return isNot([operation.table], [operation.as]);
  if (kind === 'set-options' && operation.as === 'index') return isNot([operation.table], ['index']);
  return false;
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
