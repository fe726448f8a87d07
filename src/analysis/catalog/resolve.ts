import type { ObjectName } from '../../postgres/name';
import type { Persistence } from '../../postgres/operations/table';
import type { TypeName } from '../../postgres/type-name';
import type { Session } from '../session';
import { searchPath } from '../settings';
import type { ResolvedName, UserFunction, UserType } from './catalog';
import { nameKey } from './catalog';
import { isTable } from './find';
import type { Relation, RelationId, Table } from './relation';
import { fullSignatureOf, signatureOf, typesText } from './signature';

/** The schema under which the catalog keeps temporary relations. */
export const TEMPORARY_SCHEMA = 'pg_temp';

/** The relation that a name means: pg_temp first, then the search_path. */
export function resolve(session: Session, name: ObjectName): RelationId | undefined {
  const { names } = session.catalog;
  if (name.schema !== null) return names.get(nameKey(name.schema, name.name));
  const temporary =
    session.catalog.temporary.length === 0 ? undefined : names.get(nameKey(TEMPORARY_SCHEMA, name.name));
  if (temporary !== undefined) return temporary;
  for (const schema of searchPath(session)) {
    const id = names.get(nameKey(schema, name.name));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The relation that a name means, if the catalog knows it. */
export function relationOf(session: Session, name: ObjectName): Relation | undefined {
  const id = resolve(session, name);
  return id === undefined ? undefined : session.catalog.relations.get(id);
}

/** The table that a name means, if the catalog knows it as a table. */
export function tableOf(session: Session, name: ObjectName): Table | undefined {
  const relation = relationOf(session, name);
  return relation !== undefined && isTable(relation) ? relation : undefined;
}

/** The name that a new object gets: in the first schema of the search_path that exists. */
export function nameForCreation(
  session: Session,
  name: ObjectName,
  persistence: Persistence = 'permanent',
): ResolvedName {
  if (persistence === 'temporary') return { schema: TEMPORARY_SCHEMA, name: name.name };
  return { schema: name.schema ?? creationSchema(session), name: name.name };
}

/** The user-made type that a name means; undefined for a type of the system and for one that the catalog does not know. */
export function findType(session: Session, name: ObjectName): UserType | undefined {
  const { types } = session.catalog;
  if (types.size === 0) return undefined;
  if (name.schema !== null) return types.get(nameKey(name.schema, name.name));
  if (SYSTEM_TYPES.has(name.name)) return undefined;
  for (const schema of searchPath(session)) {
    const type = types.get(nameKey(schema, name.name));
    if (type !== undefined) return type;
  }
  return undefined;
}

/** A type with the schema of the user-made type or table that it means; types of the system have none. */
export function resolveType(session: Session, type: TypeName): TypeName {
  if (type.schema !== null) return type.schema === 'pg_catalog' ? { ...type, schema: null } : type;
  if (SYSTEM_TYPES.has(type.name)) return type;
  const known = findType(session, type) ?? relationOf(session, type);
  return known === undefined ? type : { ...type, schema: known.schema };
}

/**
 * The functions that a name may mean: the overloads of all schemas of the search_path, the earlier ones first, without those that one of
 * the same parameters hides. Source: namespace.c, FuncnameGetCandidates.
 */
export function findFunctions(session: Session, name: ObjectName): readonly UserFunction[] {
  const { functions } = session.catalog;
  if (functions.size === 0) return [];
  if (name.schema !== null) return functions.get(nameKey(name.schema, name.name)) ?? [];
  const found = new Map<string, UserFunction>();
  for (const known of searchPath(session).flatMap(
    (schema) => functions.get(nameKey(schema, name.name)) ?? [],
  )) {
    const signature = signatureOf(known);
    if (!found.has(signature)) found.set(signature, known);
  }
  return [...found.values()];
}

/** The function that a statement means by a name and, where there are several, by parameters. */
export function functionMeant(
  session: Session,
  name: ObjectName,
  parameters: readonly TypeName[] | null,
): UserFunction | undefined {
  const found = findFunctions(session, name);
  if (parameters === null) return found.length === 1 ? found[0] : undefined;
  const types = typesText(parameters.map((type) => resolveType(session, type)));
  return found.find((known) => signatureOf(known) === types || fullSignatureOf(known) === types);
}

/** Whether a name means something of the system's own, of which the catalog holds nothing. */
export function isSystemName(name: ObjectName): boolean {
  if (name.schema === null) return name.name.startsWith('pg_');
  return name.schema === 'pg_catalog' || name.schema === 'information_schema' || name.schema === 'pg_toast';
}

function creationSchema(session: Session): string {
  const path = searchPath(session);
  return path.find((schema) => session.catalog.schemas.has(schema)) ?? path[0] ?? 'public';
}

/** Names of pg_catalog that come before any user-made type of the same name (pg_type.dat). */
const SYSTEM_TYPES: ReadonlySet<string> = new Set(
  (
    'bool bytea char name int8 int2 int2vector int4 regproc text oid tid xid cid oidvector json xml jsonb jsonpath point lseg path ' +
    'box polygon line float4 float8 money macaddr macaddr8 inet cidr bpchar varchar date time timestamp timestamptz interval ' +
    'timetz bit varbit numeric refcursor regprocedure regoper regoperator regclass regcollation regtype regrole regnamespace ' +
    'uuid pg_lsn tsvector gtsvector tsquery regconfig regdictionary int4range numrange tsrange tstzrange daterange int8range ' +
    'int4multirange nummultirange tsmultirange tstzmultirange datemultirange int8multirange record cstring any anyarray void ' +
    'trigger event_trigger anyelement anynonarray anyenum anyrange anycompatible xid8 pg_snapshot txid_snapshot serial bigserial ' +
    'smallserial unknown circle'
  ).split(' '),
);
