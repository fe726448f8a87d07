import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { ObjectName } from '../../../postgres/name';
import type { Operation } from '../../../postgres/operation';
import type { ObjectType } from '../../../postgres/operations/object';
import type { TypeName } from '../../../postgres/type-name';
import { nameKey } from '../../catalog/catalog';
import { findFunctions, findType, nameForCreation, relationOf } from '../../catalog/resolve';
import { bringsUnknown } from '../../roles/extension';
import type { Situation } from '../../roles/situation';
import { isKnownType } from '../known-type';
import { isSchemaMissing } from './missing-names';
import type { RefusalJudge } from './names';

/** Types, functions, schemas and publications. */
export const OBJECT_REFUSALS = {
  'schema-of-type-missing': (situation) => {
    const type = typesNamed(situation).find((each) => isTypeMissing(situation, each));
    return type !== undefined && isSchemaMissing(situation, type.schema);
  },
  'type-missing': (situation) => typesNamed(situation).some((type) => isTypeMissing(situation, type)),
  'type-name-taken': typeNameTaken,
  'function-missing': functionMissing,
  'schema-of-function-missing': (situation) =>
    functionMissing(situation) &&
    functionsNamed(situation.operation).some(({ schema }) => isSchemaMissing(situation, schema)),
  'schema-missing': schemaMissing,
  'schema-name-taken': ({ operation, session }) =>
    (operation.kind === 'create-schema' &&
      !operation.ifNotExists &&
      session.catalog.schemas.get(operation.schema)?.certain === true) ||
    (operation.kind === 'rename-schema' && session.catalog.schemas.get(operation.to)?.certain === true),
  'publication-missing': publicationMissing,
  'table-not-published': tableNotPublished,
  'publishes-all-tables': ({ operation, session }) =>
    operation.kind === 'alter-publication' &&
    operation.tables.length > 0 &&
    session.catalog.publications.get(operation.publication)?.allTables === true,
  'publication-name-taken': publicationNameTaken,
  'columns-without-analyze': ({ operation }) =>
    operation.kind === 'vacuum' &&
    !operation.analyze &&
    operation.tables.some(({ columns }) => columns.length > 0),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function typesNamed({ operation }: Situation): readonly TypeName[] {
  const { kind } = operation;
  const plain = (name: ObjectName): TypeName => ({ ...name, modifiers: [], arrayDimensions: 0 });
  if (kind === 'add-column') return operation.column.type === null ? [] : [operation.column.type];
  if (kind === 'create-table') {
    const columns = operation.columns.flatMap(({ type }) => type ?? []);
    return operation.ofType === null ? columns : [plain(operation.ofType), ...columns];
  }
  if (kind === 'alter-column-type') return [operation.type];
  if (kind === 'alter-domain') return [plain(operation.domain)];
  if (kind === 'add-enum-value' || kind === 'rename-enum-value' || kind === 'add-of-type')
    return [plain(operation.type)];
  if (kind === 'alter-composite-type') return 'type' in operation.change ? [operation.change.type] : [];
  if (kind === 'create-composite-type') return operation.attributes.map(({ type }) => type);
  if (kind === 'create-domain') return [operation.type];
  if (kind === 'alter-object')
    return operation.objectType === 'type' || operation.objectType === 'domain'
      ? [plain(operation.name)]
      : [];
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
  if (operation.kind === 'alter-object')
    return isRoutine(operation.objectType) && findFunctions(session, operation.name).length === 0;
  if (operation.kind === 'create-event-trigger')
    return findFunctions(session, operation.function).length === 0;
  if (operation.kind !== 'create-trigger') return false;
  const { name } = operation.function;
  return findFunctions(session, operation.function).length === 0 && !SYSTEM_TRIGGERS.has(name);
}

function isRoutine(type: ObjectType): boolean {
  return type === 'function' || type === 'procedure' || type === 'routine';
}

function functionsNamed(operation: Operation): readonly ObjectName[] {
  if (operation.kind === 'drop-function') return operation.functions.map(({ name }) => name);
  if (operation.kind === 'alter-object') return [operation.name];
  return operation.kind === 'create-trigger' ? [operation.function] : [];
}

const SYSTEM_TRIGGERS: ReadonlySet<string> = new Set([
  'suppress_redundant_updates_trigger',
  'tsvector_update_trigger',
  'tsvector_update_trigger_column',
  'unique_key_recheck',
]);

function schemaMissing(situation: Situation): boolean {
  const { operation, statement, session } = situation;
  const { schemas, complete } = session.catalog;
  if (!complete || statement.some((other) => other.kind === 'create-schema')) return false;
  const { kind } = operation;
  if (kind === 'drop-schema')
    return !operation.ifExists && operation.schemas.some((schema) => !schemas.has(schema));
  if (kind === 'rename-schema') return !schemas.has(operation.schema);
  if (kind === 'set-schema') return !operation.ifExists && !schemas.has(operation.schema);
  if (kind === 'create-view' || kind === 'create-materialized-view')
    return isSchemaMissing(situation, operation.view.schema);
  if (kind === 'create-table-as')
    return operation.persistence !== 'temporary' && isSchemaMissing(situation, operation.table.schema);
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
  return operation.kind === 'alter-publication' && !publications.has(operation.publication);
}

function tableNotPublished({ operation, session }: Situation): boolean {
  if (operation.kind !== 'alter-publication' || operation.action !== 'drop' || !session.catalog.complete)
    return false;
  const known = session.catalog.publications.get(operation.publication);
  return (
    known !== undefined &&
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
