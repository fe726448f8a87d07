import type { ObjectName } from '../../postgres/name';
import type { OperationOf } from '../../postgres/operation';
import type { Query, QueryColumn } from '../../postgres/query';
import type { TypeName } from '../../postgres/type-name';
import { isPlaceholder } from '../../sql/placeholder';
import { columnOf, relationNamed } from '../catalog/find';
import type { Column, Relation, RelationId, View } from '../catalog/relation';
import { isSystemName, nameForCreation, relationOf, resolveType } from '../catalog/resolve';
import { originOf, originOfRelation } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { create, put } from './change';
import { columnsUsed } from './columns-used';
import { replaces } from './replaces';

/** CREATE [OR REPLACE] VIEW. */
export function createView(before: Session, operation: OperationOf<'create-view'>): Folded {
  const persistence = persistenceOf(before, operation);
  const place = nameForCreation(before, operation.view, persistence);
  const existing = relationNamed(before.catalog, place);
  const parts = viewParts(before, operation.query, operation.columnNames);
  if (existing?.kind === 'view' && operation.replace) {
    return put(before, { ...withoutQuery(existing), ...parts, options: operation.options });
  }
  const session = replaces(before, existing);
  if (session === null) return null;
  return create<View>(session, {
    kind: 'view',
    persistence,
    origin: originOf(session),
    indexes: [],
    populated: true,
    options: operation.options,
    triggers: [],
    rules: [],
    ...place,
    ...parts,
  })[0];
}

/** What stands where the view is to be made: the view that OR REPLACE finds, whatever an earlier schema of the path has of that name. */
export function relationInPlace(
  session: Session,
  operation: OperationOf<'create-view'>,
): Relation | undefined {
  const place = nameForCreation(session, operation.view, persistenceOf(session, operation));
  return relationNamed(session.catalog, place);
}

/** What reads a temporary relation is temporary. */
function persistenceOf(
  session: Session,
  { query, persistence }: OperationOf<'create-view'>,
): View['persistence'] {
  const temporary = relationsRead(session, query).some((read) => read.persistence === 'temporary');
  return temporary ? 'temporary' : persistence;
}

/** CREATE MATERIALIZED VIEW. */
export function createMaterializedView(
  before: Session,
  operation: OperationOf<'create-materialized-view'>,
): Folded {
  const place = nameForCreation(before, operation.view);
  const existing = relationNamed(before.catalog, place);
  if (existing !== undefined && operation.ifNotExists) return before;
  const session = replaces(before, existing);
  if (session === null) return null;
  return create<View>(session, {
    kind: 'materialized view',
    persistence: 'permanent',
    origin: originOfRelation(session, operation.ifNotExists),
    indexes: [],
    populated: operation.withData,
    options: {},
    triggers: [],
    rules: [],
    ...place,
    ...viewParts(session, operation.query, operation.columnNames),
  })[0];
}

/** REFRESH MATERIALIZED VIEW. */
export function refreshView(session: Session, operation: OperationOf<'refresh-materialized-view'>): Folded {
  const view = relationOf(session, operation.view);
  if (view?.kind !== 'materialized view') return view === undefined ? session : null;
  return put(session, { ...view, populated: operation.withData });
}

/** The relations that a query reads or writes, as far as the catalog knows them. */
export function relationsRead(session: Session, query: Query): readonly Relation[] {
  const names: readonly ObjectName[] = [...query.reads, ...query.writes].map(({ relation }) => relation);
  const found = new Map<RelationId, Relation>();
  for (const name of names) {
    const relation = relationOf(session, name);
    if (relation !== undefined) found.set(relation.id, relation);
  }
  return [...found.values()];
}

/**
 * The columns of a query's result; `complete` is false where a `*` over something unknown, or a column whose name nobody knows,
 * stands among them.
 */
export function resultColumns(
  session: Session,
  query: Query,
  names: readonly string[],
): { readonly columns: readonly Column[]; readonly complete: boolean } {
  const reads = relationsRead(session, query);
  const known = query.reads.every(
    ({ relation }) => relationOf(session, relation) !== undefined || isSystemName(relation),
  );
  const stars = [...(query.stars ?? [])];
  const columns: Column[] = [];
  let complete = true;
  for (const column of query.columns) {
    const found =
      column === null ? columnsOfStar(session, stars.shift()) : [resultColumn(session, reads, column)];
    if (found === null) complete = false;
    else columns.push(...found);
  }
  const named = columns.map((column, i) => ({ ...column, name: names[i] ?? column.name }));
  const more = names.slice(named.length).map((name) => blankColumn(session, name, null));
  const all = [...named, ...more];
  const isNamed = all.every(({ name }) => !isPlaceholder(name));
  return { columns: all, complete: complete && known && isNamed && query.columns.length > 0 };
}

/** All columns of the relations that a `*` stands for; null where they are not known. */
function columnsOfStar(
  session: Session,
  names: readonly ObjectName[] | null | undefined,
): readonly Column[] | null {
  if (names === null || names === undefined) return null;
  const found = names.map((name) => relationOf(session, name));
  if (!found.every((relation) => relation !== undefined && 'complete' in relation && relation.complete))
    return null;
  return found.flatMap((relation) =>
    relation !== undefined && 'columns' in relation
      ? relation.columns.map(({ name, type }) => blankColumn(session, name, type))
      : [],
  );
}

function viewParts(session: Session, query: Query, names: readonly string[]): ViewParts {
  const reads = relationsRead(session, query);
  return {
    reads: reads.map(({ id }) => id),
    readsColumns: columnsUsed(session, query, reads),
    ...asideOf(session, query),
    ...narrowings(session, query),
    ...plainOf(session, query),
    ...(query.collations === undefined ? {} : { collations: query.collations }),
    ...(query.composed === true ? { composed: true } : {}),
    calls: query.calls.map(({ name }) => name),
    ...resultColumns(session, query, names),
  };
}

type ViewParts = Pick<
  View,
  | 'columns'
  | 'complete'
  | 'reads'
  | 'readsColumns'
  | 'aside'
  | 'narrowed'
  | 'plain'
  | 'composed'
  | 'collations'
  | 'calls'
>;

/** What only some queries say. */
function withoutQuery(view: View): Omit<View, 'aside' | 'narrowed' | 'plain' | 'composed' | 'collations'> {
  const kept: { -readonly [Part in keyof View]: View[Part] } = { ...view };
  delete kept.aside;
  delete kept.narrowed;
  delete kept.plain;
  delete kept.composed;
  delete kept.collations;
  return kept;
}

function asideOf(session: Session, query: Query): Pick<View, 'aside'> {
  const idsOf = (reads: Query['reads']): readonly RelationId[] =>
    reads.flatMap(({ relation }) => relationOf(session, relation)?.id ?? []);
  const inFrom = idsOf(query.reads.filter((read) => read.aside !== true));
  const aside = idsOf(query.reads.filter((read) => read.aside === true)).filter((id) => !inFrom.includes(id));
  return aside.length === 0 ? {} : { aside: [...new Set(aside)] };
}

/** Of relations that it reads once: those that it reads twice are read as a whole. */
function narrowings(session: Session, query: Query): Pick<View, 'narrowed'> {
  const ids = query.reads.map((read) => relationOf(session, read.relation)?.id);
  const narrowed = query.reads.flatMap(({ only, condition = null }, at) => {
    const relation = ids[at];
    const once = ids.filter((id) => id === relation).length === 1;
    return relation === undefined || !once || (!only && condition === null)
      ? []
      : [{ relation, only, condition }];
  });
  return narrowed.length === 0 ? {} : { narrowed };
}

function plainOf(session: Session, query: Query): Pick<View, 'plain'> {
  const relation = query.plain === undefined ? undefined : relationOf(session, query.plain);
  if (relation === undefined || !('columns' in relation)) return {};
  const columns = query.columns.flatMap((column): readonly (string | null)[] => {
    if (column === null) return relation.columns.map(({ name }) => name);
    return [column.expression.kind === 'column' ? column.expression.name : null];
  });
  const computed = query.columns.flatMap((column): readonly boolean[] =>
    column === null ? relation.columns.map(() => false) : [isComputed(column)],
  );
  return { plain: { relation: relation.id, columns, computed } };
}

/** A cast may leave a column what it is. */
function isComputed({ expression: { kind } }: QueryColumn): boolean {
  return kind !== 'column' && kind !== 'cast' && kind !== 'opaque';
}

function resultColumn(
  session: Session,
  reads: readonly Relation[],
  { name, expression }: QueryColumn,
): Column {
  if (expression.kind === 'cast') return blankColumn(session, name, resolveType(session, expression.type));
  if (expression.kind !== 'column') return blankColumn(session, name, null);
  const owners = reads.flatMap((relation) => columnOf(relation, expression.name) ?? []);
  return blankColumn(session, name, owners.length === 1 ? (owners[0]?.type ?? null) : null);
}

function blankColumn(session: Session, name: string, type: TypeName | null): Column {
  return {
    name,
    type,
    collation: null,
    notNull: false,
    default: null,
    identity: null,
    generated: null,
    storage: null,
    compression: null,
    addedBy: originOf(session),
    inherited: false,
  };
}
