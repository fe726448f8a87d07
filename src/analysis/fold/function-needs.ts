import type { OperationOf } from '../../postgres/operation';
import type { TypeName } from '../../postgres/type-name';
import type { Catalog, FunctionNeeds, NameKey, UserFunction } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { relationNamed } from '../catalog/find';
import type { RelationId } from '../catalog/relation';
import { findFunctions, resolveType } from '../catalog/resolve';
import { relink } from '../catalog/reverse-index';
import type { Session } from '../session';
import { columnsUsed } from './columns-used';
import { relationsRead } from './view';

/**
 * What a function that is made depends on; null: on nothing that users made. Source: pg_proc.c, ProcedureCreate (types of the
 * signature; from 14 on the parsed body).
 */
export function needsOf(session: Session, operation: OperationOf<'create-function'>): FunctionNeeds | null {
  const { atomic, parameters, returns } = operation;
  const named = [...parameters.map(({ type }) => type), ...(returns === null ? [] : [returns])];
  const types = [...named, ...(atomic?.types ?? [])].flatMap((type) => typeKey(session, type));
  const reads = atomic === null ? [] : relationsRead(session, atomic.query);
  const called = (atomic?.query.calls ?? []).flatMap(({ name }) => findFunctions(session, name).slice(0, 1));
  const calls = called.map(({ schema, name }) => nameKey(schema, name));
  if (types.length + reads.length + calls.length === 0) return null;
  return {
    types: [...new Set(types)],
    reads: reads.map(({ id }) => id),
    readsColumns: atomic === null ? [] : columnsUsed(session, atomic.query, reads),
    calls: [...new Set(calls)],
  };
}

/** The key of a type that users made. */
function typeKey(session: Session, written: TypeName): readonly NameKey[] {
  const type = resolveType(session, written);
  if (type.schema === null) return [];
  const name = { schema: type.schema, name: type.name };
  const key = nameKey(name.schema, name.name);
  return session.catalog.types.has(key) || relationNamed(session.catalog, name) !== undefined ? [key] : [];
}

/** The catalog with these functions, and no others, under a name. */
export function withFunctions(catalog: Catalog, key: NameKey, overloads: readonly UserFunction[]): Catalog {
  const { functions, functionsNeeding } = catalog;
  const before = needKeys(functions.get(key) ?? []);
  const after = needKeys(overloads);
  return {
    ...catalog,
    functions: overloads.length === 0 ? functions.delete(key) : functions.set(key, overloads),
    functionsNeeding: relink(functionsNeeding, before, after, key),
  };
}

function needKeys(overloads: readonly UserFunction[]): readonly string[] {
  const keys = overloads.flatMap(({ needs }) =>
    needs === null
      ? []
      : [
          ...needs.types.map((key) => needKey('types', key)),
          ...needs.calls.map((key) => needKey('calls', key)),
          ...needs.reads.map((id) => needKey('reads', id)),
        ],
  );
  return [...new Set(keys)];
}

function needKey(what: 'types' | 'calls' | 'reads', of: NameKey | RelationId): string {
  return `${what} ${String(of)}`;
}

/** A function that depends on something. */
export interface Needy {
  readonly key: NameKey;
  readonly known: UserFunction;
  readonly needs: FunctionNeeds;
}

/** The functions that depend on a type or a function, by its key, or on a relation. */
export function functionsNeeding(catalog: Catalog, what: 'types' | 'calls', of: NameKey): readonly Needy[];
export function functionsNeeding(catalog: Catalog, what: 'reads', of: RelationId): readonly Needy[];
export function functionsNeeding(
  catalog: Catalog,
  what: 'types' | 'calls' | 'reads',
  of: NameKey | RelationId,
): readonly Needy[] {
  return (catalog.functionsNeeding.get(needKey(what, of)) ?? []).flatMap((key) =>
    (catalog.functions.get(key) ?? []).flatMap((known) => {
      const { needs } = known;
      const all: readonly (NameKey | RelationId)[] = needs?.[what] ?? [];
      return needs !== null && all.includes(of) ? [{ key, known, needs }] : [];
    }),
  );
}

/** The catalog in which what some functions depend on is changed. */
export function changeNeeds(
  catalog: Catalog,
  functions: readonly Needy[],
  change: (needs: FunctionNeeds) => FunctionNeeds,
): Catalog {
  return functions.reduce((next, { key, known, needs }) => {
    const overloads = next.functions.get(key) ?? [];
    const changed = overloads.map((each) => (each === known ? { ...known, needs: change(needs) } : each));
    return withFunctions(next, key, changed);
  }, catalog);
}

/** The catalog after a type or function has another name. */
export function renameNeeds(catalog: Catalog, what: 'types' | 'calls', from: NameKey, to: NameKey): Catalog {
  return changeNeeds(catalog, functionsNeeding(catalog, what, from), (needs) => ({
    ...needs,
    [what]: needs[what].map((each) => (each === from ? to : each)),
  }));
}
