import type { OperationOf } from '../../postgres/operation';
import type { TypeName } from '../../postgres/type-name';
import type { Catalog, FunctionNeeds, NameKey, UserFunction } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { relationNamed } from '../catalog/find';
import { findFunctions, resolveType } from '../catalog/resolve';
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
  const { functions, needyFunctions: needy } = catalog;
  const isNeedy = overloads.some(({ needs }) => needs !== null);
  const others = (): readonly NameKey[] => needy.filter((other) => other !== key);
  return {
    ...catalog,
    functions: overloads.length === 0 ? functions.delete(key) : functions.set(key, overloads),
    needyFunctions: needy.includes(key) === isNeedy ? needy : isNeedy ? [...needy, key] : others(),
  };
}

/** A function with what it depends on. */
interface Needy {
  readonly key: NameKey;
  readonly known: UserFunction;
  readonly needs: FunctionNeeds;
}

/** The functions that depend on something. */
export function needyFunctions(catalog: Catalog): readonly Needy[] {
  return catalog.needyFunctions.flatMap((key) =>
    (catalog.functions.get(key) ?? []).flatMap((known) =>
      known.needs === null ? [] : [{ key, known, needs: known.needs }],
    ),
  );
}

/** The catalog with what functions depend on changed, where `change` gives something else than it is given. */
export function changeNeeds(catalog: Catalog, change: (needs: FunctionNeeds) => FunctionNeeds): Catalog {
  return needyFunctions(catalog).reduce((next, { key, known, needs }) => {
    const changed = change(needs);
    if (changed === needs) return next;
    const overloads = next.functions.get(key) ?? [];
    return withFunctions(
      next,
      key,
      overloads.map((each) => (each === known ? { ...known, needs: changed } : each)),
    );
  }, catalog);
}

/** A change of `changeNeeds`: a type or function has another name. */
export function renamedNeed(
  what: 'types' | 'calls',
  from: NameKey,
  to: NameKey,
): (needs: FunctionNeeds) => FunctionNeeds {
  return (needs) =>
    needs[what].includes(from)
      ? { ...needs, [what]: needs[what].map((each) => (each === from ? to : each)) }
      : needs;
}
